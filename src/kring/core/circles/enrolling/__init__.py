"""
Taking people in from a table.

`reading` turns rows into entries or says what to mend, `comparing` says what they would change in who is there already,
and `slots` knows the parts of a week.
"""
