"""
When a circle meets, who leads, and how long it keeps.

`shapes` and `series`: how often, and on which dates. `free_days`: which don't do. `rota`: who leads and who chooses the
method. `path`: from guided to self-guided. `reminding`: whose case it could be. `shelf_life`: self-check and the end of
an agreement.
"""
