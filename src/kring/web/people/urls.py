"""Addresses of people. The names with an underscore are those by which allauth knows its views."""

from allauth.account import views as account
from allauth.mfa.base import views as second
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as webauthn
from allauth.socialaccount import views as organisations
from allauth.socialaccount.providers.openid_connect import views as oidc
from django.apps import apps
from django.urls import path

from kring.web.people import passkeys, views

urlpatterns = [
    path("sign-up/", account.signup, name="account_signup"),
    path("sign-up/passkey/", passkeys.SignUpByPasskey.as_view(), name="account_signup_by_passkey"),
    path("sign-up/passkey/new/", webauthn.signup_webauthn, name="mfa_signup_webauthn"),
    path("sign-up/passkey/passphrase/", passkeys.passphrase_after_all, name="passphrase_after_all"),
    path("sign-up/code/", account.email_verification_sent, name="account_email_verification_sent"),
    path("sign-in/", account.login, name="account_login"),
    path("sign-in/entrance/", views.entrance, name="entrance"),
    path("sign-in/lost/", account.password_reset, name="account_reset_password"),
    path(
        "sign-in/lost/code/",
        account.confirm_password_reset_code,
        name="account_confirm_password_reset_code",
    ),
    path("sign-in/lost/new/", account.complete_password_reset, name="account_complete_password_reset"),
    path("sign-in/with/<slug:provider_id>/login/", oidc.login, name="openid_connect_login"),
    path("sign-in/with/<slug:provider_id>/back/", oidc.callback, name="openid_connect_callback"),
    path("sign-in/with/", organisations.signup, name="socialaccount_signup"),
    path("sign-in/stopped/", organisations.login_cancelled, name="socialaccount_login_cancelled"),
    path("me/organisations/", organisations.connections, name="socialaccount_connections"),
    path("sign-out/", account.logout, name="account_logout"),
    path("closed/", account.account_inactive, name="account_inactive"),
    path("me/", views.me, name="me"),
    path("me/devices/", views.end_device, name="end_device"),
    path("me/download/", views.download, name="download_mine"),
    path("me/leaving/", views.leaving, name="leaving"),
    path("me/sure/", account.reauthenticate, name="account_reauthenticate"),
    path("sign-in/second/", second.authenticate, name="mfa_authenticate"),
    path("sign-in/passkey/", webauthn.login_webauthn, name="mfa_login_webauthn"),
    path("me/sure/second/", second.reauthenticate, name="mfa_reauthenticate"),
    path("me/sure/passkey/", webauthn.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("me/app/", app.activate_totp, name="mfa_activate_totp"),
    path("me/app/off/", app.deactivate_totp, name="mfa_deactivate_totp"),
    path("me/codes/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("me/codes/new/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("me/passkeys/new/", passkeys.MakePasskey.as_view(), name="mfa_add_webauthn"),
    path("me/passkeys/<int:pk>/off/", passkeys.take_away, name="mfa_remove_webauthn"),
    path("me/", views.me, name="mfa_index"),  # where allauth goes afterwards
    path("me/", views.me, name="mfa_list_webauthn"),
    path("me/address/", account.email, name="account_email"),
]

if apps.is_installed("allauth.socialaccount.providers.saml"):
    from allauth.socialaccount.providers.saml import views as saml

    urlpatterns += [
        path(f"sign-in/with/saml/<slug:organization_slug>/{way}/", view, name=f"saml_{name}")
        for way, view, name in [
            ("login", saml.login, "login"),
            ("acs", saml.acs, "acs"),
            ("acs/finish", saml.finish_acs, "finish_acs"),
            ("sls", saml.sls, "sls"),
            ("metadata", saml.metadata, "metadata"),
        ]
    ]
