"""
From a list of people to good circles.

`rules` are never broken, `wishes` are kept as well as can be, `form` divides. `reasons` says why somebody has no circle and
what would help, `explaining` why a circle is as it is, `repair` fits in who comes late or leaves, and `facilitators` finds
who leads. `kring.core.circles.checker` is the second opinion.
"""
