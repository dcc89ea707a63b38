"""Where allauth asks us: what a new person is made of, and how we speak."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.contrib.auth.base_user import AbstractBaseUser
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext, gettext_lazy as _

from kring.web.people import queries
from kring.web.people.claims import take_what_waits
from kring.web.people.models import NAME_LENGTH, Person


class Accounts(DefaultAccountAdapter):
    """Sign-up and sign-in, in our words."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("This account has been closed."),
        "email_password_mismatch": _(
            "That address and passphrase don't belong together. Look at both once more; spaces and capitals count."
        ),
        "incorrect_password": _("That isn't your passphrase. Look once more; spaces and capitals count."),
        "incorrect_code": _("That isn't the code. Look at the newest mail."),
        "invalid_or_expired_key": _("That code is too old. Ask for a new one."),
        "too_many_login_attempts": _("That was tried too often. Wait a few minutes and try again."),
        "rate_limited": _("That went a bit fast. Wait a minute and try again."),
        "duplicate_email": _("That is your address already."),
        "same_as_current": _("That is your address already."),
    }

    def save_user(
        self,
        request: HttpRequest,
        user: AbstractBaseUser,
        form: BaseForm,
        commit: bool = True,  # noqa: FBT001, FBT002 -- allauth's own signature
    ) -> AbstractBaseUser:
        """Make a person of what the form holds; the account's id comes from their own browser."""
        assert isinstance(user, Person)
        given = form.cleaned_data
        user.name = given["name"]
        user.language = translation.get_language() or "nl"
        if given.get("password1"):
            user.id, user.salt = given["acct"], given["salt"]
        return super().save_user(request, user, form, commit=commit)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """In the language of the person, where we know them."""
        person = context.get("user")
        language = person.language if isinstance(person, Person) else translation.get_language()
        with translation.override(language):
            super().send_mail(template_prefix, email, context)

    def confirm_email(self, request: HttpRequest, email_address: EmailAddress) -> bool:
        """Whoever confirms an address gets what was meant for it."""
        confirmed: bool = super().confirm_email(request, email_address)
        if confirmed:
            take_what_waits(email_address.user)
        return confirmed

    def post_login(self, request: HttpRequest, user: AbstractBaseUser, **about: Any) -> HttpResponse:
        """The same at every sign-in, for what came to wait since, and for addresses that an organisation vouches for."""
        assert isinstance(user, Person)
        take_what_waits(user)
        return super().post_login(request, user, **about)

    def format_email_subject(self, subject: str) -> str:
        """As it is: the sender says where it comes from."""
        return subject


class SecondFactors(DefaultMFAAdapter):
    """A second factor, in our words."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("That isn't right. Try once more; a code of an app changes every half minute."),
        "unverified_email": _("First confirm your address."),
        "add_email_blocked": _(
            "With a second factor set you can't add an address. Take it off for a moment."
        ),
    }

    def is_mfa_enabled(self, user: AbstractBaseUser, types: list[Authenticator.Type] | None = None) -> bool:
        """
        Whether somebody has one of these ways; where more than one is asked for, whether they are a second factor.

        The passkey that an account was begun with signs in by itself. Who comes back by mail has lost just that, so it
        can't be asked for as well.
        """
        is_set = bool(super().is_mfa_enabled(user, types=types))
        if not is_set or not isinstance(user, Person) or (types is not None and len(types) == 1):
            return is_set
        return queries.has_second_factor(user)

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:  # noqa: A002 -- allauth's own
        """What a passkey is called when nobody gave it a name."""
        return gettext("Passkey")


class Organisations(DefaultSocialAccountAdapter):
    """Signing in by an organisation."""

    error_messages = {
        **DefaultSocialAccountAdapter.error_messages,
        "no_password": _("First choose a passphrase; otherwise you couldn't get in any more."),
        "no_verified_email": _("First confirm your address; otherwise you couldn't get in any more."),
        "connected_other": _("That organisation's account belongs to somebody else's account here."),
    }

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]) -> Person:
        """A person as the organisation describes them. Of what it tells, no more is kept than an address."""
        person = sociallogin.user
        assert isinstance(person, Person)
        names = [data.get("first_name"), data.get("last_name")]
        person.name = one_line(data.get("name") or " ".join(name for name in names if name))[:NAME_LENGTH]
        person.email = (data.get("email") or "").lower()
        person.language = translation.get_language() or "nl"
        sociallogin.account.extra_data = {"email": person.email}
        return person

    def is_auto_signup_allowed(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Whether nothing has to be asked: there is a name and an address."""
        person = sociallogin.user
        return isinstance(person, Person) and bool(person.name and person.email)

    def get_signup_form_initial_data(self, sociallogin: SocialLogin) -> dict[str, str]:
        """What need not be typed again."""
        person = sociallogin.user
        assert isinstance(person, Person)
        return {"name": person.name, "email": person.email}


def one_line(name: str) -> str:
    """A name without line ends and signs that can't be seen."""
    return "".join(letter for letter in " ".join(name.split()) if letter.isprintable())
