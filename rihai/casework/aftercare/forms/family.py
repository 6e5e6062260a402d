"""The forms of the family: how one of them may be reached, a child outside, a visit or a call."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.casework.aftercare.forms.base import TRI, Entry, area, line, of, radio, tri
from rihai.casework.aftercare.models import (
    ContactKind,
    ContactState,
    FailedWhy,
    FamilyTie,
    HowChildIs,
    MayKnow,
    Wants,
)
from rihai.people.models import Relationship

SAFE = (("", _("nobody has asked")), ("yes", _("yes, the person said so")), ("no", _("no: do not call")))
CAME = [one for one in ContactState.choices if one[0] != ContactState.WISHED]


class TieForm(Entry):
    """The contact plan with one of theirs, as the person says it."""

    wants = forms.ChoiceField(label=_("Does the person want contact"), choices=Wants.choices, required=False)
    safe = forms.ChoiceField(label=_("Safe to contact"), choices=SAFE, required=False)
    ways = area(
        _("By which way, and when"), 400,
        help_text=_("Whose phone, which hours, who must not hear it. Kept encrypted."),
    )  # fmt: skip
    may_know = forms.MultipleChoiceField(
        label=_("What they may be told"), choices=MayKnow.choices, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, one: Relationship, record: FamilyTie | None = None, **kwargs: Any) -> None:
        safe = {True: "yes", False: "no", None: ""}[one.safe_to_contact]
        super().__init__(*args, record=record, initial={"safe": safe}, **kwargs)

    @property
    def is_safe(self) -> bool | None:
        """Yes, no, or that nobody has asked."""
        return tri(self.cleaned_data["safe"])


class ChildForm(Entry):
    """A child outside, and who cares for it."""

    past: ClassVar[tuple[str, ...]] = ("seen_on",)
    name = line(_("What the child is called"), 120, required=True)
    born_year = forms.IntegerField(label=_("Year of birth"), required=False, min_value=1990, max_value=2100)
    with_whom = line(_("Who has the child"), 120)
    where = line(_("Where"), 160, help_text=_("Village or part of town; no more than is needed to look."))
    how = radio(_("How the child is"), HowChildIs.choices)
    in_school = forms.ChoiceField(label=_("Goes to school"), choices=TRI, required=False)
    has_papers = forms.ChoiceField(label=_("Has a B-form or birth certificate"), choices=TRI, required=False)
    seen_on = forms.DateField(label=_("Last seen by somebody we know"), required=False)
    note = area(_("Note"), 300)

    def clean(self) -> dict[str, Any]:
        """Nobody is born in a year to come."""
        said = super().clean()
        if said.get("born_year") and said["born_year"] > self.today.year:
            self.add_error("born_year", _("That year has not come yet."))
        return said

    @property
    def said(self) -> dict[str, Any]:
        """The child as the operation takes it."""
        given = dict(self.cleaned_data)
        return {**given, "in_school": tri(given["in_school"]), "has_papers": tri(given["has_papers"])}


class ContactForm(Entry):
    """A visit, call, letter or session that is wished for."""

    whom = forms.ChoiceField(label=_("With whom"))
    kind = of(_("What is wished for"), ContactKind.choices)
    due_on = forms.DateField(label=_("By, or on"), required=False)
    note = area(_("Note"), 400)

    def __init__(self, *args: Any, hers: Sequence[Relationship], today: date, **kwargs: Any) -> None:
        super().__init__(*args, today=today, **kwargs)
        field = self.fields["whom"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", ""), *((str(one.pk), f"{one.name}, {one.get_kind_display()}") for one in hers)]


class MadeForm(Entry):
    """What came of a visit, call, letter or session."""

    past: ClassVar[tuple[str, ...]] = ("on",)
    state = radio(_("What came of it"), CAME)
    on = forms.DateField(label=_("On"))
    failed_why = of(_("If it failed, why"), FailedWhy.choices, required=False)
    told = forms.MultipleChoiceField(
        label=_("What they were told"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Only what the person allows can be chosen."),
    )  # fmt: skip
    note = area(_("Note"), 400)

    def __init__(self, *args: Any, may_know: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["told"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(code, MayKnow(code).label) for code in may_know]
        if not may_know:
            del self.fields["told"]

    def clean(self) -> dict[str, Any]:
        """A failure has its reason."""
        said = super().clean()
        if said.get("state") == ContactState.FAILED and not said.get("failed_why"):
            self.add_error("failed_why", _("Say why it failed."))
        return said
