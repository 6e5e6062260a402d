"""The forms of pregnancies, births, babies and doses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.casework.health.forms.care import NOT_YET, area
from rihai.casework.health.models import Baby, Ending, Pregnancy
from rihai.casework.health.operations import Born, Expecting
from rihai.casework.health.vaccines import Vaccine
from rihai.kit.editing import Versioned
from rihai.kit.forms import Form

CARRIED = timedelta(days=310)
OLDEST = timedelta(days=7 * 366)
"""No child over seven is followed here: none lives inside so long, and the schedule ends long before."""


class PregnancyForm(Versioned, Form):
    """What is known of a pregnancy."""

    known_on = forms.DateField(label=_("Known since"))
    expected_on = forms.DateField(label=_("The birth is expected on"), required=False)
    visits = forms.IntegerField(label=_("Check-ups so far"), min_value=0, max_value=40, initial=0)
    last_visit_on = forms.DateField(label=_("The last one on"), required=False)
    birth_where = forms.CharField(
        label=_("Where she will give birth"), required=False, max_length=160,
        help_text=_("A hospital outside, as far as that can be arranged, and without restraints."),
    )  # fmt: skip
    birth_plan = forms.CharField(
        label=_("What is agreed with her"), required=False, max_length=600, widget=area(),
        help_text=_("Who goes with her, who has her other children, how the family is told."),
    )  # fmt: skip

    def __init__(self, *args: Any, today: date, pregnancy: Pregnancy | None = None, **kwargs: Any) -> None:
        if pregnancy is not None:
            names = ("known_on", "expected_on", "visits", "last_visit_on", "birth_where", "birth_plan")
            kwargs["initial"] = {name: getattr(pregnancy, name) for name in names}
        super().__init__(*args, **kwargs)
        self.today = today
        if pregnancy is not None:
            hidden = forms.IntegerField(widget=forms.HiddenInput, min_value=0, initial=pregnancy.version)
            self.fields["version"] = hidden
            self.watch(pregnancy.version)

    def clean(self) -> dict[str, Any]:
        """What has been is not after today; a birth is expected within ten months."""
        said = self.cleaned_data
        for name in ("known_on", "last_visit_on"):
            if said.get(name) and said[name] > self.today:
                self.add_error(name, NOT_YET)
        known, expected = said.get("known_on"), said.get("expected_on")
        if known and expected and not known - CARRIED <= expected <= known + CARRIED:
            self.add_error("expected_on", _("That is too far from the day on which it was known. Check the year."))
        return said

    @property
    def said(self) -> Expecting:
        """The pregnancy as it is said."""
        given = self.cleaned_data
        return Expecting(
            known_on=given["known_on"], expected_on=given.get("expected_on"), birth_where=given.get("birth_where", ""),
            birth_plan=given.get("birth_plan", ""), visits=given["visits"], last_visit_on=given.get("last_visit_on"),
        )  # fmt: skip


class BirthForm(Form):
    """How a pregnancy ended, and what the baby is called."""

    CHOICES = (Ending.LIVE, Ending.STILL, Ending.LOSS, Ending.NOT_KNOWN)
    ended_on = forms.DateField(label=_("Day"))
    ending = forms.ChoiceField(label=_("How it ended"), choices=[(one.value, one.label) for one in CHOICES])
    called = forms.CharField(label=_("What the baby is called"), required=False, max_length=80)
    twin = forms.CharField(label=_("A second baby, where there is one"), required=False, max_length=80)
    lives_inside = forms.BooleanField(label=_("The baby lives inside with her"), required=False, initial=True)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, today: date, pregnancy: Pregnancy, **kwargs: Any) -> None:
        super().__init__(*args, initial={"version": pregnancy.version, "ended_on": today}, **kwargs)
        self.today, self.pregnancy = today, pregnancy

    def clean(self) -> dict[str, Any]:
        """A live birth has a name or “the baby”; nothing else has one; no day after today."""
        said = self.cleaned_data
        if said.get("ended_on") and not self.pregnancy.known_on <= said["ended_on"] <= self.today:
            self.add_error("ended_on", _("Not before it was known, and not after today."))
        if said.get("ending") == Ending.LIVE and not said.get("called"):
            self.add_error("called", _("Say what the child is called, or “the baby”."))
        if said.get("ending") not in {Ending.LIVE, None} and (said.get("called") or said.get("twin")):
            self.add_error("called", _("Only a live birth has a baby here."))
        return said

    @property
    def babies(self) -> tuple[Born, ...]:
        """The babies born."""
        said = self.cleaned_data
        names = [said.get("called"), said.get("twin")]
        return tuple(
            Born(called=one, born_on=said["ended_on"], lives_inside=said["lives_inside"]) for one in names if one
        )


class BabyForm(Form):
    """A small child of hers."""

    called = forms.CharField(label=_("What the child is called"), max_length=80)
    born_on = forms.DateField(label=_("Born on"))
    lives_inside = forms.BooleanField(label=_("Lives inside with her"), required=False, initial=True)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_born_on(self) -> date:
        """A day that was, and a small child."""
        day: date = self.cleaned_data["born_on"]
        if not self.today - OLDEST <= day <= self.today:
            raise forms.ValidationError(_("Not after today, and no more than seven years ago."))
        return day

    @property
    def born(self) -> Born:
        """The child as it is said."""
        said = self.cleaned_data
        return Born(called=said["called"], born_on=said["born_on"], lives_inside=said["lives_inside"])


class DosesForm(Form):
    """Which doses were given on a day."""

    codes = forms.MultipleChoiceField(label=_("Given"), widget=forms.CheckboxSelectMultiple)
    given_on = forms.DateField(label=_("On"))
    given_by = forms.CharField(
        label=_("Who gave it"), max_length=120,
        help_text=_("The vaccinator, as the card or the register names them; “not known” is an answer."),
    )  # fmt: skip
    given_where = forms.CharField(
        label=_("Where"), required=False, max_length=120, help_text=_("The centre, the hospital, or here inside.")
    )

    def __init__(self, *args: Any, today: date, baby: Baby, open_ones: Sequence[Vaccine], **kwargs: Any) -> None:
        super().__init__(*args, initial={"given_on": today, **kwargs.pop("initial", {})}, **kwargs)
        self.today, self.baby = today, baby
        field = self.fields["codes"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(one.code, one.title) for one in open_ones]

    def clean_given_on(self) -> date:
        """Between the birth and today."""
        day: date = self.cleaned_data["given_on"]
        if not self.baby.born_on <= day <= self.today:
            raise forms.ValidationError(_("Not before the birth, and not after today."))
        return day


class LeftForm(Form):
    """Since when a child lives outside."""

    left_on = forms.DateField(label=_("Lives outside since"))
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
