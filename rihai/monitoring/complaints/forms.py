"""The forms of complaints and requests."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.kit.forms import Form
from rihai.monitoring.complaints.known import kinds
from rihai.monitoring.complaints.models import ByWhom, Result, Satisfied
from rihai.monitoring.forms import NOT_CHOSEN, Entry, area, day, line, of
from rihai.places.models import Place


class ComplaintForm(Form):
    """What is asked, by whom, of whom."""

    place = forms.ModelChoiceField(label=_("Prison"), queryset=Place.objects.none())
    kind = forms.ChoiceField(label=_("About"))
    is_request = forms.BooleanField(label=_("A request, not a complaint"), required=False)
    by = of(_("Who asks"), ByWhom.choices)
    says = area(_("What is asked"), 2000, required=True, rows=5, help_text=_("No names in it."))
    to_whom = line(_("To whom it goes"), 160, required=True)
    is_confidential = forms.BooleanField(
        label=_("The prison must not see it"), required=False,
        help_text=_("Against staff, say: then only who wrote it down and who inspects there see it."),
    )  # fmt: skip
    named_as = line(_("Name, as the prison may know it"), 160, help_text=_("Only if they agree. Else leave it empty."))
    name = line(_("Name, for us alone"), 160)
    safe_way = line(_("How they can be answered safely"), 300)
    received_on = day(_("Came on"))
    person = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, places: Any, person: Any = None, today: date, **more: Any) -> None:
        first = {"place": person.held_at_id, "person": person.pk, "by": ByWhom.PERSON} if person else {}
        super().__init__(*args, initial={"received_on": today, **first}, **more)
        self.fields["place"].queryset = places  # type: ignore[attr-defined]
        self.fields["kind"].choices = [NOT_CHOSEN, *((one.code, one.title) for one in kinds().values())]  # type: ignore[attr-defined]
        if person is not None:
            del self.fields["name"]

    def clean(self) -> dict[str, Any]:
        """What is confidential names nobody to the prison."""
        said = super().clean() or {}
        if said.get("is_confidential") and said.get("named_as"):
            self.add_error("named_as", _("The prison must not see it: then it is told no name."))
        return said


class DayForm(Form):
    """On which day."""

    on = day(_("On"))


class AnswerForm(Entry):
    """The answer, as it is given or as they told us."""

    answer = area(_("The answer"), 2000, required=True, rows=4)
    result = of(_("What it comes to"), Result.choices)
    answered_by_name = line(_("Who answers"), 160, required=True)
    done_on = day(_("On"))


class SatisfiedForm(Form):
    """Whether who asked is content."""

    satisfied = forms.ChoiceField(
        label=_("Are they content with the answer?"), choices=[one for one in Satisfied.choices if one[0]],
        widget=forms.RadioSelect,
    )  # fmt: skip


class AppealForm(DayForm):
    """To whom it goes now."""

    to_whom = line(_("To whom"), 160, required=True, help_text=_("The inspector general, an ombudsman, a commission."))


class AppealAnswerForm(DayForm):
    """What came of the appeal."""

    words = area(_("The answer"), 2000, required=True, rows=4)
