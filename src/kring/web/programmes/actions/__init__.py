"""Deeds of asking, answering, proposing and agreeing. One file a noun."""

from kring.web.programmes.actions.clients import claim_client

__all__ = ["claim_client"]
