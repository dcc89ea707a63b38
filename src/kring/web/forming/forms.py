"""The rules as a form: sizes, parts of days, how heavily wishes count, which professions go together."""

from typing import Any

import msgspec
from django import forms
from django.utils.translation import gettext as _, gettext_lazy, ngettext

from kring.core.circles.forming.people import Rules, Season
from kring.web.forming.queries.rules import LEVELS, WISHES, weights_of

LEAST, MOST = 3, 9  # people in a circle
MOST_SLOTS = 6
HEAVINESS = tuple(
    zip(
        LEVELS,
        (
            gettext_lazy("doesn't count"),
            gettext_lazy("a little"),
            gettext_lazy("normally"),
            gettext_lazy("heavily"),
        ),
        strict=True,
    )
)
SEASONS = (
    (Season.MIX.value, gettext_lazy("rather with others than before")),
    (Season.KEEP.value, gettext_lazy("rather with the same as before")),
)


class RulesForm(forms.Form):
    """What `core.circles.forming.Rules` holds, as far as an organiser chooses it."""

    size_min = forms.IntegerField(min_value=LEAST, max_value=MOST)
    size_target = forms.IntegerField(min_value=LEAST, max_value=MOST)
    size_max = forms.IntegerField(min_value=LEAST, max_value=MOST)
    common_slots_min = forms.IntegerField(min_value=1, max_value=MOST_SLOTS)
    common_slots_wanted = forms.IntegerField(min_value=1, max_value=MOST_SLOTS)
    seniority = forms.TypedChoiceField(coerce=int, choices=HEAVINESS)
    diversity = forms.TypedChoiceField(coerce=int, choices=HEAVINESS)
    goals = forms.TypedChoiceField(coerce=int, choices=HEAVINESS)
    repeat = forms.TypedChoiceField(coerce=int, choices=HEAVINESS)
    season = forms.ChoiceField(choices=SEASONS)
    corresponding = forms.CharField(max_length=2_000, required=False)

    def __init__(self, *args: Any, professions: list[str], **kwargs: Any) -> None:
        """With the professions there are."""
        super().__init__(*args, **kwargs)
        self.professions = professions

    def clean_corresponding(self) -> tuple[tuple[str, ...], ...]:
        """A line for each group of professions, with commas between; each profession in one group."""
        lines = str(self.cleaned_data["corresponding"]).splitlines()
        rows = [tuple(name.strip().casefold() for name in line.split(",") if name.strip()) for line in lines]
        named = [name for row in rows for name in row]
        unknown = sorted(set(named) - set(self.professions))
        if unknown:
            say = ngettext(
                "Nobody here has this profession: %(names)s. Choose from: %(known)s.",
                "Nobody here has these professions: %(names)s. Choose from: %(known)s.",
                len(unknown),
            )
            told = {"names": ", ".join(unknown), "known": ", ".join(self.professions)}
            raise forms.ValidationError(say % told)
        twice = sorted({name for name in named if named.count(name) > 1})
        if twice:
            say = _("%(names)s: this stands in more than one line. Put what belongs together in one line.")
            raise forms.ValidationError(say % {"names": ", ".join(twice)})
        return tuple(row for row in rows if len(row) > 1)

    def clean(self) -> dict[str, Any]:
        """The sizes have to lie in order."""
        given = self.cleaned_data
        sizes = [given.get(name) for name in ("size_min", "size_target", "size_max")]
        if None not in sizes and sizes != sorted(sizes, key=lambda size: size or 0):
            self.add_error("size_target", _("This has to lie between the smallest and the largest."))
        least, wanted = given.get("common_slots_min"), given.get("common_slots_wanted")
        if least is not None and wanted is not None and wanted < least:
            self.add_error("common_slots_wanted", _("This can't be fewer than what is needed at least."))
        return given

    def rules(self) -> dict[str, Any]:
        """What isn't the usual, as the programme keeps it."""
        given = dict(self.cleaned_data)
        given["weights"] = weights_of({wish: given.pop(wish) for wish in WISHES})
        chosen = msgspec.convert(given, Rules, strict=False)
        usual = msgspec.to_builtins(Rules())
        return {name: value for name, value in msgspec.to_builtins(chosen).items() if value != usual[name]}
