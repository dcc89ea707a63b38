"""The file in which a host says by which organisations people may sign in; docs/host/sign-on.md explains it."""

import tomllib
from pathlib import Path
from typing import Annotated, Any

import msgspec

Line = Annotated[str, msgspec.Meta(min_length=1)]
Id = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][a-z0-9-]{0,40}$")]


class NotReadable(Exception):
    """What is wrong with the file, in a sentence; never what stands in it."""


class Oidc(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="oidc", tag_field="kind"):
    """
    By OpenID Connect.

    Attributes:
        id: Part of the address that the organisation sends people back to; never changes.
        server: Where its `/.well-known/openid-configuration` is.
        trusts_addresses: Whether the organisation has confirmed the addresses it tells; else we send a code.
    """

    id: Id
    name: Line
    server: Line
    client: Line
    secret: Line
    trusts_addresses: bool = False


class Saml(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="saml", tag_field="kind"):
    """
    By SAML 2.0.

    Attributes:
        entity: The identity provider's own name for itself.
        sign_on: Where people are sent to sign in.
        certificate: With which it signs, in base64; begin and end lines may be left out.
        person, address, called: Attributes that hold a lasting id, an address and a name. Without `person` the NameID
            is taken, which then has to be persistent.
    """

    id: Id
    name: Line
    entity: Line
    sign_on: Line
    certificate: Line
    address: Line = "urn:oid:0.9.2342.19200300.100.1.3"
    called: Line = "urn:oid:2.16.840.1.113730.3.1.241"
    person: str = ""
    trusts_addresses: bool = False


Organisation = Oidc | Saml


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    organisation: tuple[Organisation, ...]


def read_organisations(path: Path) -> tuple[Organisation, ...]:
    """
    All of the file.

    Raises:
        NotReadable: it isn't there, isn't TOML, or something in it is missing or misspelt.
    """
    try:
        found = msgspec.convert(tomllib.loads(path.read_text()), _File).organisation
    except OSError as fault:
        raise NotReadable(f"{path} can't be read: {fault.strerror}.") from None
    except tomllib.TOMLDecodeError as fault:
        raise NotReadable(f"{path} isn't TOML: {fault}.") from None
    except msgspec.ValidationError as fault:
        raise NotReadable(f"{path}: {fault}.") from None
    if len({one.id for one in found}) != len(found):
        raise NotReadable(f"{path}: two organisations have the same id.")
    return found


def as_apps(organisations: tuple[Organisation, ...]) -> dict[str, dict[str, list[dict[str, Any]]]]:
    """As allauth wants to have them (`SOCIALACCOUNT_PROVIDERS`)."""
    return {
        "openid_connect": {"APPS": [oidc_app(one) for one in organisations if isinstance(one, Oidc)]},
        "saml": {"APPS": [saml_app(one) for one in organisations if isinstance(one, Saml)]},
    }


def oidc_app(one: Oidc) -> dict[str, Any]:
    """PKCE always: it costs nothing, and a code that leaks is worth nothing."""
    told = {
        "server_url": one.server,
        "verified_email": one.trusts_addresses,
        "oauth_pkce_enabled": True,
    }
    return {
        "provider_id": one.id,
        "name": one.name,
        "client_id": one.client,
        "secret": one.secret,
        "settings": told,
    }


def saml_app(one: Saml) -> dict[str, Any]:
    """Only signed assertions, only in answer to a request of ours, and no algorithm that is out of date."""
    mapping = {"uid": one.person, "email": one.address, "name": one.called}
    told = {
        "idp": {"entity_id": one.entity, "sso_url": one.sign_on, "x509cert": one.certificate},
        "attribute_mapping": {key: value for key, value in mapping.items() if value},
        "verified_email": one.trusts_addresses,
        "use_nameid_for_email": False,
        "advanced": {
            "strict": True,
            "want_assertion_signed": True,
            "want_name_id": not one.person,
            "reject_idp_initiated_sso": True,
            "reject_deprecated_algorithm": True,
            "name_id_format": "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
        },
    }
    return {"provider_id": one.entity, "name": one.name, "client_id": one.id, "settings": told}
