"""What views of forming share: the language of a page as forming knows it."""

from django.utils.translation import get_language

from kring.core.circles.forming.saying import Language


def page_language() -> Language:
    """Dutch, unless the page is in English."""
    return "en" if (get_language() or "").startswith("en") else "nl"
