"""The forms of policy issues."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.advocacy.issues.counting import measures, quarters
from rihai.advocacy.issues.models import Issue, Stage, StepKind
from rihai.advocacy.issues.queries import cases_to_link
from rihai.advocacy.issues.trial import ended_trials
from rihai.kit.files.upload import FileField
from rihai.kit.forms import Form
from rihai.kit.templatetags.kit import day as day_text
from rihai.legal.matters.models import PublicFacts
from rihai.monitoring.forms import NOT_CHOSEN, Entry, area, day, line, of


class IssueForm(Entry):
    """What in law or practice is to change."""

    title = line(_("Title"), 200, required=True)
    problem = area(_("What is wrong today"), 2000, required=True, rows=5)
    law = line(_("Which law, rule or order"), 300)
    next_on = day(_("When to look at it next"), required=False)


class PositionForm(Form):
    """What the office holds, beside what it held before."""

    number = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=30_000)
    says = area(_("What we hold"), 4000, required=True, rows=10)


class StepForm(Form):
    """What was done, or happened; each kind asks for what it needs."""

    on = day(_("On which day"))
    stage = of(_("How far it has come"), Stage.choices)
    says = area(_("What was said or done"), 1000, required=True)
    contribution = area(
        _("What was ours in it, and what was others’"), 1000, required=True,
        help_text=_("A contribution, never the cause: changes have many parents."),
    )  # fmt: skip
    who = line(_("With whom, or to whom"), 200, help_text=_("Posts and authorities, not persons’ names."))
    link = forms.URLField(label=_("Link"), max_length=500, required=False, assume_scheme="https")
    file = FileField(label=_("File"), required=False)

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if kind != StepKind.STAGE:
            del self.fields["stage"]
        else:
            self.fields["says"].required = False
        if kind == StepKind.OUTCOME:
            self.fields["says"].label = _("What changed")
            self.fields["on"].label = _("Since which day")
        else:
            del self.fields["contribution"]
        if kind not in {StepKind.SUBMISSION, StepKind.MEETING}:
            del self.fields["who"]


class FigureForm(Form):
    """A count of our own records for a whole quarter."""

    measure = forms.ChoiceField(label=_("What is counted"))
    first = forms.ChoiceField(label=_("Quarter"))

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = sorted(((code, str(one.title)) for code, one in measures().items()), key=lambda one: one[1])
        self.fields["measure"] = forms.ChoiceField(label=_("What is counted"), choices=[NOT_CHOSEN, *names])
        spans = [(first.isoformat(), f"{day_text(first)} – {day_text(end)}") for first, end in quarters(on)]
        self.fields["first"] = forms.ChoiceField(
            label=_("Quarter"), choices=[NOT_CHOSEN, *spans], help_text=_("The last day is not included.")
        )


class TrialForm(Form):
    """Which comparison of two versions of the law is kept with the issue."""

    trial = forms.ChoiceField(label=_("Comparison"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = [(str(one.pk), f"{one.kept.pack} {one.kept.version}, {day_text(one.on)}") for one in ended_trials()]
        self.fields["trial"] = forms.ChoiceField(
            label=_("Comparison"), choices=[NOT_CHOSEN, *rows],
            help_text=_("A lawyer compares a draft pack under Ask, “Try a new law”; only its counts come here."),
        )  # fmt: skip


class CaseForm(Form):
    """Which case brought for many bears on the issue."""

    says = area(_("What it has to do with it"), 400)

    def __init__(self, *args: Any, issue: Issue, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["facts"] = _CaseField(label=_("Case"), queryset=cases_to_link(issue))
        self.order_fields(["facts"])


class _CaseField(forms.ModelChoiceField[PublicFacts]):
    def label_from_instance(self, obj: PublicFacts) -> str:
        return f"{obj.title} ({obj.court_name})" if obj.court_name else str(obj.title)
