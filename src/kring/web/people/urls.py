"""Addresses of people. The names with an underscore are those by which allauth knows its views."""

from allauth.account import views as account
from django.urls import path

from kring.web.people import views

urlpatterns = [
    path("sign-up/", account.signup, name="account_signup"),
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
    path("sign-out/", account.logout, name="account_logout"),
    path("closed/", account.account_inactive, name="account_inactive"),
    path("me/", views.me, name="me"),
    path("me/sure/", account.reauthenticate, name="account_reauthenticate"),
    path("me/address/", account.email, name="account_email"),
]
