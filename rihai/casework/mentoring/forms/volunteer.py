"""The forms about a volunteer: the application, references, checks, the decision, training, agreement, leaving."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.casework.mentoring.forms.base import NOT_CHOSEN, Entry, districts, minutes, one_of, several, words
from rihai.casework.mentoring.models import (
    Answer,
    Boundary,
    CheckKind,
    CheckResult,
    Faith,
    Ground,
    Language,
    Once,
    Signed,
    SupervisionKind,
    Time,
    WithSex,
)
from rihai.people.forms.entry import PlaceChoice
from rihai.people.models import Sex
from rihai.places.models import Place


class OwnForm(Entry):
    """What somebody writes of herself who offers to be a mentor."""

    name = forms.CharField(label=_("Name"), max_length=120)
    phone = forms.CharField(
        label=_("Telephone"), max_length=40, required=False, widget=forms.TextInput(attrs={"dir": "ltr"}),
        help_text=_("Kept sealed. The person who is mentored never gets it."),
    )  # fmt: skip
    sex = forms.ChoiceField(label=_("Sex"), choices=[NOT_CHOSEN, *Sex.choices])
    district = districts(_("Lives in the district"))
    languages = several(_("Speaks"), Language.choices)
    times = several(_("Has time"), Time.choices)
    by_phone = forms.BooleanField(label=_("Telephoning is fine too"), required=False)
    with_sex = forms.ChoiceField(label=_("Would like to mentor"), choices=WithSex.choices)
    faith = forms.ChoiceField(label=_("The other’s faith"), choices=Faith.choices)
    not_wanted = words(_("What they do not want"))
    motive = words(_("Why they offer it, in their own words"), 1000)
    was_inside = forms.ChoiceField(
        label=_("Has been in prison"), choices=Once.choices, required=False,
        help_text=_("People once inside are welcome; nobody has to say. A record alone does not exclude."),
    )  # fmt: skip
    own_cases = words(
        _("Cases they have to do with"), 1000,
        help_text=_(
            "FIR and police station, one a line: as accused, complainant or witness. Kept sealed, and used for one "
            "thing: not to be matched with somebody of the same case."
        ),
    )  # fmt: skip
    field_order = ("name", "phone", "sex", "place")

    def clean(self) -> dict[str, Any]:
        """What is empty is kept as nothing."""
        said = super().clean()
        for name in ("phone", "own_cases"):
            if name in said:
                said[name] = said[name] or None
        return said


class VolunteerForm(OwnForm):
    """The same typed in by the office, with the place where they would mentor."""

    place = PlaceChoice(label=_("Would mentor at"), queryset=Place.objects.none())

    def __init__(self, *args: Any, places: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["place"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = places


class ReferenceForm(Entry):
    """Somebody who knows the volunteer."""

    name = forms.CharField(label=_("Name"), max_length=120)
    relation = forms.CharField(
        label=_("How they know them"),
        max_length=120,
        help_text=_("Not a relative: a teacher, an employer, a neighbour."),
    )
    phone = forms.CharField(
        label=_("Telephone"), max_length=40, required=False, widget=forms.TextInput(attrs={"dir": "ltr"})
    )


class ReferenceAnswerForm(Entry):
    """What they said."""

    answer = one_of(_("What came of it"), [one for one in Answer.choices if one[0]])
    said = words(_("In a sentence"), help_text=_("The volunteer never reads this."))


class CheckForm(Entry):
    """One thing looked at."""

    kind = forms.ChoiceField(label=_("What was looked at"), choices=[NOT_CHOSEN, *CheckKind.choices])
    result = one_of(_("What came of it"), CheckResult.choices)
    on = forms.DateField(label=_("Day"))
    note = words(_("Note"), help_text=_("No offence is written down here, and no sentence."))
    past = ("on",)


class DeclineForm(Entry):
    """Why somebody is not accepted; there is no ground "a record" to choose."""

    ground = one_of(_("On which ground"), Ground.choices)
    reason = words(
        _("In a sentence"),
        required=True,
        help_text=_("What they do now, or what could not be seen. Not a record alone."),
    )
    seen_on = forms.DateField(
        label=_("Seen on"), required=False,
        help_text=_("For what they do now: the day within the last two years on which it was seen."),
    )  # fmt: skip
    past = ("seen_on",)


class TrainingForm(Entry):
    """Hours taught on a day."""

    on = forms.DateField(label=_("Day"))
    hours = forms.DecimalField(label=_("Hours"), min_value=0, max_value=24, max_digits=4, decimal_places=1)
    topics = several(_("What was taught"), Boundary.choices, _("The first four are needed before anybody is met."))
    given_by = forms.CharField(label=_("Given by"), max_length=120, required=False)
    past = ("on",)


class AgreementForm(Entry):
    """The agreement is signed for a year."""

    signed_on = forms.DateField(label=_("Signed on"))
    signed_how = one_of(_("How"), Signed.choices)
    past = ("signed_on",)


class SupervisionForm(Entry):
    """A time of supervision."""

    on = forms.DateField(label=_("Day"))
    minutes = minutes(_("Minutes"))
    kind = one_of(_("How"), SupervisionKind.choices)
    note = words(_("Note"), help_text=_("Nothing of the person who is mentored."))
    past = ("on",)


class LeaveForm(Entry):
    """The volunteer stops."""

    on = forms.DateField(label=_("Day"))
    reason = words(_("Why"))
    past = ("on",)


class AccountForm(Entry):
    """By which account she signs in."""

    account_id = forms.ChoiceField(label=_("Account"), choices=[])

    def __init__(self, *args: Any, accounts: Iterable[Account], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["account_id"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [NOT_CHOSEN, *((str(one.pk), one.name) for one in accounts)]

    @property
    def account(self) -> UUID:
        """The key that was chosen."""
        return UUID(self.cleaned_data["account_id"])


class RecordForm(Entry):
    """Her own record with us, by its number."""

    number = forms.CharField(
        label=_("Number of the identity card, or prison number"), max_length=40, required=False,
        widget=forms.TextInput(attrs={"dir": "ltr", "autocomplete": "off"}),
        help_text=_("With their leave alone. Empty: no record is named any more."),
    )  # fmt: skip
