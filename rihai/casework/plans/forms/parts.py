"""The forms of needs, goals and steps."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.casework.plans.forms.base import EMPTY, Entry, Once, text
from rihai.casework.plans.models import Goal, GoalState, Level, Need, NeedState, Outcome, OwnedBy, Step
from rihai.casework.plans.operations import StepSaid
from rihai.casework.plans.tables import domains, step_kinds
from rihai.kit.classes import DataClass
from rihai.people.models import Consent

LEVELS = [(key, word) for key, word in Level.choices if key]
PRIORITIES = [EMPTY, (1, _("first")), (2, _("second")), (3, _("third"))]
ENDINGS = [(key, word) for key, word in Outcome.choices if key != Outcome.STOPPED]
IN_THEIR_WORDS = _("In their own words, in whatever language they speak.")


class NeedForm(Entry):
    """What is needed in one field of life, and what is there already."""

    past: ClassVar[tuple[str, ...]] = ("ended_on",)
    domain = forms.ChoiceField(label=_("In what"))
    level = forms.TypedChoiceField(label=_("How much"), choices=LEVELS, coerce=int, widget=forms.RadioSelect)
    priority = forms.TypedChoiceField(
        label=_("What they put first"), choices=PRIORITIES, coerce=int, required=False, empty_value=None
    )
    strength = text(
        _("What is there already"), rows=2, help_text=_("People, skills, places, papers: what can be built on.")
    )
    words = text(_("What is needed, in their words"), help_text=IN_THEIR_WORDS)
    state = forms.ChoiceField(label=_("How it stands"), choices=NeedState.choices)
    ended_on = forms.DateField(label=_("Since"), required=False, help_text=_("Needed when it stands no more."))

    def __init__(self, *args: Any, record: Need | None = None, may: Collection[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        if record is not None:
            del self.fields["domain"]
            self.watch(record.version)
            return
        del self.fields["state"], self.fields["ended_on"]
        field = self.fields["domain"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [EMPTY, *domain_choices(may)]

    def clean(self) -> dict[str, Any]:
        """A need that stands no more does so since a day."""
        said = super().clean()
        if said.get("state") not in (None, NeedState.OPEN) and not said.get("ended_on"):
            self.add_error("ended_on", _("Say since which day."))
        return said


class GoalForm(Entry):
    """What she wants to change, in her own words."""

    need = forms.ChoiceField(label=_("For which need"), required=False)
    words = text(_("What they want"), required=True, help_text=IN_THEIR_WORDS)
    wanted_by = forms.DateField(label=_("By when they want it"), required=False)

    def __init__(self, *args: Any, record: Goal | None = None, needs: Iterable[Need] = (), **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        if record is not None:
            del self.fields["need"]
            self.watch(record.version)
            return
        field = self.fields["need"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [EMPTY, *((str(one.pk), one.domain_says) for one in needs)]

    @property
    def need_id(self) -> UUID | None:
        """The need that was chosen."""
        chosen = self.cleaned_data.get("need")
        return UUID(chosen) if chosen else None


class EndGoalForm(Once):
    """How far a goal is."""

    past: ClassVar[tuple[str, ...]] = ("on",)
    state = forms.ChoiceField(
        label=_("How far it is"), choices=[one for one in GoalState.choices if one[0] != GoalState.OPEN],
        widget=forms.RadioSelect,
    )  # fmt: skip
    on = forms.DateField(label=_("Since"))
    note = text(_("What they say of it"))


class StepForm(Entry):
    """Who does what by when."""

    ahead: ClassVar[tuple[str, ...]] = ("due_on",)
    kind = forms.ChoiceField(
        label=_("What"), choices=lambda: [EMPTY, *((k, one.says) for k, one in step_kinds().items())]
    )
    what = text(
        _("In words"), most=300, rows=2,
        help_text=_(
            "As it will stand on their paper. Others may read it: no offence, no illness, no name of anybody else."
        ),
    )  # fmt: skip
    owned_by = forms.ChoiceField(label=_("Who does it"), choices=OwnedBy.choices, widget=forms.RadioSelect)
    owner_name = forms.CharField(
        label=_("Which organisation, or who of the family"), required=False, max_length=120,
        help_text=_("Needed for a partner organisation."),
    )  # fmt: skip
    owner_id = forms.TypedChoiceField(
        label=_("Which worker"), coerce=str, help_text=_("Who does it; or who asks whether the others have.")
    )
    due_on = forms.DateField(label=_("By when"))
    consent_id = forms.TypedChoiceField(
        label=_("What is passed to the partner rests on"), required=False, coerce=str, empty_value=None,
        help_text=_(
            "Without leave nothing is passed: they go there themselves. If leave is taken back, the step stops."
        ),
    )  # fmt: skip

    def __init__(
        self, *args: Any, keepers: Iterable[Account], consents: Iterable[Consent], record: Step | None = None,
        mine: UUID, **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, record=record, **kwargs)
        for name in ("owner_id", "consent_id"):
            value = getattr(record, name, None) if record else None
            self.initial[name] = str(value) if value else ""
        self.initial["owner_id"] = self.initial["owner_id"] or str(mine)
        self.initial.setdefault("owned_by", OwnedBy.WORKER)
        self._choose("owner_id", {str(one.pk): one.name for one in keepers})
        leaves = {str(one.pk): f"{one.recipient}: {one.get_purpose_display()}" for one in consents}
        self._choose("consent_id", {"": "---------", **leaves})
        if len(leaves) == 0:
            del self.fields["consent_id"]
        if record is not None:
            self.watch(record.version)

    def _choose(self, name: str, choices: Mapping[str, str]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(choices.items())

    def clean(self) -> dict[str, Any]:
        """A partner has a name."""
        said = super().clean()
        if said.get("owned_by") == OwnedBy.PARTNER and not said.get("owner_name"):
            self.add_error("owner_name", _("Name the organisation that does it."))
        return said

    @property
    def said(self) -> StepSaid:
        """The step as it was written."""
        told = self.cleaned_data
        consent = told.get("consent_id")
        is_partner = told["owned_by"] == OwnedBy.PARTNER
        due: date = told["due_on"]
        return StepSaid(
            kind=told["kind"], due_on=due, what=told["what"], owned_by=told["owned_by"],
            owner_name=told["owner_name"], owner_id=UUID(told["owner_id"]),
            consent_id=UUID(consent) if consent and is_partner else None,
        )  # fmt: skip


class EndStepForm(Once):
    """What came of a step."""

    past: ClassVar[tuple[str, ...]] = ("on",)
    outcome = forms.ChoiceField(label=_("What came of it"), choices=ENDINGS, widget=forms.RadioSelect)
    on = forms.DateField(label=_("On"))
    note = text(_("In a sentence"), most=500, rows=2)


def domain_choices(may: Collection[str]) -> list[tuple[str, str]]:
    """The domains to choose from; sealed ones only for whoever sees what is sealed of this person."""
    return [(one.slug, one.says) for one in domains().values() if one.data_class != DataClass.SEALED or "sealed" in may]


def kind_choices() -> list[tuple[str, str]]:
    """The kinds of steps to choose from."""
    return [EMPTY, *((one.slug, one.says) for one in step_kinds().values())]
