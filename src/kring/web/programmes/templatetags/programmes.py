"""`{% programme_ways programme %}`: the pages of a programme, for its organiser."""

from typing import Any

from django import template
from django.template import Context

from kring.web.programmes.models import Programme
from kring.web.programmes.parts import way_to, ways_of

register = template.Library()


@register.inclusion_tag("programmes/_ways.html", takes_context=True)
def programme_ways(context: Context, programme: Programme) -> dict[str, Any]:
    """The sub-navigation; where one is, is marked, on the pages below it too."""
    ways, here = ways_of(programme), context["request"].path
    return {"ways": ways, "here": here, "current": way_to(here, ways), "programme": programme}
