"""The forms of sealed records."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.casework.survivors.models import Chosen, How, Kind, SurvivorRecord
from rihai.casework.survivors.operations import Held
from rihai.kit.editing import Versioned
from rihai.kit.forms import Form

CALLED_HELP = _("Not her name, if she prefers: what you two call her here.")


def _area(rows: int = 3) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "autocomplete": "off"})


class OpenForm(Form):
    """What she is called, what she wishes, and when you look at it together again."""

    called = forms.CharField(label=_("What she is called here"), max_length=120, help_text=CALLED_HELP)
    wishes = forms.CharField(
        label=_("What she wishes, in her own words"), required=False, max_length=2000, widget=_area(),
        help_text=_("Who may know, how she can be reached safely, what nobody may do without asking her."),
    )  # fmt: skip
    review_on = forms.DateField(label=_("Looked at together again on"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        kwargs["initial"] = {"review_on": today + timedelta(days=7), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_review_on(self) -> date:
        """A day to come."""
        day: date = self.cleaned_data["review_on"]
        if day <= self.today:
            raise forms.ValidationError(_("Choose a day to come."))
        return day


class NewForm(OpenForm):
    """A record of a person goes with her id in the body of what is sent: an address lies in histories and logs."""

    person = forms.UUIDField(required=False, widget=forms.HiddenInput)


class ReviewForm(Versioned, OpenForm):
    """The same, looked at again; two windows of one counsellor are shown the difference."""

    def __init__(self, *args: Any, today: date, record: SurvivorRecord, **kwargs: Any) -> None:
        now = {"called": record.called, "wishes": record.wishes or ""}
        super().__init__(*args, today=today, initial=now, **kwargs)
        self.fields["version"] = forms.IntegerField(widget=forms.HiddenInput, min_value=0, initial=record.version)
        self.watch(record.version)


class SessionForm(Form):
    """A session as it was held."""

    kind = forms.ChoiceField(label=_("What it was"), choices=Kind.choices)
    how = forms.ChoiceField(label=_("How you met"), choices=How.choices)
    held_on = forms.DateField(label=_("Day"))
    minutes = forms.IntegerField(label=_("Minutes"), min_value=1, max_value=480, initial=45)
    note = forms.CharField(
        label=_("For whoever goes on with her"), required=False, max_length=4000, widget=_area(4),
        help_text=_("What helped, what comes next. Her account only as far as she wants it written down."),
    )  # fmt: skip

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"held_on": today}, **kwargs)
        self.today = today

    def clean_held_on(self) -> date:
        """A day that has been."""
        day: date = self.cleaned_data["held_on"]
        if day > self.today:
            raise forms.ValidationError(_("That day has not come yet."))
        return day

    @property
    def held(self) -> Held:
        """The session as it is said."""
        said = self.cleaned_data
        return Held(
            kind=said["kind"], how=said["how"], held_on=said["held_on"], minutes=said["minutes"],
            note=said.get("note", ""),
        )  # fmt: skip


class ReferForm(Form):
    """Whom she chose, what they are told, and her word."""

    receiver = forms.CharField(label=_("To whom, as she chose"), max_length=200)
    told = forms.CharField(
        label=_("What they are told"), max_length=2000, widget=_area(),
        help_text=_("No more than they need for what they do. Read it to her."),
    )  # fmt: skip
    her_word = forms.CharField(
        label=_("What she said when you asked her"), max_length=600, widget=_area(2),
        help_text=_("She may take it back at any time, and nothing ends for her because of that."),
    )  # fmt: skip


class SettleForm(Form):
    """What came of it."""

    state = forms.ChoiceField(
        label=_("What came of it"), widget=forms.RadioSelect,
        choices=[(one.value, one.label) for one in (Chosen.DONE, Chosen.REFUSED, Chosen.WITHDRAWN)],
    )  # fmt: skip
    answer = forms.CharField(label=_("In a few words"), required=False, max_length=600, widget=_area(2))
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class WatchForm(Form):
    """Of whose release she wants to hear."""

    name = forms.CharField(label=_("Name"), max_length=200)
    father = forms.CharField(label=_("Father’s name"), required=False, max_length=200)
    number = forms.CharField(
        label=_("A number, if she knows one"), required=False, max_length=40,
        widget=forms.TextInput(attrs={"dir": "ltr"}),
        help_text=_("Identity card or prison number. Nobody at that person’s prison learns that it was asked."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """A name alone meets too many."""
        said = self.cleaned_data
        if said.get("name") and not (said.get("father") or said.get("number")):
            self.add_error("father", _("Give the father’s name or a number: a name alone meets too many."))
        return said


class CloseForm(Form):
    """How it ends."""

    closing = forms.CharField(label=_("How it ends, and whom she can turn to"), max_length=1000, widget=_area(3))
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class AgainForm(Form):
    """She has come back."""

    review_on = forms.DateField(label=_("Looked at together again on"))
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class OfferForm(Form):
    """To whom a record is offered."""

    receiver = forms.ModelChoiceField(label=_("To which counsellor"), queryset=Account.objects.none())
    says = forms.CharField(
        label=_("A word to them"), required=False, max_length=300, widget=_area(2),
        help_text=_("Nothing about her: they see her record when they accept, and tell her themselves."),
    )  # fmt: skip

    def __init__(self, *args: Any, counsellors: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["receiver"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = counsellors


class TakeForm(Form):
    """Why a record is taken over, and who stands beside."""

    second = forms.ModelChoiceField(
        label=_("Who stands beside you"), queryset=Account.objects.none(),
        help_text=_("They see the code and your reason, nothing of her."),
    )  # fmt: skip
    reason = forms.CharField(label=_("Why"), max_length=600, widget=_area(2))

    def __init__(self, *args: Any, seconds: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["second"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = seconds


class JoinForm(Form):
    """Joining a record to a person asks for nothing but the version that was read; who she is stands in no address."""

    person = forms.UUIDField(widget=forms.HiddenInput)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
