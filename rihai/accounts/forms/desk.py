"""Forms of break-glass, its review, the access log, and the register of demands."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account, Outcome, Verdict
from rihai.accounts.operations.glass import SHORTEST_REASON
from rihai.kit.classes import OF_PEOPLE
from rihai.kit.forms import Form


class GlassForm(Form):
    """Whom to open, what of them, why, and who stands beside for sealed matter."""

    number = forms.CharField(
        label=_("Exact number of the person"),
        max_length=40,
        help_text=_("A prison, identity or case number, whole. It is not kept."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "ltr"}),
    )
    data_class = forms.ChoiceField(
        label=_("What you need to see"),
        choices=[(one.value, one.label) for one in OF_PEOPLE],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Why you need it now"),
        min_length=SHORTEST_REASON,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("A sentence of at least 20 characters. Somebody else reads and reviews it."),
    )
    second = forms.ModelChoiceField(
        Account.objects.none(),
        label=_("Second named person"),
        required=False,
        help_text=_("For sealed matter alone: it opens when they confirm."),
    )

    def __init__(self, *args: Any, seconds: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        second = self.fields["second"]
        assert isinstance(second, forms.ModelChoiceField)
        second.queryset = seconds


class ReviewForm(Form):
    """What the review found."""

    verdict = forms.ChoiceField(label=_("Finding"), choices=Verdict.choices, widget=forms.RadioSelect)
    note = forms.CharField(label=_("Note"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3}))


class LogForm(Form):
    """What of the access log to show."""

    actor = forms.UUIDField(label=_("Account (its id)"), required=False)
    act = forms.CharField(label=_("Act begins with"), max_length=100, required=False)
    on = forms.DateField(label=_("Day"), required=False)
    subject = forms.UUIDField(label=_("Person or matter (its id)"), required=False)
    before = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)


class DemandForm(Form):
    """What an authority demands, on what paper."""

    authority = forms.CharField(label=_("Authority"), max_length=160)
    reference = forms.CharField(label=_("Number of the paper"), max_length=80)
    received_on = forms.DateField(label=_("Came on"))
    due_on = forms.DateField(label=_("Answer due on"), required=False)
    asked = forms.CharField(
        label=_("What is asked, about whom"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Kept sealed."),
    )
    basis = forms.CharField(label=_("Legal basis they name"), max_length=240, required=False)


class AnswerForm(Form):
    """The answer that one person proposes."""

    outcome = forms.ChoiceField(label=_("Answer"), choices=Outcome.choices, widget=forms.RadioSelect)
    given = forms.CharField(
        label=_("What exactly is given"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The least that answers; kept sealed. Empty when refused."),
    )
    grounds = forms.CharField(label=_("Why"), max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))
