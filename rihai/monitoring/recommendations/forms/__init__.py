"""The forms of findings and recommendations: what was found, what is asked, what is answered, whether it was kept."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.kit.forms import Form
from rihai.kit.forms.careful import take_care
from rihai.kit.links import DAYS
from rihai.monitoring.forms import Entry, area, line, of
from rihai.monitoring.inspections.queries.scored import Named, Result, named
from rihai.monitoring.recommendations.models import Level, ResponseKind, Verified
from rihai.monitoring.recommendations.operations.sending import DAYS_TO_ANSWER

ENDANGERS = _("Somebody could come to harm if the authority were asked before the report")


class FindingForm(Entry):
    """What was found, and on which items it rests."""

    says = area(_("What was found"), 1000, required=True, help_text=_("No names of prisoners."))
    items = forms.MultipleChoiceField(
        label=_("Items it rests on"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Those that were answered partly or no. The Rules are taken from them."),
    )  # fmt: skip
    endangers = forms.BooleanField(
        label=ENDANGERS, required=False, help_text=_("Then it is not shown to the authority, and no answer is printed.")
    )
    endangers_why = area(_("Why"), 400, rows=2)

    def __init__(self, *args: Any, result: Result, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fallen = [
            named(name)
            for name, mark in result.marks.items()
            if mark.value is not None and mark.value < 1
        ]  # fmt: skip
        fallen.sort(key=lambda one: not one.is_critical)
        self.fields["items"].choices = [(one.name, _label(one)) for one in fallen]  # type: ignore[attr-defined]


def _label(one: Named) -> str:
    return f"{one.code} · {one.asks}"


class ChangeFindingForm(Entry):
    """Its words, while it is a draft of ours."""

    says = area(_("What was found"), 1000, required=True, help_text=_("No names of prisoners."))
    endangers = forms.BooleanField(label=ENDANGERS, required=False)
    endangers_why = area(_("Why"), 400, rows=2)


class RecommendForm(Form):
    """What is asked, of whom, by when."""

    says = area(_("What is asked"), 1000, required=True, help_text=_("One thing that can be seen to be done."))
    level = of(_("Who can really act"), Level.choices, help_text=_("Often somebody above the prison."))
    authority = line(_("The authority by its name"), 160)
    due_on = forms.DateField(label=_("By when"))
    repeats = of(_("Asked before and not kept"), (), required=False, help_text=_("Then it is flagged as repeated."))

    def __init__(self, *args: Any, earlier: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(one.pk), f"{one.code} · {one.says}"[:160]) for one in earlier]
        self.fields["repeats"].choices = [("", ""), *choices]  # type: ignore[attr-defined]
        if not choices:
            del self.fields["repeats"]


class SendForm(Form):
    """Until when the authority may answer."""

    answer_by = forms.DateField(label=_("Answer until"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"answer_by": today + timedelta(days=DAYS_TO_ANSWER)}, **kwargs)


class AnswerForm(Form):
    """What the authority says of a finding."""

    says = area(_("Your answer"), 2000, required=True, rows=5, help_text=_("It is printed beside the finding."))


class RespondForm(Form):
    """What the authority answers to a recommendation."""

    kind = of(_("Your answer"), ResponseKind.choices)
    says = area(_("What is done, or why not"), 2000, rows=4)
    promised_on = forms.DateField(label=_("Done by"), required=False)


class VerifyForm(Form):
    """Whether it was kept."""

    outcome = forms.ChoiceField(label=_("What was found"), choices=Verified.choices, widget=forms.RadioSelect)
    seen = area(_("What shows it"), 1000)


class LinkForm(Form):
    """For whom, and for how long."""

    authority = line(_("For which authority"), 160, required=True)
    days = forms.IntegerField(label=_("For how many days"), min_value=1, max_value=DAYS, initial=14)


class ByLinkForm(Form):
    """The answers of an authority that came by a link: to each finding, to each recommendation."""

    def __init__(self, *args: Any, findings: Any, recommendations: Any, pin: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.findings, self.recommendations = findings, recommendations
        self.fields["by_name"] = line(_("Your name and office"), 100, required=True)
        for one in findings:
            self.fields[f"finding-{one.pk}"] = area(_("Your answer"), 2000)
        for one in recommendations:
            self.fields[f"kind-{one.pk}"] = of(_("Your answer"), ResponseKind.choices, required=False)
            self.fields[f"says-{one.pk}"] = area(_("What is done, or why not"), 2000)
            self.fields[f"by-{one.pk}"] = forms.DateField(label=_("Done by"), required=False)
        self.fields["pin"] = forms.CharField(widget=forms.HiddenInput, initial=pin, max_length=20)
        for field in self.fields.values():
            take_care(field)

    @property
    def finding_rows(self) -> list[tuple[Any, Any]]:
        """Each finding with its field."""
        return [(one, self[f"finding-{one.pk}"]) for one in self.findings]

    @property
    def recommendation_rows(self) -> list[tuple[Any, list[Any]]]:
        """Each recommendation with its fields."""
        return [(one, [self[f"{name}-{one.pk}"] for name in ("kind", "says", "by")]) for one in self.recommendations]

    def said(self) -> tuple[dict[UUID, str], dict[UUID, dict[str, Any]]]:
        """What was written: of findings, of recommendations."""
        said = self.cleaned_data
        findings = {one.pk: said[f"finding-{one.pk}"] for one in self.findings if said.get(f"finding-{one.pk}")}
        responses = {
            one.pk: {
                "kind": said[f"kind-{one.pk}"], "says": said.get(f"says-{one.pk}"),
                "promised_on": said.get(f"by-{one.pk}"),
            }
            for one in self.recommendations
            if said.get(f"kind-{one.pk}")
        }  # fmt: skip
        return findings, responses
