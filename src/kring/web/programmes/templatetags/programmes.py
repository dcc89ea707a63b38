"""`{% programme_ways programme %}`: the pages of a programme, for its organiser."""

from typing import Any

from django import template
from django.template import Context

from kring.web.programmes.models import Programme
from kring.web.programmes.parts import ways_of

register = template.Library()


@register.inclusion_tag("programmes/_ways.html", takes_context=True)
def programme_ways(context: Context, programme: Programme) -> dict[str, Any]:
    """The sub-navigation; the page one is on is marked."""
    return {"ways": ways_of(programme), "here": context["request"].path, "programme": programme}
