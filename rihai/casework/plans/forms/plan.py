"""The forms of a plan as a whole: begun, kept by another, looked at, closed, printed; and of a call answered."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.casework.plans.forms.base import Entry, Once, text
from rihai.casework.plans.models import Closed, Plan
from rihai.kit.classes import DataClass
from rihai.kit.forms import Form

BESIDES = (
    (DataClass.HEALTH, _("what is written of health")),
    (DataClass.SEALED, _("what is sealed")),
)


class BeginForm(Entry):
    """When the plan begins, and when both look at it again."""

    past: ClassVar[tuple[str, ...]] = ("begun_on",)
    ahead: ClassVar[tuple[str, ...]] = ("review_on",)
    begun_on = forms.DateField(label=_("Begun on"))
    review_on = forms.DateField(
        label=_("You look at it together again on"), help_text=_("In a month at first; later every three months.")
    )


class PlanForm(Entry):
    """Who keeps the plan, and when both look at it again."""

    owner_id = forms.TypedChoiceField(label=_("Who keeps it"), coerce=str)
    due_on = forms.DateField(label=_("You look at it together again on"))

    def __init__(self, *args: Any, record: Plan, keepers: Iterable[Account], **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        self.initial["owner_id"] = str(record.owner_id)
        self.names = {str(one.pk): one.name for one in keepers}
        self.names.setdefault(str(record.owner_id), record.owner_name)
        field = self.fields["owner_id"]
        assert isinstance(field, forms.ChoiceField)
        named = sorted((name, key) for key, name in self.names.items())
        field.choices = [(key, name) for name, key in named]
        self.watch(record.version)


class ReviewForm(Once):
    """What both saw when they looked at the plan."""

    past: ClassVar[tuple[str, ...]] = ("on",)
    on = forms.DateField(label=_("You looked at it on"))
    words = text(_("How it goes, in their words"))
    note = text(_("What you see yourself"), help_text=_("No offence, no illness, nothing against others."))
    next_on = forms.DateField(label=_("You look at it together again on"))

    def clean(self) -> dict[str, Any]:
        """The next time comes after this one."""
        said = super().clean()
        if said.get("on") and said.get("next_on") and said["next_on"] <= said["on"]:
            self.add_error("next_on", _("The next time is after this one."))
        return said


class CloseForm(Once):
    """Why a plan is closed."""

    past: ClassVar[tuple[str, ...]] = ("on",)
    how = forms.ChoiceField(label=_("Why it is closed"), choices=Closed.choices, widget=forms.RadioSelect)
    on = forms.DateField(label=_("Closed on"))
    note = text(_("In a sentence"))


class PaperForm(Form):
    """In which language, and what else may stand on it: asked of her each time, and her answer kept."""

    language = forms.ChoiceField(label=_("In which language"), choices=[("ur", _("Urdu")), ("en", _("English"))])
    besides = forms.MultipleChoiceField(
        label=_("Shall this stand on the paper too?"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Others inside may read it. Ask, and tick only what they want."),
    )  # fmt: skip
    her_word = text(_("What they answered"), most=300, rows=2)

    def __init__(self, *args: Any, may: Collection[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["besides"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(str(key), word) for key, word in BESIDES if key in may]
        if not field.choices:
            del self.fields["besides"], self.fields["her_word"]

    @property
    def wanted(self) -> Sequence[str]:
        """The classes that are to stand on it besides what is personal."""
        return list(self.cleaned_data.get("besides") or ())

    def clean(self) -> dict[str, Any]:
        """What is printed besides rests on her word."""
        said = super().clean() or self.cleaned_data
        if said.get("besides") and not said.get("her_word"):
            self.add_error("her_word", _("Ask, and write down the answer."))
        return said


class CallForm(Once):
    """Somebody has been with her; and when somebody goes again."""

    next_on = forms.DateField(
        label=_("Somebody goes again on"), required=False, help_text=_("Today or tomorrow, as the health worker says.")
    )

    def clean(self) -> dict[str, Any]:
        """The next going lies ahead."""
        said = super().clean()
        when: date | None = said.get("next_on")
        if when and when < self.today:
            self.add_error("next_on", _("This day is past."))
        return said
