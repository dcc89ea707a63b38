"""The four walls, as a Django application."""

from typing import Any

from django.apps import AppConfig


class VaultConfig(AppConfig):
    """Statements, grants, boxes, seats."""

    name = "kring.web.vault"

    def ready(self) -> None:
        """Say what is held of a person; and a passkey that its owner takes away opens nothing any more."""
        from allauth.mfa.models import Authenticator
        from django.db.models.signals import post_delete

        from kring.web.people import belongings, passkeys
        from kring.web.vault import queries

        belongings.holds("keys", queries.held_of)
        belongings.offers(old_sheet_of)
        passkeys.opens_without(queries.opens_without_passkey)
        post_delete.connect(forget_slot_of, sender=Authenticator, dispatch_uid="vault.forget_slot_of")


def old_sheet_of(person: Any) -> tuple[str, str] | None:
    """The quiet way for who lost their keys in the last year."""
    from django.utils.translation import gettext as _

    from kring.web.vault import queries

    if queries.former_keys_since(person) is None:
        return None
    return "found_again", _("I have found my old recovery sheet")


def forget_slot_of(instance: Any, **_: Any) -> None:
    """Called by Django once a way to sign in is gone."""
    from kring.web.vault.actions import own_keys

    credential = instance.data.get("credential", {}).get("id", "")
    if credential:
        own_keys.passkey_opens_no_more(instance.user_id, credential)
