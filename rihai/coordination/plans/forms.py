"""The forms of action plans."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.coordination.plans.models import ActionPlan, Activity, Status
from rihai.kit.files.upload import FileField
from rihai.kit.forms import Form
from rihai.monitoring.forms import Entry, area, day, line
from rihai.places.models import Place


class PlanForm(Entry):
    """A plan: of which institution, for which place, what it is to change."""

    institution = line(_("Institution"), 160, required=True, help_text=_("Whose plan it is: the prison, a department."))
    place = forms.ModelChoiceField(
        label=_("Place"), queryset=Place.objects.none(), required=False, empty_label=_("the whole office")
    )
    goal = line(_("Goal"), 400, required=True, help_text=_("One change that can be seen to have come."))
    basis = area(_("What it rests on"), 600, help_text=_("A decision, a recommendation, a briefing: by its number."))
    started_on = day(_("Begins"))
    due_on = day(_("Ends"), required=False)

    def __init__(self, *args: Any, places: Any, whole: bool, record: ActionPlan | None = None, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        if record is not None:
            del self.fields["place"]
            return
        field = self.fields["place"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset, field.required = places, not whole
        if not whole:
            field.empty_label = None


class ActivityForm(Form):
    """What is to be done, by whom, until when."""

    says = line(_("What is done"), 400, required=True)
    responsible = line(
        _("Who does it"), 160, required=True, help_text=_("A post, not a person: it stays when its holder leaves.")
    )
    due_on = day(_("By when"))


class MoveForm(Entry):
    """Where an activity stands now."""

    status = forms.ChoiceField(label=_("Where it stands"), choices=Status.choices, widget=forms.RadioSelect)
    due_on = day(_("By when"), required=False)
    says = area(_("What was done, what shows it, or why"), 600)
    file = FileField(label=_("A file that shows it"), required=False)

    def __init__(self, *args: Any, record: Activity, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        self.fields["says"].show_hidden_initial = False
        self.initial["says"] = ""

    def said(self) -> dict[str, Any]:
        """What was written, for the operation."""
        file = self.cleaned_data.get("file")
        return {**self.cleaned_data, "file": (file.name, file.read()) if file else None}


class CloseForm(Form):
    """What came of a plan."""

    why = area(_("What came of it"), 400, required=True)
