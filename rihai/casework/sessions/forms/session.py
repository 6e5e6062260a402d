"""The forms of groups, sessions, remarks and certificates."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from rihai.casework.cases.capabilities import kept_by
from rihai.casework.services.forms.base import EMPTY, Entry, services_to_give
from rihai.casework.services.forms.directory import ShownChoice
from rihai.casework.services.models import Enrolment
from rihai.casework.sessions.models import Session
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.forms import Form
from rihai.places.models import Place


def _place(*, required: bool) -> ShownChoice:
    return ShownChoice(label=_("Where"), queryset=Place.objects.none(), required=required)


class GroupForm(Entry):
    """A new group."""

    service_id = forms.ChoiceField(label=_("For which service"))
    name = forms.CharField(
        label=_("Name of the group"), max_length=120, help_text=_("Names nobody: Tailoring, Monday.")
    )
    place = _place(required=True)
    on = forms.DateField(label=_("Meets from"))

    def __init__(self, *args: Any, actor: Actor, places: QuerySet[Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("service_id", [EMPTY, *services_to_give(actor)])
        field = self.fields["place"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = places.select_related("within")


class JoinForm(Form):
    """Who is taken in."""

    people = forms.MultipleChoiceField(label=_("Who is in the service here"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, rows: Iterable[Enrolment], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["people"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(str(one.pk), one.person.full_name or _("Name not known")) for one in rows]


class PlanForm(Entry):
    """When and how a session is held, by whom, with what."""

    on = forms.DateField(label=_("Day"))
    starts_at = forms.TimeField(
        label=_("At"), required=False,
        widget=forms.TimeInput(format="%H:%M", attrs={"dir": "ltr", "inputmode": "numeric"}),
        help_text=_("For example 10:30. By phone or video this is the appointment."),
        error_messages={"invalid": _("Write the hour like 10:30.")},
    )  # fmt: skip
    minutes = forms.IntegerField(label=_("Minutes"), min_value=5, max_value=720)
    means = forms.ChoiceField(label=_("How"), choices=Session.Means.choices)
    leader = forms.ChoiceField(label=_("Led by"), choices=Session.Leader.choices)
    leader_name = forms.CharField(label=_("Their name"), max_length=120)
    topic = forms.CharField(label=_("Topic"), required=False, max_length=200, help_text=_("Names nobody."))
    materials = forms.CharField(
        label=_("Materials"), required=False, max_length=300, help_text=_("What was used and handed out, and how many.")
    )

    def clean(self) -> dict[str, Any]:
        """By phone or video there is an hour."""
        said = super().clean()
        if said.get("means") in {Session.Means.PHONE, Session.Means.VIDEO} and not said.get("starts_at"):
            self.add_error("starts_at", _("By phone or video, write the hour of the appointment."))
        return said


class CancelForm(Form):
    """Why it was not held."""

    because = forms.CharField(label=_("Why it was not held"), max_length=200, help_text=_("Names nobody."))
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class RemarkForm(Form):
    """A remark on somebody in a session, of one class."""

    about = forms.ChoiceField(label=_("On whom"))
    data_class = forms.ChoiceField(
        label=_("Who may read it"),
        help_text=_("What somebody said of violence they suffered goes to survivor support and not here."),
    )  # fmt: skip
    text = forms.CharField(label=_("Remark"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, actor: Actor, people: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        about, classes = self.fields["about"], self.fields["data_class"]
        assert isinstance(about, forms.ChoiceField)
        assert isinstance(classes, forms.ChoiceField)
        about.choices = [EMPTY, *people]
        mine = [one for one in kept_by(actor) if one != DataClass.SEALED]
        classes.choices = [(one, DataClass(one).label) for one in mine]


class CertificateForm(Entry):
    """What stands on a certificate."""

    past = ("on",)
    subject = forms.CharField(
        label=_("In what, in English"), required=False, max_length=120, help_text=_("For example: Tailoring, level 1.")
    )
    subject_ur = forms.CharField(label=_("In what, in Urdu"), required=False, max_length=120)
    trainer = forms.CharField(label=_("Taught by"), max_length=120)
    on = forms.DateField(label=_("Given on"))
