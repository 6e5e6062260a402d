"""What the room offers the house: people in lists and in the search, who is held at a place, what is to be decided."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rihai.kit.actor import Actor
from rihai.kit.offers import (
    After,
    FindsPerson,
    Found,
    Navigation,
    Offer,
    PlacePanel,
    Search,
    SubjectExtract,
    Worklist,
    WorkRow,
)
from rihai.people.acts_in_words import ACTS
from rihai.people.extract import extract_of
from rihai.people.from_forms import HANDLER, facts_said
from rihai.people.intake.offers import OFFERS as INTAKE
from rihai.people.models import LegalStatus
from rihai.people.queries.differences import Asked, to_decide
from rihai.people.queries.duplicates import same_numbers
from rihai.people.queries.people import held_in
from rihai.people.queries.search import find_people, person_by_number
from rihai.places.kinds import HOLDING
from rihai.places.models import Place

ROWS = 20


def decisions(actor: Actor, _on: date) -> Sequence[WorkRow]:
    """Facts of which the newest list says otherwise than somebody wrote by hand."""
    if not actor.may("people.keep"):
        return []
    return [_to_decide(one) for one in to_decide(actor=actor, most=ROWS)]


def _to_decide(one: Asked) -> WorkRow:
    why = _("%(fact)s: we believe %(ours)s, the prison writes %(theirs)s.") % {
        "fact": one.label, "ours": one.ours, "theirs": one.theirs,
    }  # fmt: skip
    return WorkRow(
        who=one.person.full_name,
        url=reverse("people:person", args=[one.person.pk]),
        why=why,
        where=one.person.held_at.shown if one.person.held_at else "",
        status="warning",
        word=_("To decide"),
        act=_("Decide"),
        person_id=one.person.pk,
    )


def doubles(actor: Actor, _on: date) -> Sequence[WorkRow]:
    """Two records of one prison with one identity card number."""
    if not actor.may("people.link"):
        return []
    return [
        WorkRow(
            who=one.full_name,
            url=reverse("people:pair", args=[one.pk, other.pk]),
            why=_("Another record has the same identity card number: %(name)s.") % {"name": other.full_name},
            where=one.held_at.shown if one.held_at else "",
            status="warning",
            word=_("Perhaps the same"),
            act=_("Look at both"),
            person_id=one.pk,
        )
        for one, other in same_numbers(actor=actor, most=ROWS)
    ]


def search(actor: Actor, words: str, limit: int) -> Sequence[Found]:
    """People by name in any script, or by an exact number."""
    if not actor.may("people.see"):
        return []
    return [
        Found(
            name=person.full_name or _("Name not known"),
            url=reverse("people:person", args=[person.pk]),
            says=_says(person.father_or_husband_name, person.held_at),
            icon="user",
        )
        for person in find_people(words, actor=actor, limit=limit)
    ]


def _says(father: str, place: Place | None) -> str:
    where = place.shown if place else _("not held now")
    return _("father or husband %(father)s; %(where)s") % {"father": father, "where": where} if father else where


def held(actor: Actor, place_id: int, _on: date) -> dict[str, Any] | None:
    """Who is held at a place, in numbers, of the people the actor sees; nothing for whoever sees none of them."""
    if not actor.may("people.see") or not Place.objects.filter(pk=place_id, kind__in=HOLDING).exists():
        return None
    counted = held_in(place_id, actor=actor).values("legal_status").annotate(n=Count("pk"))
    by_status = {row["legal_status"]: row["n"] for row in counted.order_by()}
    if not by_status:
        return None
    return {"place_id": place_id, "count": sum(by_status.values()), "by_status": _named(by_status)}


def _named(by_status: dict[str, int]) -> list[tuple[str, str, int]]:
    names = {**dict(LegalStatus.choices), "": _("status not known")}
    return sorted(((key, str(names.get(key, key)), n) for key, n in by_status.items()), key=lambda row: -row[2])


OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="see",
        label=gettext_lazy("People"),
        url="people:index",
        says=gettext_lazy("Who is held where you work, since when, and accused of what."),
        capability="people.see",
        order=5,
    ),
    Navigation(
        station="see",
        label=gettext_lazy("Enter a person"),
        url="people:enter",
        says=gettext_lazy("An interview sheet typed in, one after the other, by keyboard alone."),
        capability="people.keep",
        order=6,
    ),
    Navigation(
        station="see",
        label=gettext_lazy("Perhaps the same"),
        url="people:duplicates",
        says=gettext_lazy("Two records that may be one person: look at both and say so."),
        capability="people.link",
        order=7,
    ),
    Navigation(
        station="see",
        label=gettext_lazy("The prison says otherwise"),
        url="people:differences",
        says=gettext_lazy("Where the newest list and what somebody wrote by hand do not agree."),
        capability="people.keep",
        order=8,
    ),
    Worklist(name="people.differences", title=gettext_lazy("The prison says otherwise"), rows=decisions, order=40),
    Worklist(name="people.doubles", title=gettext_lazy("Perhaps the same"), rows=doubles, order=42),
    Search(name="people", title=gettext_lazy("People"), find=search, order=10),
    FindsPerson(find=person_by_number),
    PlacePanel(
        name="people.held",
        title=gettext_lazy("People we know there"),
        template="people/held_panel.html",
        context=held,
        order=10,
    ),
    SubjectExtract(name="people", title=gettext_lazy("Your record"), of=extract_of, order=10),
    HANDLER,
    After(act="instruments.answer.given", run=facts_said),
    After(act="instruments.answer.corrected", run=facts_said),
    ACTS,
    *INTAKE,
)
