"""The forms of stories: her words, photographs, leave, uses, the checklist, a decision."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.advocacy.campaigns.models import Language
from rihai.advocacy.publications.models import Publication, PublicationState
from rihai.advocacy.stories.checklist import QUESTIONS
from rihai.advocacy.stories.models import Channel, StoryConsent
from rihai.kit.files.upload import FileField
from rihai.kit.forms import Form
from rihai.monitoring.forms import Entry, area, day, line, of


class WordsForm(Entry):
    """The words as they may be told, agreed with her."""

    title = line(_("What we call it here"), 160, required=True, help_text=_("Neither her name nor her prison."))
    called = line(_("What she is called in it"), 80, help_text=_("A name she chose that is not hers."))
    says = area(
        _("Her words, as they may be told"), 6000, required=True, rows=10,
        help_text=_("Leave out names, places, exact days and ages. Who keeps stories reads this once she allows it."),
    )  # fmt: skip
    language = of(_("Language"), Language.choices)
    told_on = day(_("When she told it"))


class TellForm(WordsForm):
    """A story, and what asks for care."""

    is_child = forms.BooleanField(label=_("She is under eighteen, or was when it happened"), required=False)
    is_survivor = forms.BooleanField(
        label=_("It is of torture, sexual violence or trafficking"), required=False,
        help_text=_("A supervisor decides each use of it by name."),
    )  # fmt: skip


class OutsideForm(TellForm):
    """The story of somebody of whom there is no record here."""

    name = line(_("Whose story it is"), 160, required=True, help_text=_("Sealed: seen by you and by who signs."))
    contact = line(_("How she is reached"), 200, help_text=_("Sealed too. She must be able to take her leave back."))
    field_order = ("name", "contact")


class PictureForm(Form):
    """A photograph."""

    says = line(_("What is to be seen"), 200, required=True, help_text=_("No name; as for somebody who cannot see it."))
    file = FileField(
        label=_("Photograph"), help_text=_("JPEG, PNG or WebP. Place, day and device are taken out of the file.")
    )


class LeaveForm(Form):
    """Her leave for one channel and a time."""

    channel = of(_("For what"), Channel.choices)
    says = line(_("In her own words"), 300, help_text=_("What she allows, and what she does not."))
    read_on = day(_("When the words were read to her as they stand"))
    given_how = line(
        _("How she gave it"), 160, required=True, help_text=_("Signature, thumbprint, spoken before a witness…")
    )
    witness = line(_("Witness"), 160)
    started_on = day(_("From"))
    ended_on = day(_("Until"), help_text=_("That day is not included. She may take it back on any day before."))
    is_named = forms.BooleanField(
        label=_("She wishes her own name or face to be shown"), required=False,
        help_text=_("After being told what can follow. A supervisor decides each such use."),
    )  # fmt: skip


class AgainForm(Form):
    """The changed words were read to her."""

    on = day(_("When the words were read to her as they stand"))


class UseForm(Form):
    """Where it is to stand."""

    place = line(_("Where exactly"), 200, required=True, help_text=_("Which page, which report, which newspaper."))
    link = forms.URLField(label=_("Link"), max_length=500, required=False, assume_scheme="https")

    def __init__(self, *args: Any, consents: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["consent"] = _LeaveField(label=_("Under which leave"), queryset=consents)
        self.fields["publication"] = forms.ModelChoiceField(
            label=_("In which publication of ours"), required=False, empty_label=_("in none"),
            queryset=Publication.objects.filter(state=PublicationState.DRAFT),
        )  # fmt: skip
        self.order_fields(["consent"])


class _LeaveField(forms.ModelChoiceField[StoryConsent]):
    def label_from_instance(self, obj: StoryConsent) -> str:
        return f"{obj.get_channel_display()} ({obj.started_on.isoformat()} – {obj.ended_on.isoformat()})"


class CheckForm(Form):
    """The checklist; what does not hold is left unticked and said."""

    says = area(_("By what she could be recognised"), 600)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, says in QUESTIONS.items():
            self.fields[code] = forms.BooleanField(label=says, required=False)
        self.order_fields([*QUESTIONS, "says"])

    def answers(self) -> dict[str, bool]:
        """What was ticked."""
        return {code: bool(self.cleaned_data[code]) for code in QUESTIONS}


class DecideForm(Form):
    """A supervisor's decision."""

    is_allowed = forms.ChoiceField(
        label=_("This use"), choices=[("yes", _("may go on")), ("no", _("may not be made"))], widget=forms.RadioSelect
    )
    reason = area(_("Why"), 600, required=True)


class ShowForm(Form):
    """It is in use."""

    on = day(_("Since which day"))
    link = forms.URLField(label=_("Link"), max_length=500, required=False, assume_scheme="https")


class DownForm(Form):
    """It has come down."""

    on = day(_("On which day"))
    why = area(_("Who saw to it, and how"), 400, required=True, help_text=_("Also what cannot be called back."))


class ReasonForm(Form):
    """A reason."""

    why = area(_("Why"), 400, required=True)
