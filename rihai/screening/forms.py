"""What a list of findings is narrowed by, and what is written into the pages of missing facts."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from rihai.errors import FileUnreadable, Refused, Unreadable
from rihai.facts import CASE_FACTS, PERSON_FACTS
from rihai.kit.files.kinds import kind_of
from rihai.kit.files.upload import FileField
from rihai.kit.forms import Form
from rihai.kit.forms.careful import take_care
from rihai.people.forms.entry import PlaceChoice, problem_text
from rihai.people.forms.fact import control_of
from rihai.people.models import Sex
from rihai.people.record import Path
from rihai.people.typed import read_fact
from rihai.places.models import Place
from rihai.screening.answers import Read, read_answers
from rihai.screening.models import Gap
from rihai.screening.operations.filling import Answer
from rihai.screening.queries.lists import COURT, DAYS, LOST, PLACE, TABS, Asked

MOST = 60
"""Persons whom one page can be about."""
_NAME = re.compile(r"([0-9a-f]{32})-[0-9a-f]{12}")
KINDS = (("release", _("what opens the gate")), ("help", _("what helps on the way")))
GROUPS = (("", _("provision")), (PLACE, _("prison")), (COURT, _("court")), (DAYS, _("days lost")))


class AnswersForm(Form):
    """A sheet that came back, and the day on which it was filled in."""

    sheet = FileField(
        label=_("The sheet as it came back"),
        help_text=_("The workbook that asked the prison, .xlsx, .xls, .ods or .csv."),
    )
    true_on = forms.DateField(label=_("Filled in on"), help_text=_("The day on which the prison wrote it."))

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.read: Read | None = None
        self.content = b""

    def clean(self) -> dict[str, Any]:
        """Read the sheet; what cannot be read at all is said beside the field."""
        said = self.cleaned_data
        given, day = said.get("sheet"), said.get("true_on")
        if given and day:
            self.content = given.read()
            try:
                self.read = read_answers(self.content, given.name, day)
                kind_of(self.content, given.name)
            except (FileUnreadable, Unreadable, Refused) as wrong:
                self.add_error("sheet", str(wrong))
        return said


class FillForm(Form):
    """Missing facts, each with the control of its kind; and for all of them the paper, and the day it was true."""

    paper = forms.CharField(
        label=_("On which paper, or who said so"), max_length=160,
        help_text=_("For example: remand warrant; court register; she herself."),
    )  # fmt: skip
    true_on = forms.DateField(label=_("True on"), help_text=_("The day on which it was said, seen or written."))

    def __init__(self, *args: Any, gaps: Sequence[Gap], **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.gaps = {name_of(gap): gap for gap in gaps}
        self.answers: dict[UUID, dict[Path, Answer]] = {}
        for name, gap in self.gaps.items():
            field = control_of((PERSON_FACTS | CASE_FACTS)[gap.fact])
            field.required = False
            field.widget.attrs["autocomplete"] = "off"
            take_care(field)
            self.fields[name] = field

    @property
    def rows(self) -> list[tuple[Gap, forms.BoundField]]:
        """Each missing fact with its control."""
        return [(gap, self[name]) for name, gap in self.gaps.items()]

    def clean(self) -> dict[str, Any]:
        """Read what was filled in; what cannot be read is said beside its field."""
        said, day = self.cleaned_data, self.cleaned_data.get("true_on")
        filled = {name: str(said[name]).strip() for name in self.gaps if str(said.get(name) or "").strip()}
        if not filled and not self.errors:
            raise forms.ValidationError(_("Nothing is filled in yet."))
        for name, text in filled.items():
            if day is not None:
                self._read(name, text, day)
        return said

    def _read(self, name: str, text: str, day: date) -> None:
        gap, field = self.gaps[name], self.fields[name]
        if isinstance(field, forms.ChoiceField):
            is_yes_no = (PERSON_FACTS | CASE_FACTS)[gap.fact].kind == "yes_no"
            read: dict[str, Any] = {gap.fact: text == "yes" if is_yes_no else text}
        else:
            read, problems = read_fact(gap.fact, text, day)
            if gap.fact not in read or any(one.rejects for one in problems):
                why = [str(problem_text(one)) for one in problems] or [str(_("This could not be read."))]
                self.add_error(name, why)
                return
        path = Path(gap.case_id if gap.fact in CASE_FACTS else "", gap.fact)
        self.answers.setdefault(gap.person_id, {})[path] = Answer(read, text)


def name_of(gap: Gap) -> str:
    """The name of a missing fact's field: the person, and a digest of case and fact. Its row is written anew often."""
    told = hashlib.sha256(f"{gap.case_id}\n{gap.fact}".encode()).hexdigest()[:12]
    return f"{gap.person_id.hex}-{told}"


