"""The forms of the challenges register."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from rihai.coordination.challenges.models import Challenge, Counted, Shows, State
from rihai.coordination.challenges.ranking import Weights
from rihai.kit.files.upload import FileField
from rihai.kit.forms import Form
from rihai.monitoring.forms import NOT_CHOSEN, Entry, area, day, line, of
from rihai.places.models import Place
from rihai.profile.flags import FLAGS
from rihai.screening.law.packs import law_on
from rihai.words import say

POINTS = [(n, str(n)) for n in range(1, 6)]
MOST = 100_000_000
FINDING, RISK = "finding:", "risk:"


def _points(label: Any, help_text: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, choices=POINTS, coerce=int, help_text=help_text, initial=3)


class ChallengeForm(Entry):
    """A challenge: the problem, whom it touches, how grave and how feasible, what is to be done."""

    title = line(_("In a few words"), 200, required=True)
    problem = area(_("The problem"), 2000, required=True, rows=4, help_text=_("No names of people."))
    place = forms.ModelChoiceField(
        label=_("Place"), queryset=Place.objects.none(), required=False, empty_label=_("the whole office")
    )
    severity = _points(_("How grave it is"), _("1: a nuisance; 5: life, limb or liberty."))
    feasibility = _points(_("How feasible a change is"), _("1: asks for a new law; 5: somebody we know can do it now."))
    counted = forms.ChoiceField(
        label=_("People it touches"), choices=Counted.choices, initial=Counted.UNKNOWN, widget=forms.RadioSelect
    )
    counts = of(_("What is counted"), (), required=False)
    entered = forms.IntegerField(label=_("Or the figure"), required=False, min_value=0, max_value=MOST)
    method = line(_("Where the figure comes from"), 300)
    plan = area(_("What is to be done"), 2000, rows=4)
    responsible = line(_("Who sees to it"), 160, help_text=_("A post, not a person: it stays when its holder leaves."))
    review_on = day(_("Looked at again on"))

    def __init__(
        self, *args: Any, places: Any, whole: bool, on: date, record: Challenge | None = None, **kwargs: Any
    ) -> None:
        counts = {"counts": f"{record.counted}:{record.counts}"} if record else {}
        initial = {**kwargs.pop("initial", {}), **counts}
        super().__init__(*args, record=record, initial=initial, **kwargs)
        field, counted = self.fields["place"], self.fields["counts"]
        assert isinstance(counted, forms.ChoiceField)
        assert isinstance(field, forms.ModelChoiceField)
        counted.choices = [NOT_CHOSEN, *_countable(on)]
        if record is not None:
            del self.fields["place"]
            return
        field.queryset, field.required = places, not whole
        if not whole:
            field.empty_label = None

    def clean(self) -> dict[str, Any]:
        """What is counted must be of the kind that was chosen."""
        said = super().clean() or self.cleaned_data
        kind, _mark, code = str(said.get("counts") or "").partition(":")
        if code and said.get("counted") in {Counted.FINDING, Counted.RISK} and kind != said["counted"]:
            self.add_error("counts", str(_("Choose one of the kind that is named above.")))
        said["counts"] = code
        return said


def _countable(on: date) -> list[tuple[Any, Any]]:
    language = get_language() or "en"
    provisions = [
        (f"{FINDING}{one.id}", one.title.of(language)) for one in law_on(on).by_rank if one.kind in {"release", "alert"}
    ]
    groups = [(f"{RISK}{code}", say(one.title, language)) for code, one in FLAGS.items()]
    return [(_("Provisions"), provisions), (_("Groups at risk"), groups)]


class EvidenceForm(Form):
    """What shows a challenge."""

    kind = of(_("What it is"), Shows.choices)
    says = area(_("What it shows"), 400, required=True)
    linked = of(_("Which of ours"), (), required=False, help_text=_("A recommendation, a briefing or a meeting."))
    about = line(_("Its number, day or address"), 300)
    file = FileField(label=_("The file"), required=False)

    def __init__(self, *args: Any, linked: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["linked"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [NOT_CHOSEN, *linked]
        if not linked:
            del self.fields["linked"]

    def said(self) -> dict[str, Any]:
        """What was written, for the operation."""
        file = self.cleaned_data.get("file")
        return {**self.cleaned_data, "file": (file.name, file.read()) if file else None}


class ReviewForm(Entry):
    """What was found at a review."""

    state = forms.ChoiceField(label=_("Where it stands"), choices=State.choices, widget=forms.RadioSelect)
    says = area(_("What was done, or found"), 1000, required=True)
    review_on = day(_("Looked at next on"), required=False)


class LeaveForm(Form):
    """Why what was handed up becomes no challenge."""

    because = line(_("Why it is left"), 300, required=True)


class WeightsForm(Form):
    """How much each criterion weighs."""

    severity = forms.IntegerField(label=_("Severity"), min_value=0, max_value=10)
    people = forms.IntegerField(label=_("People"), min_value=0, max_value=10)
    feasibility = forms.IntegerField(label=_("Feasibility"), min_value=0, max_value=10)
    reason = area(_("Why they change"), 400, required=True)

    def __init__(self, *args: Any, held: Weights, **kwargs: Any) -> None:
        stands = {"severity": held.severity, "people": held.people, "feasibility": held.feasibility}
        super().__init__(*args, initial=stands, **kwargs)
