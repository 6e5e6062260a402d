"""The forms of needs, appointments and referrals."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.casework.health.models import Appointment, HealthNeed, HealthReferral, How, Kind, Met, ReferralState, State
from rihai.casework.health.operations import Booking, Said
from rihai.casework.health.operations.needs import LONGEST, WRITTEN
from rihai.kit.editing import Versioned
from rihai.kit.forms import Form
from rihai.people.models import Consent

NOT_CHOSEN = ("", "")
NOT_YET = _("That day has not come yet.")


def area(rows: int = 2) -> forms.Textarea:
    """A field of several lines."""
    return forms.Textarea(attrs={"rows": rows})


class NeedForm(Versioned, Form):
    """A need in outline; a need that stands is changed with the same form."""

    kind = forms.ChoiceField(label=_("What it is about"), choices=[NOT_CHOSEN, *Kind.choices])
    state = forms.ChoiceField(label=_("Where it stands"), choices=State.choices)
    started_on = forms.DateField(label=_("Known since"))
    outline = forms.CharField(
        label=_("In a few words"), required=False, max_length=600, widget=area(),
        help_text=_("What the next health worker has to know. No account of how it came about."),
    )  # fmt: skip
    treatment = forms.CharField(
        label=_("Treatment now"), required=False, max_length=600, widget=area(),
        help_text=_("Medicine and dose as written on the card, where and by whom."),
    )  # fmt: skip
    goes_on = forms.CharField(
        label=_("What must go on after release"), required=False, max_length=600, widget=area(),
        help_text=_("Medicine, dose, the clinic outside. It comes onto the release plan."),
    )  # fmt: skip
    days_of_medicine = forms.IntegerField(
        label=_("Days of medicine to give along"), required=False, min_value=0, max_value=LONGEST,
        help_text=_("Fourteen to thirty is usual."),
    )  # fmt: skip
    review_on = forms.DateField(label=_("To be looked at again on"), required=False)
    settled_on = forms.DateField(label=_("Settled on"), required=False)

    def __init__(self, *args: Any, today: date, need: HealthNeed | None = None, **kwargs: Any) -> None:
        if need is not None:
            kwargs["initial"] = {name: getattr(need, name) for name in WRITTEN}
        super().__init__(*args, **kwargs)
        self.today = today
        if need is not None:
            self.fields["version"] = forms.IntegerField(widget=forms.HiddenInput, min_value=0, initial=need.version)
            self.watch(need.version)

    def clean(self) -> dict[str, Any]:
        """Nothing began or was settled after today; settled has a day, and only settled has one."""
        said = self.cleaned_data
        for name in ("started_on", "settled_on"):
            if said.get(name) and said[name] > self.today:
                self.add_error(name, NOT_YET)
        if said.get("state") == State.SETTLED and not said.get("settled_on"):
            self.add_error("settled_on", _("Give the day on which it was settled."))
        if said.get("settled_on") and said.get("state") != State.SETTLED:
            self.add_error("state", _("There is a day on which it was settled. Choose “settled”, or clear that day."))
        if said.get("settled_on") and said.get("started_on") and said["settled_on"] < said["started_on"]:
            self.add_error("settled_on", _("It was settled before it began. Check the two days."))
        return said

    @property
    def said(self) -> Said:
        """The need as it is said."""
        given = self.cleaned_data
        texts = {name: given.get(name) or None for name in ("outline", "treatment", "goes_on")}
        return Said(
            kind=given["kind"], state=given["state"], started_on=given["started_on"],
            days_of_medicine=given.get("days_of_medicine"), review_on=given.get("review_on"),
            settled_on=given.get("settled_on"), **texts,
        )  # fmt: skip


class BookForm(Form):
    """When, how and with whom she is seen."""

    need = forms.ChoiceField(label=_("About"), required=False)
    on = forms.DateField(label=_("Day"))
    at_time = forms.TimeField(
        label=_("At what time"), required=False, widget=forms.TimeInput(attrs={"placeholder": "10:30", "dir": "ltr"}),
        error_messages={"invalid": _("This is not a time. Write it like 10:30.")},
    )  # fmt: skip
    how = forms.ChoiceField(label=_("How"), choices=How.choices)
    with_whom = forms.CharField(
        label=_("With whom"), max_length=120, help_text=_("A post is enough: the psychiatrist.")
    )
    where = forms.CharField(label=_("Where"), required=False, max_length=160)

    def __init__(self, *args: Any, needs: Sequence[HealthNeed] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["need"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("health in general")), *((str(one.pk), one.get_kind_display()) for one in needs)]

    @property
    def booking(self) -> Booking:
        """The appointment as it is said."""
        said = self.cleaned_data
        return Booking(
            on=said["on"], with_whom=said["with_whom"], how=said["how"], at_time=said.get("at_time"),
            where=said.get("where", ""),
        )  # fmt: skip


class OutcomeForm(Form):
    """What came of an appointment, and when she is seen next."""

    met = forms.ChoiceField(label=_("What came of it"), choices=Met.choices, widget=forms.RadioSelect)
    came_of_it = forms.CharField(
        label=_("What was found or agreed, in outline"), required=False, max_length=600, widget=area()
    )
    again_on = forms.DateField(
        label=_("They are seen again on"), required=False,
        help_text=_("If they were not seen, give them another day now: nobody else will."),
    )  # fmt: skip
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, today: date, appointment: Appointment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.appointment = today, appointment

    def clean(self) -> dict[str, Any]:
        """Before its day an appointment can only be called off; the next one is still to come."""
        said, day = self.cleaned_data, self.appointment.due_on
        if said.get("met") and said["met"] != Met.CANCELLED and day and self.today < day:
            self.add_error("met", _("Its day has not come yet. It can only be called off."))
        if said.get("again_on") and said["again_on"] < self.today:
            self.add_error("again_on", _("That day is past."))
        return said

    @property
    def again(self) -> Booking | None:
        """The next appointment, like this one; None where no day is given."""
        one, day = self.appointment, self.cleaned_data.get("again_on")
        if day is None:
            return None
        return Booking(on=day, with_whom=one.with_whom, how=one.how, at_time=one.at_time, where=one.where)


class ReferForm(Form):
    """To whom a need is put, and what they are told; her consent is chosen, never guessed."""

    receiver = forms.CharField(label=_("To which hospital or office"), max_length=160)
    told = forms.CharField(
        label=_("What they are told"), max_length=1000, widget=area(4),
        help_text=_("The need, the medicine, how urgent. No offence, nothing of the case, nobody else."),
    )  # fmt: skip
    consent = forms.ChoiceField(label=_("Their consent"), widget=forms.RadioSelect)
    answer_by = forms.DateField(label=_("An answer is asked for by"))

    def __init__(self, *args: Any, consents: Sequence[Consent], need: HealthNeed, today: date, **kwargs: Any) -> None:
        words = [need.get_kind_display(), need.outline, need.treatment]
        first = {"told": ". ".join(str(one) for one in words if one), "answer_by": today + timedelta(days=7)}
        super().__init__(*args, initial=first, **kwargs)
        field = self.fields["consent"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(one.pk), f"{one.recipient}, {one.started_on:%d/%m/%Y}") for one in consents]


class AnswerForm(Form):
    """What the receiver answered."""

    CHOICES = (ReferralState.ACCEPTED, ReferralState.DONE, ReferralState.REFUSED, ReferralState.REVOKED)
    state = forms.ChoiceField(
        label=_("The answer"), choices=[(one.value, one.label) for one in CHOICES], widget=forms.RadioSelect
    )
    answer = forms.CharField(label=_("In a few words"), required=False, max_length=600, widget=area())
    due_on = forms.DateField(label=_("Ask again on"), required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, referral: HealthReferral, **kwargs: Any) -> None:
        super().__init__(*args, initial={"version": referral.version}, **kwargs)
