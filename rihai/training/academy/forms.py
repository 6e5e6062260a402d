"""The forms of academies and of a course's way into one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.kit.files.upload import FileField
from rihai.kit.forms import Form
from rihai.places.models import Place
from rihai.training.academy.models import Academy, Step
from rihai.training.courses.models import Language
from rihai.training.fields import Entry, day, line, of, row


class AcademyForm(Entry):
    """An academy, under its own name."""

    title = line(_("Name"), 200, required=True, help_text=_("As it names itself."))
    title_ur = line(_("Name in Urdu"), 200)
    town = line(_("Town"), 120)
    place = row(
        _("Which of our places it is"), Place.objects.none(), required=False, empty=_("none of them"),
        help_text=_("Only where it is written down among the places."),
    )  # fmt: skip
    is_open = forms.BooleanField(label=_("It is still there"), required=False, initial=True)

    def __init__(self, *args: Any, places: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["place"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = places


class StepForm(Form):
    """A step that was taken, and by what paper one knows it."""

    academy = row(_("Academy"), Academy.objects.none())
    step = of(_("The step"), Step.choices)
    on = day(_("On"))
    language = of(_("Into which language"), Language.choices, required=False, help_text=_("Of a translation."))
    order_number = line(_("By which order"), 120, help_text=_("Its number, where it was made mandatory."))
    source = line(_("How we know"), 300, required=True, help_text=_("The letter, the minutes, the gazette."))
    file = FileField(label=_("The paper"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["academy"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Academy.objects.filter(is_open=True)

    def said(self) -> dict[str, Any]:
        """What was written, for the operation."""
        file = self.cleaned_data.get("file")
        return {**self.cleaned_data, "file": (file.name, file.read()) if file else None}


class WithdrawForm(Form):
    """Why a step is withdrawn."""

    because = line(_("Why it is withdrawn"), 300, required=True)
