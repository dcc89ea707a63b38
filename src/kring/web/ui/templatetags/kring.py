"""`{% asset 'room.js' %}` in a tag: where the built file is, and the hash by which the browser recognises it."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from kring.core.methods.method import Text
from kring.web.ui import assets

register = template.Library()


@register.simple_tag
def asset(entry: str) -> SafeString:
    """
    Attributes for a `<script>` (`src`) or a `<link>` (`href`), with `integrity`.

    `<script type="module" {% asset 'room.js' %}></script>`
    """
    found = assets.asset(entry)
    pattern = 'src="{}" integrity="{}"' if entry.endswith(".js") else 'href="{}" integrity="{}"'
    return format_html(pattern, found.url, found.integrity)


@register.filter
def said(text: Text) -> str:
    """A text of a method in the language of the page: `{{ method.name|said }}`."""
    return text.en if get_language() == "en" else text.nl


@register.simple_tag
def asset_url(entry: str) -> str:
    """Only the address, for what is fetched by a script or preloaded."""
    return assets.asset(entry).url


@register.filter
def is_list(value: object) -> bool:
    """Whether there are several things in it, one after another."""
    return isinstance(value, list | tuple)


@register.filter
def is_named(value: object) -> bool:
    """Whether it has parts with names."""
    return isinstance(value, dict)
