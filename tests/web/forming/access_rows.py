"""Each page and action of forming, and who gets in: the organiser alone. See `tests/web/programmes/access_rows.py`."""

from tests.web.programmes.access_rows import ORGANISER, Row, deed, page
