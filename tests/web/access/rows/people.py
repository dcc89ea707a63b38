"""Signing in and one's own account: nobody gets into another's, whoever they are."""

from typing import Any

from tests.web.access.roles import STRANGER, VISITOR
from tests.web.access.table import SIGN_IN, Row, deed, for_all, for_signed_in, page, script
from tests.web.access.world import World


def for_visitors(row: Row, visitor: Any, signed_in: Any = 302) -> Row:
    """To come in by; who is in already is sent on."""
    return for_all(row).but(other={VISITOR: visitor, STRANGER: signed_in})


IN_BETWEEN = [  # steps of coming in, for who has taken the one before
    "account_confirm_password_reset_code",
    "account_complete_password_reset",
    "socialaccount_signup",
]
STEPS = ["account_email_verification_sent", "mfa_authenticate", "mfa_login_webauthn"]
SURE = [  # asked whether it is really them, or there is nothing to do
    "mfa_activate_totp", "mfa_generate_recovery_codes", "mfa_add_webauthn", "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn", "mfa_remove_webauthn",
]  # fmt: skip
NOT_THERE = ["mfa_deactivate_totp"]  # nobody here has a second factor
OWN = [
    "me",
    "mfa_index",
    "mfa_list_webauthn",
    "socialaccount_connections",
    "account_reauthenticate",
    "account_email",
]

ROWS = [
    *(for_visitors(ask(name), 200) for name in ("account_signup", "account_login") for ask in (page, deed)),
    *(for_visitors(ask("account_signup_by_passkey"), 200) for ask in (page, deed)),
    *(for_all(ask("mfa_signup_webauthn"), 302) for ask in (page, deed)),
    for_all(deed("passphrase_after_all"), 302),
    for_all(script("entrance"), 400),
    *(for_all(ask("account_reset_password")) for ask in (page, deed)),
    *(for_all(ask(name), SIGN_IN) for name in IN_BETWEEN for ask in (page, deed)),
    *(for_visitors(ask(name), SIGN_IN) for name in STEPS for ask in (page, deed)),
    for_all(page("socialaccount_login_cancelled")),
    for_all(page("account_inactive")),
    for_visitors(page("account_logout"), 302, 200),
    for_all(deed("account_logout"), 302),
    *(for_signed_in(page(name)) for name in OWN),
    *(for_signed_in(deed(name, inside=200)) for name in OWN if name != "account_email"),
    for_signed_in(deed("account_email")),
    for_signed_in(deed("end_device")),
    for_signed_in(page("download_mine")),
    *(for_signed_in(ask("leaving", inside=302)) for ask in (page, deed)),
    *(for_signed_in(ask(name, inside=302)) for name in SURE for ask in (page, deed)),
    *(for_signed_in(ask(name, inside=404)) for name in NOT_THERE for ask in (page, deed)),
    for_signed_in(page("mfa_view_recovery_codes", inside=404)),
    *(for_all(ask("openid_connect_login"), SIGN_IN) for ask in (page, deed)),
    for_all(page("openid_connect_callback"), 401),
    *(for_all(ask("saml_login"), SIGN_IN) for ask in (page, deed)),
    *(for_all(ask("saml_acs"), SIGN_IN) for ask in (page, deed)),
    for_all(page("saml_finish_acs"), 401),
    *(for_all(ask("saml_sls"), 400) for ask in (page, deed)),
    for_all(page("saml_metadata")),
]


def furnish(world: World) -> None:
    """Organisations to sign in with, as the host named them."""
    world.at |= {"provider_id": "hogeschool", "organization_slug": "gemeente", "pk": 1}