def persons_named(names: Iterable[str]) -> list[UUID]:
    """The persons whom the fields of such a form are about, in their order, each once."""
    found = (UUID(match[1]) for name in names if (match := _NAME.fullmatch(name)))
    return list(dict.fromkeys(found))[:MOST]


class PlaceForm(Form):
    """A place alone."""

    at = PlaceChoice(label=_("Place"), required=False, queryset=Place.objects.none(), empty_label=_("where I work"))

    def __init__(self, *args: Any, places: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        field = self.fields["at"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = places

    @property
    def place(self) -> int | None:
        """The place chosen; None for none, or what cannot be read."""
        said = self.cleaned_data if self.is_valid() else getattr(self, "cleaned_data", {})
        place = said.get("at")
        return place.pk if place else None


class NarrowForm(Form):
    """Place, provision, court, sex; of *who could go* also what the law does and says, days lost, and the grouping."""

    place = PlaceChoice(label=_("Place"), required=False, queryset=Place.objects.none(), empty_label=_("where I work"))
    provision = forms.ChoiceField(label=_("Provision"), required=False)
    court = forms.ChoiceField(label=_("Court"), required=False)
    sex = forms.ChoiceField(label=_("Sex"), required=False, choices=[("", _("everybody")), *Sex.choices])
    kind = forms.ChoiceField(label=_("What it does"), required=False, choices=KINDS)
    effect = forms.ChoiceField(
        label=_("The law says"), required=False,
        choices=[("", _("shall, or may")), ("shall", _("shall")), ("may", _("may"))],
    )  # fmt: skip
    lost = forms.ChoiceField(
        label=_("Days lost"), required=False,
        choices=[("", _("any number")), *((str(n), format_lazy(_("{n} or more"), n=n)) for n in sorted(LOST))],
    )  # fmt: skip
    group = forms.ChoiceField(label=_("Grouped by"), required=False, choices=GROUPS)

    def __init__(
        self, *args: Any, places: Any, plain: Asked, is_wide: bool, provisions: Sequence[tuple[str, str]] = (),
        courts: Sequence[str] = (), **kw: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kw)
        place, provision, court = self.fields["place"], self.fields["provision"], self.fields["court"]
        assert isinstance(place, forms.ModelChoiceField)
        assert isinstance(provision, forms.ChoiceField)
        assert isinstance(court, forms.ChoiceField)
        place.queryset = places
        provision.choices = [("", _("every provision")), *provisions]
        court.choices = [("", _("every court")), *((one, one) for one in courts)]
        self._leave_out(plain, is_wide)

    def _leave_out(self, plain: Asked, is_wide: bool) -> None:
        """What does not bear on the list; a whole country is listed in the order of provisions alone."""
        if plain.tab not in TABS:
            unfit = ["kind", "effect", "lost", "group"]
        else:
            unfit = ["lost"] if plain.kind != "release" or plain.tab != "today" else []
            unfit += ["group"] if is_wide and not plain.place else []
        for name in unfit:
            del self.fields[name]
        group = self.fields.get("group")
        if isinstance(group, forms.ChoiceField) and "lost" in unfit:
            group.choices = [one for one in GROUPS if one[0] != DAYS]

    def asked(self, tab: str, ranks: Mapping[str, int]) -> Asked:
        """The list; what cannot be read narrows nothing."""
        said = self.cleaned_data if self.is_valid() else getattr(self, "cleaned_data", {})
        place = said.get("place")
        return Asked(
            tab=tab,
            kind=said.get("kind") or "release",
            place=place.pk if place else None,
            rank=ranks.get(said.get("provision") or ""),
            court=said.get("court") or "",
            sex=said.get("sex") or "",
            effect=said.get("effect") or "",
            lost=int(said.get("lost") or 0),
            group=said.get("group") or "",
        )
