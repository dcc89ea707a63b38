"""
What a circle agrees before and between its meetings.

`authority`: may these people sit together. `ground_rules`: a proposed set, assent, and when it is asked again.
`confidence`: what to do when something got out. `attendance`: being there as a promise.
"""
