"""Forms of the matter itself: opening, changing, parties, team, closing, the panel lead's decision, public facts."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from django import forms
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext_lazy as _

from rihai.kit.forms import Form
from rihai.legal.matters.forms.base import Entry, choices, court_name, courts
from rihai.legal.matters.models import ConflictCheck, Kind, LegalGround, Outcome, Side, Stage, TeamRole
from rihai.paper.script import isolated

_NUMBER = re.compile(r"[\s,،;:–-]*((?:\d[\s-]?){13})\s*$")
LINES = 20


class MatterForm(Entry):
    """What is written of a matter."""

    kind = forms.ChoiceField(label=_("What we do"), choices=choices(Kind.choices, empty=False))
    stage = forms.ChoiceField(label=_("Stage"), choices=choices(Stage.choices, empty=False))
    ground = forms.ChoiceField(label=_("Ground"), choices=choices(LegalGround.choices, empty=False))
    court = courts()
    court_name = court_name()
    number_in_court = forms.CharField(label=_("Number in that court"), max_length=80, required=False)
    counsel = forms.CharField(label=_("Counsel"), max_length=120, required=False)
    panel = forms.CharField(
        label=_("Panel"),
        max_length=160,
        required=False,
        help_text=_("Legal aid committee or panel that named counsel."),
    )
    note = forms.CharField(
        label=_("Note for the team"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )


class OpenForm(MatterForm):
    """A new matter of one person: which case, and who else is in it, for the check for conflicts."""

    case_id = forms.ChoiceField(label=_("Case"), required=False)
    complainant = forms.CharField(label=_("Complainant"), max_length=200, required=False)
    complainant_number = forms.CharField(label=_("Complainant’s identity card"), max_length=20, required=False)
    co_accused = forms.CharField(
        label=_("Co-accused"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One a line; the number of the identity card after the name, if it is known."),
    )  # fmt: skip
    witnesses = forms.CharField(
        label=_("Witnesses"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One a line; the number of the identity card after the name, if it is known."),
    )  # fmt: skip
    field_order = ("kind", "case_id", "stage", "ground")

    def __init__(self, *args: Any, cases: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["case_id"]
        assert isinstance(field, forms.ChoiceField), "declared above"
        way = "rtl" if get_language_bidi() else "ltr"
        own_way = [(key, isolated(said, way)) for key, said in cases]
        field.choices = [*own_way, ("", _("no case, or one that is not in the record yet"))]

    def others(self) -> list[dict[str, str]]:
        """Everybody else in the matter, as they were written."""
        said = self.cleaned_data
        found = []
        if said.get("complainant"):
            number = str(said.get("complainant_number") or "")
            found.append({"side": Side.COMPLAINANT, "name": said["complainant"], "number": number})
        found += [{"side": Side.CO_ACCUSED, **one} for one in named(said.get("co_accused", ""))]
        return found + [{"side": Side.WITNESS, **one} for one in named(said.get("witnesses", ""))]


def named(text: str) -> list[dict[str, str]]:
    """People written one a line, each with the number after the name."""
    found = []
    for line in text.splitlines()[:LINES]:
        number = _NUMBER.search(line)
        name = (line[: number.start()] if number else line).strip(" ,،;:-–")
        if name:
            found.append({"name": name[:200], "number": number[1] if number else ""})
    return found


class PartyForm(Entry):
    """Somebody else in a matter."""

    side = forms.ChoiceField(label=_("On which side"), choices=[one for one in Side.choices if one[0] != Side.CLIENT])
    name = forms.CharField(label=_("Name"), max_length=200)
    number = forms.CharField(label=_("Identity card"), max_length=20, required=False)


class ClientForm(Form):
    """One more client of strategic litigation, by the address or the exact number of her record."""

    number = forms.CharField(
        label=_("Number"), max_length=80, help_text=_("The identity card, or the number in the prison’s register.")
    )


class MemberForm(Entry):
    """A colleague for the team."""

    account_id = forms.ChoiceField(label=_("Colleague"))
    role = forms.ChoiceField(label=_("As"), choices=choices(TeamRole.choices, empty=False), initial=TeamRole.COUNSEL)

    def __init__(self, *args: Any, colleagues: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["account_id"]
        assert isinstance(field, forms.ChoiceField), "declared above"
        field.choices = colleagues


class CloseForm(Entry):
    """What came of a matter."""

    past: ClassVar[tuple[str, ...]] = ("on",)
    outcome = forms.ChoiceField(label=_("What came of it"), choices=choices(Outcome.choices))
    reason = forms.CharField(label=_("Why it ends"), max_length=400)
    on = forms.DateField(label=_("Closed on"))


class ReopenForm(Entry):
    """Why a matter is opened again."""

    reason = forms.CharField(label=_("Why it is opened again"), max_length=200)


class DecisionForm(Form):
    """The panel lead's word on a possible conflict."""

    decision = forms.ChoiceField(label=_("Decision"), choices=ConflictCheck.Decision.choices, widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Reason"), max_length=400, help_text=_("The team reads it. Name nobody of the other matter.")
    )


class PublicForm(Entry):
    """What may be said in public of strategic litigation."""

    past: ClassVar[tuple[str, ...]] = ("filed_on", "decided_on")
    title = forms.CharField(label=_("Title"), max_length=200)
    says = forms.CharField(
        label=_("What it is about"), max_length=2000, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Everybody who works here reads this. Name none of the clients, and nothing by which to know one."),
    )  # fmt: skip
    court_name = forms.CharField(label=_("Court"), max_length=160, required=False)
    number = forms.CharField(label=_("Number of the case in court"), max_length=60, required=False)
    stage = forms.CharField(label=_("Where it stands in court"), max_length=160, required=False)
    next_on = forms.DateField(label=_("Next date"), required=False)
    filed_on = forms.DateField(label=_("Filed on"), required=False)
    decided_on = forms.DateField(label=_("Decided on"), required=False)
    result = forms.CharField(label=_("What the court decided"), max_length=400, required=False)
