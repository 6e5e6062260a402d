"""The forms of a release plan: a point, the gate, the hand-over meeting, who may be told."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.accounts.queries import accounts_who_may
from rihai.casework.aftercare.forms.base import Entry, area, line, of, radio
from rihai.casework.aftercare.models import Contact, GateBy, Met, PlanPoint, PointState
from rihai.casework.aftercare.queries.sight import HEALTH, KEEP
from rihai.casework.aftercare.tables import Point
from rihai.kit.forms import Form
from rihai.people.models import Relationship

ROLES: dict[str, Any] = {
    "herself": _("the person"),
    "worker": _("caseworker"),
    "mentor": _("mentor"),
    "family": _("family"),
    "prison": _("prison"),
    "probation": _("probation or parole"),
    "lawyer": _("lawyer"),
    "health": _("health worker"),
}
"""Who is asked to a hand-over meeting."""
ABSENT: dict[str, Any] = {
    "fare": _("no fare, or too far"),
    "time": _("no time that day"),
    "barred": _("not let in"),
    "unwilling": _("did not want to"),
    "unknown": _("nobody knows why"),
}
"""Why somebody who was asked did not come."""


class WorkerChoice(forms.ModelChoiceField[Account]):
    """Somebody who keeps cases, by name."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.name)


def worker_choice(label: Any, *, required: bool) -> WorkerChoice:
    """Somebody who keeps cases; who may is known once the day is."""
    return WorkerChoice(label=label, required=required, queryset=Account.objects.none())


def _who_may(field: forms.Field, today: date, *, cares: bool = False) -> None:
    assert isinstance(field, forms.ModelChoiceField)
    found = accounts_who_may(KEEP, on=today)
    field.queryset = found | accounts_who_may(HEALTH, on=today) if cares else found


class PointForm(Entry):
    """How one of the sixteen points stands; one of health may be seen to by whoever cares for the person’s health."""

    state = radio(_("How it stands"), PointState.choices)
    evidence = area(
        _("What shows it"), 400,
        help_text=_("A paper and its number, who said so and when. Seen by everybody who sees this person."),
    )  # fmt: skip
    care = area(
        _("Words of health"), 1000,
        help_text=_("Kept apart: those of health alone read them, you too only if you are one of them."),
    )  # fmt: skip
    owner = worker_choice(_("Who sees to it"), required=False)
    due_on = forms.DateField(label=_("To be done by"), required=False)

    def __init__(self, *args: Any, point: Point, record: PlanPoint | None = None, **kwargs: Any) -> None:
        start = {"owner": record.owner_id} if record else {}
        super().__init__(*args, record=record, initial=start, **kwargs)
        _who_may(self.fields["owner"], self.today, cares=point.is_health)
        if not point.is_health:
            del self.fields["care"]

    def clean(self) -> dict[str, Any]:
        """Done is shown by something."""
        said = super().clean()
        if said.get("state") == PointState.DONE and not said.get("evidence"):
            self.add_error("evidence", _("Say what shows that it is done."))
        return said


class GateForm(Entry):
    """The day, the gate, and how the person can be reached when out."""

    planned_on = forms.DateField(
        label=_("Day reckoned with"), required=False,
        help_text=_("Empty: the earliest day the law names. Nobody outside is told without the person’s word."),
    )  # fmt: skip
    gate_by = of(_("Who meets the person at the gate"), GateBy.choices, required=False)
    gate_name = line(_("Name of who comes"), 120)
    contact = forms.ChoiceField(label=_("May we ask afterwards how they are"), choices=Contact.choices, required=False)
    safe_way = area(
        _("How and when it is safe to reach them"), 400,
        help_text=_("Which number, at which hours, what to say if somebody else answers. Kept encrypted."),
    )  # fmt: skip
    call_number = line(_("Our number, printed for them"), 40)
    come_to = line(_("Where they can come, printed for them"), 160)

    def clean(self) -> dict[str, Any]:
        """Who may be asked after can be reached in some way."""
        said = super().clean()
        if said.get("contact") == Contact.YES and not said.get("safe_way"):
            self.add_error("safe_way", _("Write how and when it is safe to reach them; without that nobody calls."))
        return said


class GiveForm(Form):
    """Whose plan it is from now on."""

    to = worker_choice(_("Whose plan it is"), required=True)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _who_may(self.fields["to"], today)


class TellForm(Form):
    """Whom the person lets know the day."""

    tie = forms.ChoiceField(label=_("Who may be told the day"), required=False)
    who = line(_("Somebody who is not in the list"), 120)
    said_how = line(
        _("How the person said so"), 160, required=True, help_text=_("In their language, alone with you, on which day.")
    )
    said_on = forms.DateField(label=_("Said on"))

    def __init__(self, *args: Any, today: date, hers: Iterable[Relationship], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        field = self.fields["tie"]
        assert isinstance(field, forms.ChoiceField)
        safe = [one for one in hers if one.safe_to_contact is not False]
        field.choices = [("", ""), *((str(one.pk), f"{one.name}, {one.get_kind_display()}") for one in safe)]

    def clean(self) -> dict[str, Any]:
        """Somebody is named, and it was said already."""
        said = self.cleaned_data
        if not said.get("tie") and not said.get("who"):
            self.add_error("who", _("Choose somebody, or write a name."))
        if said.get("said_on") and said["said_on"] > self.today:
            self.add_error("said_on", _("That day has not come yet."))
        return said


class MeetingForm(Form):
    """The hand-over meeting: who came, who did not and why, what was decided."""

    held_on = forms.DateField(label=_("Held on"))
    where = line(_("Where"), 120)
    decisions = area(_("What was decided"), 2000, required=True, rows=4)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        came = [("", _("not asked")), ("yes", _("came")), (_("did not come"), list(ABSENT.items()))]
        for role, label in ROLES.items():
            self.fields[f"came_{role}"] = forms.ChoiceField(label=label, choices=came, required=False)

    def clean(self) -> dict[str, Any]:
        """It was held already."""
        said = self.cleaned_data
        if said.get("held_on") and said["held_on"] > self.today:
            self.add_error("held_on", _("That day has not come yet."))
        return said

    @property
    def attendance(self) -> dict[str, dict[str, str]]:
        """By role whether it came, and the code of why not; roles that were not asked are left out."""
        said = {role: self.cleaned_data.get(f"came_{role}") for role in ROLES}
        return {
            role: {"came": "yes", "why": ""} if one == "yes" else {"came": "no", "why": one}
            for role, one in said.items()
            if one
        }


class MetForm(Entry):
    """Whether the person was met at the gate."""

    met = radio(_("At the gate"), Met.choices)
    met_note = line(_("By whom, or why not"), 300)


class EndForm(Form):
    """Why nobody works by the plan any more."""

    why = line(_("Why"), 160, required=True)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
