"""What the pages of intake and programmes need. One file a noun."""

from kring.web.programmes.queries.counts import Counts, counts_of
from kring.web.programmes.queries.organisation import OrganisationPage, organisation_page

__all__ = ["Counts", "OrganisationPage", "counts_of", "organisation_page"]
