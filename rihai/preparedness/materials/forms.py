"""The forms of information materials."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.kit.files.upload import FileField
from rihai.kit.forms import Form
from rihai.places.models import Place
from rihai.preparedness.fields import Entry, day, line, number, of
from rihai.preparedness.materials.models import Body, Language, Material
from rihai.preparedness.materials.models import Form as What
from rihai.preparedness.materials.operations import MOST


class MaterialForm(Entry):
    """A material of another body."""

    title = line(_("Title"), 200, required=True)
    form = of(_("What it is"), What.choices)
    body = of(_("Whose it is"), Body.choices)
    publisher = line(_("Publisher"), 160, required=True)
    topic = line(_("What it is about"), 160)
    edition = line(_("Edition"), 60, required=True, help_text=_("The year or number printed on it."))
    good_until = day(
        _("To be looked at again by"), required=False, help_text=_("From the day after it counts as out of date.")
    )  # fmt: skip


class TextForm(Form):
    """A material in one language."""

    language = of(_("Language"), Language.choices)
    translated_by = line(
        _("Translated by"), 120, help_text=_("Left empty: it came in this language from its publisher.")
    )
    file = FileField(label=_("The file"), required=False)

    def said(self) -> dict[str, Any]:
        """What was written, for the operation."""
        file = self.cleaned_data.get("file")
        return {**self.cleaned_data, "file": (file.name, file.read()) if file else None}


class WithdrawForm(Form):
    """Why it is out of date, and what takes its place."""

    why = line(_("Why it is out of date"), 300, required=True)
    replaced_by = forms.ModelChoiceField(
        label=_("What takes its place"), queryset=Material.objects.none(), required=False, empty_label=_("nothing")
    )
    on = day(_("From"), required=False, help_text=_("Left empty: today."))

    def __init__(self, *args: Any, others: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["replaced_by"]
        field.queryset = others
        field.label_from_instance = lambda one: f"{one.title} ({one.edition})"


class SendForm(Form):
    """So many to a place."""

    place = forms.ModelChoiceField(label=_("To which place"), queryset=Place.objects.none(), empty_label=None)
    number = number(_("How many"), least=1, most=MOST)
    sent_on = day(_("Day"), required=False, help_text=_("Left empty: today."))

    def __init__(self, *args: Any, places: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["place"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = places


class ArrivedForm(Form):
    """What came."""

    received = number(_("How many came"), most=MOST)
    received_on = day(_("Day"), required=False, help_text=_("Left empty: today."))
    received_by = line(_("Taken by"), 120, help_text=_("Left empty: you."))


class PostForm(Form):
    """Where it hangs."""

    where = line(_("Where it hangs, lies out or is played"), 200, required=True)
    posted_on = day(_("Day"), required=False, help_text=_("Left empty: today."))
