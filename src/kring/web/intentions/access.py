"""The only door to an intention: it is there, and one's own."""

from uuid import UUID

from django.http import Http404

from kring.web.circles.access import Within
from kring.web.intentions.fields import INTENTION_MINE, INTENTION_OWN
from kring.web.vault.queries import sealed_texts


def own_intention_in(within: Within, item: UUID) -> UUID:
    """
    An intention that the asker wrote.

    Raises:
        Http404: another's, or none.
    """
    fields = [INTENTION_MINE.name, INTENTION_OWN.name]
    texts = sealed_texts(within.circle.pk, within.person.pk, fields=fields, items=[item])
    if not any(text["mine"] for text in texts):
        raise Http404
    return item
