"""This room has no addresses: the pages of an organisation are in `programmes`."""

from tests.web.access.table import Row

ROWS: list[Row] = []
