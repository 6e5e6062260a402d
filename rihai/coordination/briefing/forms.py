"""The forms of briefings: a line by hand, a sending, an answer, and the page of a link."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.coordination.briefing.models import BriefingLine, To, Way, Will
from rihai.coordination.decisions.forms import given_file
from rihai.kit.files.upload import FileField
from rihai.kit.forms import Form
from rihai.kit.forms.careful import take_care
from rihai.monitoring.forms import area, day, line, of
from rihai.places.models import Place

ANSWER_DAYS = timedelta(days=21)


class MakeForm(Form):
    """For which place."""

    place = forms.ModelChoiceField(label=_("Place"), queryset=Place.objects.none())

    def __init__(self, *args: Any, places: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["place"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = places


class LineForm(Form):
    """What is asked of an actor by hand."""

    to = of(_("For whom"), To.choices)
    says = line(_("What it is about"), 400, required=True, help_text=_("No names of people."))
    asks_en = area(_("What is asked, in English"), 1000)
    asks_ur = area(_("What is asked, in Urdu"), 1000)


class SendForm(Form):
    """To whom a part goes, how, and until when an answer is asked for."""

    receiver = line(_("To whom, by name or post"), 160, required=True)
    way = forms.ChoiceField(label=_("How"), choices=Way.choices, widget=forms.RadioSelect, initial=Way.LETTER)
    answer_by = day(_("Answer until"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"answer_by": today + ANSWER_DAYS, "way": Way.LETTER}, **kwargs)


class AnswerForm(Form):
    """What an actor answers to a line."""

    kind = forms.ChoiceField(label=_("Their answer"), choices=Will.choices, widget=forms.RadioSelect)
    due_on = day(_("By when"), required=False)
    says = area(_("In their words, or why not"), 1000)
    file = FileField(label=_("A file that shows it"), required=False)
    by_name = line(_("Who answered, by name and post"), 160, required=True)

    def said(self) -> dict[str, Any]:
        """What was answered; a file as its name and bytes."""
        return {**self.cleaned_data, "file": given_file(self.cleaned_data["file"])}


class ByLinkForm(Form):
    """The answers that came by a link: to each line."""

    def __init__(self, *args: Any, lines: Sequence[BriefingLine], pin: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = lines
        self.fields["by_name"] = line(_("Your name and office"), 100, required=True)
        for one in lines:
            self.fields[f"kind-{one.pk}"] = of(_("Your answer"), Will.choices, required=False)
            self.fields[f"due-{one.pk}"] = day(_("By when"), required=False)
            self.fields[f"says-{one.pk}"] = area(_("What is done, or why not"), 1000, rows=2)
            self.fields[f"file-{one.pk}"] = FileField(label=_("A file that shows it"), required=False)
        self.fields["pin"] = forms.CharField(widget=forms.HiddenInput, initial=pin, max_length=20)
        for field in self.fields.values():
            take_care(field)

    @property
    def rows(self) -> list[tuple[BriefingLine, list[Any]]]:
        """Each line with its fields."""
        return [(one, [self[f"{name}-{one.pk}"] for name in ("kind", "due", "says", "file")]) for one in self.lines]

    def clean(self) -> None:
        """A file or words without an answer would be lost: say so."""
        said = self.cleaned_data
        for one in self.lines:
            if not said.get(f"kind-{one.pk}") and (said.get(f"says-{one.pk}") or said.get(f"file-{one.pk}")):
                self.add_error(f"kind-{one.pk}", _("Choose what you answer."))

    def said(self) -> dict[UUID, dict[str, Any]]:
        """What was answered, by line."""
        said = self.cleaned_data
        return {
            one.pk: {
                "kind": said[f"kind-{one.pk}"], "due_on": said.get(f"due-{one.pk}"), "says": said.get(f"says-{one.pk}"),
                "file": given_file(said.get(f"file-{one.pk}")),
            }
            for one in self.lines
            if said.get(f"kind-{one.pk}")
        }  # fmt: skip
