"""What comes in when somebody signs up or in. A passphrase never does: what follows from it in their browser does."""

from typing import Any
from uuid import UUID

from allauth.account import forms as allauth
from allauth.mfa.webauthn.forms import AddWebAuthnForm, SignupWebAuthnForm
from allauth.socialaccount import forms as social
from django import forms
from django.utils.translation import gettext, gettext_lazy as _

from kring.web.people.models import NAME_LENGTH, Person
from kring.web.ui.stretched import AuthField, SaltField


class NewAccountField(forms.UUIDField):
    """The id that a browser made for a new account."""

    widget = forms.HiddenInput

    def clean(self, value: Any) -> UUID:
        """A random one that nobody has."""
        acct: UUID = super().clean(value)
        if acct.version != 4 or Person.objects.filter(id=acct).exists():  # noqa: PLR2004 -- the kind made of chance
            raise forms.ValidationError(_("That didn't arrive whole. Reload the page and try again."))
        return acct


class NameField(forms.CharField):
    """How one's circles see one."""

    def __init__(self) -> None:
        super().__init__(label=_("Your name"), max_length=NAME_LENGTH)
        self.widget.attrs["autocomplete"] = "name"
        self.error_messages["required"] = _("Fill in a name, so that the others know who you are.")

    def clean(self, value: Any) -> str:
        """On one line, without signs that can't be seen: it becomes part of what is signed."""
        name = " ".join(super().clean(value).split())
        if not name.isprintable():
            raise forms.ValidationError(_("There is a sign in that name that can't be shown. Type it anew."))
        return name


class SignUp(allauth.SignupForm):
    """A new account."""

    field_order = ("name", "email", "password1", "salt", "acct")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = NameField()
        in_own_words(self.fields["email"])
        if "password1" in self.fields:
            self.fields["password1"] = AuthField()
            self.fields["salt"] = SaltField()
            self.fields["acct"] = NewAccountField()


class PassphraseAfterAll(forms.Form):
    """What follows from a passphrase, for who set out to sign up with a passkey."""

    password1 = AuthField()
    salt = SaltField()


class SignUpByOrganisation(social.SignupForm):
    """What an organisation didn't tell of somebody."""

    field_order = ("name", "email")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = NameField()
        in_own_words(self.fields["email"])


class SignIn(allauth.LoginForm):
    """Address and what follows from the passphrase."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"] = AuthField()
        in_own_words(self.fields["login"])


class ShowItIsYou(allauth.ReauthenticateForm):
    """The passphrase once more, before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"] = AuthField()


class AskForReset(allauth.ResetPasswordForm):
    """Whoever lost the passphrase asks for a code by mail."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        in_own_words(self.fields["email"])


class NewPassphrase(allauth.ResetPasswordKeyForm):
    """A new passphrase for who proved to read the account's mail."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["password2"]
        self.fields["password1"] = AuthField()
        self.fields["salt"] = SaltField()

    def save(self) -> None:
        """Store both; `salt` first, so that they are written in one go."""
        self.user.salt = self.cleaned_data["salt"]
        super().save()


class NewAddress(allauth.AddEmailForm):
    """An address to have from now on, once it is confirmed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        in_own_words(self.fields["email"], label=gettext("New address"))


class NewPasskey(AddWebAuthnForm):
    """A passkey; always one that can sign in by itself, and that its owner has to unlock."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = gettext("What do you call it?")
        self.fields["passwordless"].widget = forms.HiddenInput()
        self.fields["passwordless"].initial = True


class FirstPasskey(SignupWebAuthnForm):
    """The passkey that an account begins with."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = gettext("What do you call it?")


class Myself(forms.Form):
    """What a person says of themselves."""

    name = NameField()
    language = forms.ChoiceField(label=_("Language"), choices=[("nl", "Nederlands"), ("en", "English")])


def in_own_words(field: forms.Field, label: str | None = None) -> None:
    """An address, as we ask for it."""
    field.label = label or gettext("E-mail address")
    field.widget.attrs.pop("placeholder", None)
    field.error_messages["required"] = gettext("Fill in your address.")
    field.error_messages["invalid"] = gettext("That isn't a whole address. It looks like name@example.org.")
