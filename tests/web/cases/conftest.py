"""The circle of the other tests; in `agreed` everybody agreed to everything that comes before the first case."""

from tests.web.circles.conftest import (  # noqa: F401 -- fixtures
    agreed,
    bram,
    circle,
    imane,
    noor,
    olga,
    ruud,
)
from tests.web.people.conftest import join, nobody_was_too_fast  # noqa: F401 -- fixtures
