"""The forms of stores; those that move something are as short as they can be, for a phone at the store's door."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from rihai.kit.forms import Form
from rihai.kit.templatetags.kit import day as day_text
from rihai.places.models import Place
from rihai.preparedness.emergencies.models import Emergency
from rihai.preparedness.fields import Entry, area, day, line, number, of
from rihai.preparedness.stores.models import MOST, Item, Lot, Sort, Store
from rihai.preparedness.stores.operations import Counted


class StoreForm(Entry):
    """A store: where, what it is called, by which post it is kept."""

    place = forms.ModelChoiceField(label=_("Place"), queryset=Place.objects.none(), empty_label=None)
    name = line(_("Name of the store"), 120, required=True)
    kept_by = line(_("Kept by"), 120, required=True, help_text=_("A post: it stays when its holder leaves."))
    note = area(_("Where it is, who has the key"), 300)

    def __init__(self, *args: Any, places: Any = None, record: Store | None = None, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        field = self.fields["place"]
        if record is not None:
            del self.fields["place"]
        else:
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = places


class ItemForm(Entry):
    """An item of a store."""

    name = line(_("What it is"), 120, required=True, help_text=_("With its size or strength: “surgical masks, adult”."))
    sort = of(_("What it is for"), Sort.choices)
    unit = line(_("Unit of count"), 40, required=True, help_text=_("Pieces, boxes of 50, litres."))
    minimum = number(
        _("There must be at least"), required=False, most=MOST,
        help_text=_("Below it, My work says so. Left empty: nobody has said."),
    )  # fmt: skip


class ReceiveForm(Form):
    """What came in."""

    number = number(_("How many"), least=1, most=MOST)
    expires_on = day(_("Good until"), required=False, help_text=_("As printed on it; left empty where nothing is."))
    mark = line(_("Lot or batch"), 60)
    whom = line(_("From whom"), 160)
    paper = line(_("Paper it came with"), 80, help_text=_("The number of the voucher or delivery note."))
    on = day(_("Day"), required=False, help_text=_("Left empty: today."))


class IssueForm(Form):
    """What goes out."""

    number = number(_("How many"), least=1, most=MOST)
    whom = line(
        _("To whom, or what for"), 160, required=True, help_text=_("A post, a barrack, a ward; not a prisoner.")
    )
    lot = forms.ModelChoiceField(
        label=_("From which lot"), queryset=Lot.objects.none(), required=False, empty_label=_("what expires first")
    )
    on = day(_("Day"), required=False, help_text=_("Left empty: today."))

    def __init__(self, *args: Any, item: Item, today: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lots = [one.pk for one in item.lots.all() if one.level and not one.is_expired(today)]
        field: Any = self.fields["lot"]
        if len(lots) < 2:
            del self.fields["lot"]
            return
        field.queryset = Lot.objects.filter(pk__in=lots)
        field.label_from_instance = lot_words


class BackForm(Form):
    """What comes back."""

    number = number(_("How many"), least=1, most=MOST)
    whom = line(_("From whom"), 160)
    emergency = forms.ModelChoiceField(
        label=_("In which emergency it was issued"), queryset=Emergency.objects.none(), required=False,
        empty_label=_("in none"),
    )  # fmt: skip

    def __init__(self, *args: Any, emergencies: QuerySet[Emergency], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["emergency"]
        field.queryset = emergencies
        field.label_from_instance = emergency_words
        if not emergencies:
            del self.fields["emergency"]


class LossForm(Form):
    """What is of no use any more."""

    number = number(_("How many"), least=1, most=MOST)
    why = line(_("Why"), 300, required=True, help_text=_("Expired, torn, wet, stolen: and who saw it."))


class CountForm(Form):
    """A whole store counted: for each lot how many are there, and why where that differs."""

    def __init__(self, *args: Any, lots: Sequence[Lot], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lots = lots
        for lot in lots:
            words = {"item": _apart(lot.item.name), "unit": _apart(lot.item.unit), "lot": lot_words(lot)}
            self.fields[f"found_{lot.pk}"] = number(_("%(item)s (%(unit)s), %(lot)s") % words, most=MOST)
            self.fields[f"why_{lot.pk}"] = line(_("Why it differs"), 300)
            self.fields[f"said_{lot.pk}"] = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
            self.initial[f"said_{lot.pk}"] = lot.level

    def clean(self) -> dict[str, Any]:
        """A difference has its reason, beside its own field."""
        said = super().clean() or {}
        for lot in self.lots:
            found, stood = said.get(f"found_{lot.pk}"), said.get(f"said_{lot.pk}")
            if found is not None and found != stood and not said.get(f"why_{lot.pk}"):
                self.add_error(f"why_{lot.pk}", _("The paper says %(n)s. Say why it differs.") % {"n": stood})
        return said

    @property
    def counted(self) -> list[Counted]:
        """What was counted, for the operation."""
        said = self.cleaned_data
        return [
            Counted(lot.pk, said[f"said_{lot.pk}"], said[f"found_{lot.pk}"], said[f"why_{lot.pk}"]) for lot in self.lots
        ]


def lot_words(lot: Lot) -> str:
    """A lot as it is told apart: its mark, until when it is good, what is left."""
    until = _("good until %(day)s") % {"day": day_text(lot.expires_on)} if lot.expires_on else _("no day on it")
    return f"{_apart(lot.mark)} · {_apart(str(until))}" if lot.mark else _apart(str(until))


def emergency_words(one: Emergency) -> str:
    """An emergency as it is told apart: what, where, since when."""
    return f"{one.get_hazard_display()}, {_apart(one.place.shown)}, {day_text(localdate(one.opened_at))}"


def _apart(text: str) -> str:
    """A text that keeps its own direction within a line of the other one (Unicode isolates)."""
    return f"\u2068{text}\u2069"
