"""Fields for what a browser makes of a passphrase; a passphrase itself is refused, unread and unrepeated."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.web.ui.base64url import is_base64url

AUTH_BYTES, SALT_BYTES = 32, 16


class NeverShown(forms.HiddenInput):
    """What a script fills in; a page that comes back with an error doesn't repeat it."""

    def format_value(self, value: Any) -> None:
        """Nothing."""
        return


class AuthField(forms.CharField):
    """The half of a stretched passphrase that signs in; anything else (a passphrase itself) is refused unread."""

    widget = NeverShown

    def to_python(self, value: Any) -> str:
        """The text, where it is 32 bytes of base64url."""
        text = super().to_python(value) or ""
        if not is_base64url(text, AUTH_BYTES):
            raise forms.ValidationError(
                _(
                    "Your browser has to turn the passphrase into a key first. Turn JavaScript on and try again."
                )
            )
        return text


class SaltField(forms.CharField):
    """With which a browser stretched a new passphrase."""

    widget = NeverShown

    def to_python(self, value: Any) -> str:
        """The text, where it is 16 bytes of base64url."""
        text = super().to_python(value) or ""
        if not is_base64url(text, SALT_BYTES):
            raise forms.ValidationError(_("That didn't arrive whole. Reload the page and try again."))
        return text
