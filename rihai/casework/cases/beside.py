"""What cases say on other pages: of a person, in My work, in the search, on a timeline; to who sees the case alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.casework.cases.capabilities import kept_by, opened_by, read_by
from rihai.casework.cases.models import Case, EventKind
from rihai.casework.cases.programmes import programme_of
from rihai.casework.cases.queries.caseload import at_work_at, rows_of, silent_cases, told, waiting_for, with_nobody
from rihai.casework.cases.queries.intakes import waiting_intakes
from rihai.casework.cases.queries.reach import cases_for, cases_of, offers_to
from rihai.casework.cases.shown import name_of, since_text
from rihai.kit.actor import Actor
from rihai.kit.offers import Found, Happening, WorkRow

ROWS = 20
CODE = "C-"
SHOWN = (EventKind.OPENED, EventKind.CLOSED, EventKind.REOPENED, EventKind.STAGE, EventKind.NO_CONSENT)


def of_person(actor: Actor, person_id: UUID, on: date) -> dict[str, Any] | None:
    """The person's cases the actor sees; nothing at all for who has no role in casework."""
    if not read_by(actor):
        return None
    cases = list(told(cases_of(person_id, actor=actor), actor)[:ROWS])
    rows = [(row, since_text(row.case, on)) for row in rows_of(cases, actor=actor, today=on)]
    return {"rows": rows, "may_open": opened_by(actor), "person_id": person_id, "today": on}


def timeline(actor: Actor, person_id: UUID) -> Sequence[Happening]:
    """What happened in her cases, to who sees them."""
    if not read_by(actor):
        return []
    cases = list(cases_of(person_id, actor=actor).prefetch_related("events"))
    return sorted(_happenings(cases), key=lambda one: one.on)


def _happenings(cases: Sequence[Case]) -> Iterator[Happening]:
    says = {
        EventKind.OPENED: _("Case opened: %(programme)s"), EventKind.CLOSED: _("Case closed: %(programme)s"),
        EventKind.REOPENED: _("Case opened again: %(programme)s"),
        EventKind.NO_CONSENT: _("Case closed because consent was taken back: %(programme)s"),
        EventKind.STAGE: _("%(programme)s: %(stage)s"),
    }  # fmt: skip
    for case in cases:
        rules, url = programme_of(case.programme), reverse("casework:case", args=[case.pk])
        for event in case.events.all():
            if event.kind in SHOWN:
                words = {"programme": rules.shown, "stage": rules.stage_shown(event.whom)}
                yield Happening(on=event.on, says=says[EventKind(event.kind)] % words, source=case.code, url=url)


def offer_rows(actor: Actor, _on: date) -> Sequence[WorkRow]:
    """Cases offered to the actor, by code."""
    return [
        WorkRow(
            who=one.code, url=reverse("casework:handovers"), why=programme_of(one.programme).shown,
            where=one.place.shown if one.place else "", status="waiting", word=_("Offered to you"), act=_("Answer"),
        )
        for one in offers_to(actor)[:ROWS]
    ]  # fmt: skip


def approval_rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """Cases that wait for the actor's approval."""
    return [
        _row(one, on, "case-decide", "waiting", _("Waits for approval"), _("Decide"))
        for one in waiting_for(actor, most=ROWS)
    ]


def silent_rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """The actor's cases without contact for longer than their programme allows."""
    if not kept_by(actor):
        return []
    return [
        _row(row.case, on, "contact", "warning", _("Without contact"), _("Write down a contact"))
        for row in silent_cases(actor=actor, today=on, most=ROWS)
    ]


def nobody_rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """Cases that nobody has, where the actor could take or give them."""
    if not kept_by(actor):
        return []
    return [
        _row(one, on, "case", "warning", _("With nobody"), _("Look")) for one in with_nobody(actor, most=ROWS)
    ]  # fmt: skip


def intake_rows(actor: Actor, _on: date) -> Sequence[WorkRow]:
    """Whoever came and has no answer yet."""
    if not kept_by(actor):
        return []
    return [
        WorkRow(
            who=name_of(one.person), url=reverse("casework:intake-answer", args=[one.pk]), why=one.get_way_display(),
            where=one.person.held_at.shown if one.person.held_at else "", due_on=one.on, status="waiting",
            word=_("Not answered yet"), act=_("Answer"), person_id=one.person_id,
        )
        for one in waiting_intakes(actor=actor, most=ROWS)
    ]  # fmt: skip


def _row(case: Case, on: date, page: str, status: str, word: str, act: str) -> WorkRow:
    return WorkRow(
        who=name_of(case.person), url=reverse(f"casework:{page}", args=[case.pk]),
        why=f"{programme_of(case.programme).shown} · {since_text(case, on)}",
        where=case.place.shown if case.place else "", status=status, word=word, act=act, person_id=case.person_id,
    )  # fmt: skip


def search(actor: Actor, words: str, _limit: int) -> Sequence[Found]:
    """A case by its whole code."""
    code = words.strip().upper()
    if not read_by(actor) or not code.startswith(CODE) or "\x00" in code or len(code) > 16:
        return []
    found = cases_for(actor).filter(code=code).first()
    if found is None:
        return []
    url = reverse("casework:case", args=[found.pk])
    return [Found(name=found.code, url=url, says=programme_of(found.programme).shown, icon="list-check")]


def at_place(actor: Actor, place_id: int, _on: date) -> dict[str, Any] | None:
    """How many cases are at work at a place, as far as the actor sees them."""
    if not read_by(actor):
        return None
    found = at_work_at(place_id, actor=actor)
    return {"counts": found} if found else None
