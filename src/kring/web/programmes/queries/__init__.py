"""What the pages of intake and programmes need. One file a noun."""

from kring.web.programmes.queries.agreement import Agreement, agreement_of, newest_proposal, proposal_told
from kring.web.programmes.queries.counts import Counts, counts_of
from kring.web.programmes.queries.organisation import OrganisationPage, organisation_page
from kring.web.programmes.queries.own import held_of, places_of
from kring.web.programmes.queries.roles import clients_of, organisers_of

__all__ = [
    "Agreement",
    "Counts",
    "OrganisationPage",
    "agreement_of",
    "clients_of",
    "counts_of",
    "held_of",
    "newest_proposal",
    "organisation_page",
    "organisers_of",
    "places_of",
    "proposal_told",
]
