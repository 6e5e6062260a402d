"""The forms about a person's wish and a match: answers, meetings, pauses, endings, concerns."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.casework.mentoring.forms.base import NOT_CHOSEN, Entry, districts, one_of, several, words
from rihai.casework.mentoring.models import (
    About,
    Ending,
    Faith,
    How,
    Language,
    Outcome,
    Pausing,
    Said,
    Time,
    Topic,
    Wants,
    WithSex,
)

LENGTHS = (15, 30, 45, 60, 90, 120)


class WishForm(Entry):
    """What the person says of a mentor."""

    wants = one_of(_("A mentor"), Wants.choices)
    languages = several(_("Speaks"), Language.choices)
    times = several(_("Has time"), Time.choices)
    by_phone = forms.BooleanField(label=_("Telephoning is fine too"), required=False)
    with_sex = forms.ChoiceField(label=_("Would like as mentor"), choices=WithSex.choices)
    faith = forms.ChoiceField(label=_("The other’s faith"), choices=Faith.choices)
    district = districts(_("Will live in the district, after release"))
    not_wanted = words(_("What they do not want"), help_text=_("In their own words; nothing of health or of the case."))


class AnswerForm(Entry):
    """What one side says to a proposal."""

    answer = one_of(_("Answer"), [one for one in Said.choices if one[0]])
    how = words(
        _("How the person was told, and how they said so"),
        help_text=_("Read to her in Punjabi; she said yes and put her thumb to it."),
    )  # fmt: skip
    why_not = words(_("If no: why, as far as they wish to say"))

    def __init__(self, *args: Any, side: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.side = side
        if side != "person":
            del self.fields["how"]

    def clean(self) -> dict[str, Any]:
        """The person's yes says how it was given."""
        said = super().clean()
        if self.side == "person" and said.get("answer") == Said.YES and not said.get("how", "").strip():
            self.add_error("how", _("This is needed. Write or choose it."))
        return said


class MeetingForm(Entry):
    """A meeting in a minute: did they meet, how, how long, a heading, a worry, the next day."""

    outcome = one_of(_("What came of it"), Outcome.choices)
    on = forms.DateField(label=_("Day"))
    how = one_of(_("How"), How.choices)
    minutes = forms.TypedChoiceField(
        label=_("How long, in minutes"),
        help_text=_("If you met."), choices=[(one, one) for one in LENGTHS], coerce=int, empty_value="",
        widget=forms.RadioSelect, required=False,
    )  # fmt: skip
    topic = forms.ChoiceField(label=_("About"), choices=[NOT_CHOSEN, *Topic.choices], required=False)
    risk = forms.BooleanField(label=_("Something worries me"), required=False)
    worry = words(
        _("What worries me"), help_text=_("The coordinator reads it today. If life is in danger, telephone first.")
    )
    next_on = forms.DateField(label=_("We meet next on"), required=False)
    key = forms.UUIDField(widget=forms.HiddenInput)
    past = ("on",)

    def clean(self) -> dict[str, Any]:
        """A meeting has a length, a worry its words."""
        said = super().clean()
        if said.get("outcome") == Outcome.MET and not said.get("minutes") and "minutes" not in self.errors:
            self.add_error("minutes", _("Say how long it was."))
        if said.get("risk") and not said.get("worry", "").strip():
            self.add_error("worry", _("Say in a sentence what worries you; the coordinator reads it."))
        if said.get("next_on") and said.get("on") and said["next_on"] < said["on"]:
            self.add_error("next_on", _("The next meeting lies after this one."))
        return said

    @property
    def sent_key(self) -> UUID:
        """The key the page made."""
        key: UUID = self.cleaned_data["key"]
        return key


class CorrectMeetingForm(MeetingForm):
    """What was really so; a worry is raised by itself."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("risk", "worry", "next_on", "key"):
            self.fields.pop(name, None)


class PauseForm(Entry):
    """Why it is paused."""

    why = one_of(_("Why"), [one for one in Pausing.choices if one[0] != Pausing.CONCERN])
    reason = words(_("In a sentence"))


class EndForm(Entry):
    """A safe ending: why, the last meeting, what happens next."""

    ending = one_of(
        _("Why the match ends"), [one for one in Ending.choices if one[0] not in {Ending.CONSENT, Ending.DIED}]
    )
    why = words(_("In a sentence"), help_text=_("Without blame for either."))
    on = forms.DateField(label=_("Last day"))
    last_meeting_on = forms.DateField(
        label=_("Last meeting on"), required=False, help_text=_("A planned ending has one, to say goodbye.")
    )
    what_next = words(
        _("What happens next for the person"), required=True, help_text=_("Who sees them from now on, and when first.")
    )
    past = ("on", "last_meeting_on")


class CallForm(Entry):
    """The person was called after an ending nobody planned."""

    on = forms.DateField(label=_("Called on"))
    past = ("on",)


class ConcernForm(Entry):
    """What worries somebody about the person, or about the place. About a mentor it goes another way: the coordinator,
    who reads this, stands above them."""

    about = one_of(_("About whom"), [one for one in About.choices if one[0] != About.MENTOR])
    what = words(_("What worries you"), 1000, required=True)


class SettleForm(Entry):
    """What was done about it."""

    outcome = words(_("What was done"), required=True)
