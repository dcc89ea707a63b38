"""The circle of the other tests."""

from tests.web.circles.conftest import bram, circle, imane, noor, olga, ruud  # noqa: F401 -- fixtures
from tests.web.people.conftest import join, nobody_was_too_fast  # noqa: F401 -- fixtures
