"""What holds for every test."""

from hypothesis import settings

# The same examples each time, so that a red test is red again; and no deadline, for a busy machine is no fault.
settings.register_profile("kring", derandomize=True, deadline=None)
settings.load_profile("kring")
