"""The forms of emergencies: short, for a phone in a yard."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from rihai.kit.forms import Form
from rihai.places.models import Place
from rihai.preparedness.emergencies.models import COUNTS, TakenAs, Ticked, in_words
from rihai.preparedness.fields import area, day, line, moment, number, of
from rihai.preparedness.plans.hazards import Hazard
from rihai.preparedness.stores.models import MOST, Item

ITEMS = 3
"""Rows for what is to be mended on the page of a review; more are added beside drills."""
LABELS: Mapping[str, Any] = {
    "held": _("Held there"), "affected": _("Touched by it"), "injured": _("Injured"), "ill": _("Ill"),
    "died": _("Died"), "missing": _("Missing"), "moved": _("Moved elsewhere"),
}  # fmt: skip


class OpenForm(Form):
    """What is happening, and where."""

    place = forms.ModelChoiceField(label=_("Place"), queryset=Place.objects.none())
    hazard = of(_("What is happening"), Hazard.choices)
    says = area(_("In a sentence"), 600, help_text=_("No names: who acts there is told at once."))
    began_at = moment(_("Began"), help_text=_("Left empty: now."))

    def __init__(self, *args: Any, places: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if places is None:
            del self.fields["place"]
            return
        field: Any = self.fields["place"]
        field.queryset, field.label_from_instance = places, in_words


class DeclineForm(Form):
    """Why no emergency is opened."""

    why = area(_("Why no emergency is opened"), 400, required=True)


class StepForm(Form):
    """A step with a note, or one that is not needed."""

    state = forms.ChoiceField(
        label=_("The step"), choices=[(Ticked.DONE, Ticked.DONE.label), (Ticked.NOT_NEEDED, Ticked.NOT_NEEDED.label)],
        widget=forms.RadioSelect,
    )  # fmt: skip
    note = area(_("Note"), 300, rows=2, help_text=_("Of a step that is not needed: why."))


class BackForm(Form):
    """Why a tick is taken back."""

    why = line(_("Why the tick is taken back"), 300, required=True)


class LogForm(Form):
    """What happened."""

    says = area(_("What happened"), 1000, required=True)
    happened_at = moment(_("When"), help_text=_("Left empty: now."))


class StockForm(Form):
    """What is issued within an emergency."""

    item = forms.ModelChoiceField(label=_("What"), queryset=Item.objects.none(), empty_label=None)
    number = number(_("How many"), least=1, most=MOST)
    whom = line(_("To whom, or what for"), 160, required=True)

    def __init__(self, *args: Any, items: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["item"]
        field.queryset = items
        field.label_from_instance = lambda one: f"{one.name}: {one.level} {one.unit} ({one.store.name})"


class ReportForm(Form):
    """How it stands, in figures and words; a figure nobody knows is left empty."""

    says = area(_("How it stands"), 2000, required=True, rows=5)
    as_of = moment(_("The figures stand at"), help_text=_("Left empty: now."))
    needs = area(_("What is needed"), 1000)
    next_at = moment(_("The next report"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in COUNTS:
            self.fields[name] = number(LABELS[name], required=False, most=1_000_000)
        self.order_fields(["says", "as_of", *COUNTS, "needs", "next_at"])


class RecordForm(Form):
    """In which form and language the record leaves."""

    kind = forms.ChoiceField(label=_("As"), choices=TakenAs.choices, widget=forms.RadioSelect, initial=TakenAs.PDF)
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)


class CloseForm(Form):
    """How it ended."""

    closing = area(_("How it ended"), 600, required=True)


class ReviewForm(Form):
    """What went well, what did not, and what is to be mended."""

    went_well = area(_("What went well"), 2000, required=True)
    to_mend = area(_("What did not"), 2000, required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for n in range(1, ITEMS + 1):
            self.fields[f"says_{n}"] = line(_("To be mended %(n)s") % {"n": n}, 400)
            self.fields[f"whose_{n}"] = line(_("By which post"), 160)
            self.fields[f"due_{n}"] = day(_("By when"), required=False)

    def clean(self) -> dict[str, Any]:
        """An item is said whole or not at all."""
        said = super().clean() or {}
        for n in range(1, ITEMS + 1):
            given = [bool(said.get(f"{name}_{n}")) for name in ("says", "whose", "due")]
            if any(given) and not all(given) and not any(f"{name}_{n}" in self.errors for name in ("says", "due")):
                self.add_error(f"says_{n}", _("Say what is to be done, by which post and by when."))
        return said

    @property
    def items(self) -> list[dict[str, Any]]:
        """The items that were written."""
        said = self.cleaned_data
        return [
            {"says": said[f"says_{n}"], "whose": said[f"whose_{n}"], "due_on": said[f"due_{n}"]}
            for n in range(1, ITEMS + 1)
            if said.get(f"says_{n}")
        ]
