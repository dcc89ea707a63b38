"""What an archive needs so that whoever reads it without Kring finds no word of the program in it."""

from functools import cache

from kring.core.growth.capabilities import NAMES
from kring.core.growth.reflection import load_reflection_forms
from kring.core.methods.method import Text


@cache
def terms() -> tuple[tuple[str, Text], ...]:
    """Words under which answers are kept, and what they are called: goals to grow in, forms and their questions."""
    kinds = ("", "capabilities.", "themes.")
    goals = [(f"{kind}{goal.value}", name) for goal, name in NAMES.items() for kind in kinds]
    forms = load_reflection_forms()
    names = [(f"form.{form.id}", form.name) for form in forms]
    asked = {prompt.id: prompt.asks for form in forms for prompt in form.prompts}
    return (*goals, *names, *asked.items())
