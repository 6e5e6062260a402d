"""The forms of the slip: what stands on it, what came of reading it, what was done about a correction."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.facts import CASE_FACTS, PERSON_FACTS
from rihai.kit.editing import Versioned
from rihai.kit.forms import Form
from rihai.legal.release.models import About, Answer, Asked, HowSheIs, Slip, SlipText
from rihai.people.forms.entry import problem_text
from rihai.people.record import Path, path_text, read_path
from rihai.people.shown import label
from rihai.people.typed import BY_HAND, read_fact

LANGUAGES = (
    ("ur", _("Urdu")), ("pa", _("Punjabi")), ("skr", _("Saraiki")), ("sd", _("Sindhi")), ("ps", _("Pashto")),
    ("bal", _("Balochi")), ("hno", _("Hindko")), ("brh", _("Brahui")), ("fa", _("Dari or Persian")),
    ("en", _("English")), ("other", _("another language")),
)  # fmt: skip
_ASKED = [("", ""), *Asked.choices]


class SlipForm(Versioned, Form):
    """What stands on the slip; nothing of it names an offence or a case."""

    about = forms.ChoiceField(label=_("The slip says"), choices=About.choices)
    asked = forms.ChoiceField(
        label=_("What is asked for them"), choices=_ASKED,
        help_text=_("As they will read it. A guard may read it too: no offence, no case, no word of a court."),
    )  # fmt: skip
    more = forms.CharField(
        label=_("In your own words, if more is needed"), required=False, max_length=200,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    by_whom = forms.CharField(label=_("Who asks for it"), max_length=100, help_text=_("A name they can ask for."))
    next_on = forms.DateField(label=_("The next day that matters"), required=False)
    whom_to_tell = forms.CharField(
        label=_("Whom to tell if anybody wants money"), max_length=140,
        help_text=_("A name or post and how to reach it from inside, not the one who asks for it."),
    )  # fmt: skip
    due_on = forms.DateField(label=_("To be read to them by"))
    provision = forms.CharField(widget=forms.HiddenInput, required=False, max_length=80)
    case = forms.CharField(widget=forms.HiddenInput, required=False, max_length=200)

    def __init__(self, *args: Any, slip: Slip | None = None, **kwargs: Any) -> None:
        if slip is not None:
            names = ("about", "asked", "more", "by_whom", "next_on", "whom_to_tell", "due_on")
            kwargs["initial"] = {name: getattr(slip, name) for name in names}
        super().__init__(*args, **kwargs)
        if slip is not None:
            for name in ("about", "provision", "case"):
                del self.fields[name]
            self.fields["version"] = forms.IntegerField(widget=forms.HiddenInput, min_value=0, initial=slip.version)
            self.watch(slip.version)

    @property
    def text(self) -> SlipText:
        """What stands on it."""
        said = self.cleaned_data
        return SlipText(said["asked"], said["by_whom"], said["whom_to_tell"], said["next_on"], said["more"])


class ToldForm(Form):
    """What came of going to her."""

    answer = forms.ChoiceField(label=_("What came of it"), choices=Answer.choices, widget=forms.RadioSelect)
    told_on = forms.DateField(label=_("On"))
    in_language = forms.ChoiceField(
        label=_("Read to them in"), required=False, choices=[("", ""), *LANGUAGES],
        help_text=_("Needed when it was read to them."),
    )  # fmt: skip
    kept = forms.ChoiceField(
        label=_("The paper"), required=False,
        choices=[("", ""), ("yes", _("they kept it")), ("no", _("they did not want to keep it"))],
    )  # fmt: skip
    how_she_is = forms.ChoiceField(label=_("How they are"), required=False, choices=[("", ""), *HowSheIs.choices])
    correction = forms.CharField(
        label=_("What they say is otherwise"), required=False, max_length=1500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "In their words. It goes to those who keep their record; nothing is changed before somebody looks."
        ),
    )  # fmt: skip
    again_on = forms.DateField(label=_("Somebody goes again on"), required=False, help_text=_("If they were not seen."))
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        """Read to her: in a language. Not seen: another day, still to come."""
        said = self.cleaned_data
        if said.get("answer") == Answer.TOLD and not said.get("in_language"):
            self.add_error("in_language", _("Say in which language it was read to them."))
        if said.get("answer") == Answer.ABSENT and not said.get("again_on"):
            self.add_error("again_on", _("Say on which day somebody will go again."))
        if said.get("again_on") and said["again_on"] < self.today:
            self.add_error("again_on", _("That day is past."))
        if said.get("told_on") and said["told_on"] > self.today:
            self.add_error("told_on", _("That day has not come yet."))
        return said

    @property
    def has_kept(self) -> bool | None:
        """Whether she kept the paper; None where nobody says."""
        return {"yes": True, "no": False}.get(self.cleaned_data.get("kept") or "")


class LookedAtForm(Form):
    """What was done about what she corrected."""

    how = forms.CharField(label=_("What was done about it"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class WrittenForm(Form):
    """What she corrects, as a fact of her record: which fact, and what it is, as a register would have it."""

    fact = forms.ChoiceField(label=_("Which fact"))
    value = forms.CharField(
        label=_("What they say it is"), max_length=1000,
        help_text=_("As a register would have it: a day, a number, yes or no, a name."),
    )  # fmt: skip
    true_on = forms.DateField(label=_("Said on"))
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, cases: Sequence[str], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.said: dict[str, Any] = {}
        field = self.fields["fact"]
        assert isinstance(field, forms.ChoiceField)
        groups = [(_("The person"), _paths("", PERSON_FACTS)), *((case, _paths(case, CASE_FACTS)) for case in cases)]
        field.choices = [("", ""), *groups]

    @property
    def path(self) -> Path:
        """The fact, in its case where it is of one."""
        return read_path(self.cleaned_data["fact"])

    def clean(self) -> dict[str, Any]:
        """Read the value; one that cannot be read is said beside the field."""
        told = self.cleaned_data
        if told.get("true_on") and told["true_on"] > self.today:
            self.add_error("true_on", _("That day has not come yet."))
        if self.errors:
            return told
        self.said, problems = read_fact(self.path.fact, told["value"], told["true_on"])
        wrong = [str(problem_text(one)) for one in problems if one.rejects or self.path.fact not in self.said]
        if wrong or self.path.fact not in self.said:
            self.add_error("value", wrong or [str(_("This could not be read. Write it as a register would have it."))])
        return told


def _paths(case_id: str, facts: Collection[str]) -> list[tuple[str, Any]]:
    found = [(path_text(Path(case_id, name)), label(name)) for name in facts if name in BY_HAND]
    return sorted(found, key=lambda one: str(one[1]))
