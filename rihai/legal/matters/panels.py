"""What matters say on other pages: of a person, in My work, in the search, on a timeline; to the team, or one word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rihai.accounts.acting import asked_day
from rihai.kit.actor import Actor
from rihai.kit.files import StoredFile
from rihai.kit.offers import Found, Happening, WorkRow
from rihai.legal.matters.models import (
    BailOrder,
    ConflictCheck,
    HearingOutcome,
    Matter,
    MatterFile,
    MatterHearing,
    Payment,
    State,
)
from rihai.legal.matters.queries.conflicts import conflicts_to_decide
from rihai.legal.matters.queries.diary import papers_awaited, unrecorded, without_vakalatnama
from rihai.legal.matters.queries.matters import matters_of, with_code
from rihai.legal.matters.queries.reach import is_represented, matters_for

SOON = timedelta(days=1)
PAPERS_SOON = timedelta(days=7)
CODE = "M-"


def of_person(actor: Actor, person_id: UUID, on: date) -> dict[str, Any] | None:
    """Her matters to their team; to everybody else that she is represented, or nothing."""
    rows = matters_of(person_id, actor=actor, today=on)
    is_ours = any(one.matter.state == State.OPEN for one in rows) or is_represented(person_id)
    may_open = actor.may("legal.matters")
    if not rows and not is_ours and not may_open:
        return None
    return {"rows": rows, "is_represented": is_ours, "may_open": may_open, "person_id": person_id}


def hearing_rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """Hearings of today and tomorrow, and those before of which nothing is recorded."""
    if not actor.may("legal.matters"):
        return []
    return [_hearing_row(one, on) for one in unrecorded(actor, on, until=on + SOON)]


def _hearing_row(one: MatterHearing, on: date) -> WorkRow:
    past = one.listed_on <= on
    word = _("Not recorded") if one.listed_on < on else _("Today") if past else _("Tomorrow")
    return WorkRow(
        who=one.matter.code,
        url=reverse("legal:hearing-record" if past else "legal:matter", args=[one.pk if past else one.matter_id]),
        why=one.get_purpose_display(),
        where=one.court_text,
        due_on=one.listed_on,
        status="overdue" if one.listed_on < on else "waiting" if past else "not_yet",
        word=word,
        act=_("Record it") if past else _("Look"),
    )


def paper_rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """Papers awaited within a week, or overdue."""
    if not actor.may("legal.matters"):
        return []
    return [
        WorkRow(
            who=one.matter.code,
            url=reverse("legal:matter-paper", args=[one.pk]),
            why=_("%(paper)s, asked of %(whom)s") % {"paper": one.get_kind_display(), "whom": one.asked_of},
            due_on=one.due_on,
            status="overdue" if one.is_overdue(on) else "waiting",
            word=_("Overdue") if one.is_overdue(on) else _("Awaited"),
            act=_("It has come"),
        )
        for one in papers_awaited(actor, on + PAPERS_SOON)
    ]


def vakalatnama_rows(actor: Actor, _on: date) -> Sequence[WorkRow]:
    """Clients whose vakalatnama is not filed."""
    if not actor.may("legal.matters"):
        return []
    return [
        WorkRow(
            who=one.matter.code,
            url=reverse("legal:vakalatnama", args=[one.pk]),
            why=_("The vakalatnama is not filed yet."),
            where=one.matter.court_text,
            status="warning",
            word=_("Not filed"),
            act=_("Keep it"),
        )
        for one in without_vakalatnama(actor)
    ]


def conflict_rows(actor: Actor, _on: date) -> Sequence[WorkRow]:
    """Possible conflicts that wait for the actor as panel lead, and those the actor's matters wait with."""
    rows = [
        WorkRow(
            who=one.asked_by.name,
            url=reverse("legal:conflict", args=[one.pk]),
            why=_("A conflict is possible; the panel lead must decide."),
            status="waiting",
            word=_("To decide"),
            act=_("Decide"),
        )
        for one in conflicts_to_decide(actor)[:50]
    ]
    waiting = ConflictCheck.objects.filter(decision="", matter__in=matters_for(actor)).select_related("matter")
    return rows + [
        WorkRow(
            who=one.matter.code,
            url=reverse("legal:matter", args=[one.matter_id]),
            why=_("A conflict is possible; the panel lead must decide."),
            status="waiting",
            word=_("Waits for the panel lead"),
        )
        for one in waiting[:50]
    ]


def search(actor: Actor, words: str, _limit: int) -> Sequence[Found]:
    """A matter by its whole code."""
    code = words.strip().upper()
    if not actor.may("legal.matters") or not code.startswith(CODE) or "\x00" in code:
        return []
    found = with_code(code, actor=actor)
    if found is None:
        return []
    url = reverse("legal:matter", args=[found.pk])
    return [Found(name=found.code, url=url, says=found.get_stage_display(), icon="gavel")]


def timeline(actor: Actor, person_id: UUID) -> Sequence[Happening]:
    """What happened in her matters, to their team; to everybody else that she is represented as of today."""
    matters = [one.matter for one in matters_of(person_id, actor=actor, today=asked_day())]
    if not matters:
        today = asked_day()
        return [Happening(on=today, says=_("Represented: yes."), kind="done")] if is_represented(person_id) else []
    return sorted(_of_matters(matters, person_id), key=lambda one: one.on)


def _of_matters(matters: Sequence[Matter], person_id: UUID) -> Iterator[Happening]:
    ours = {one.pk: one for one in matters}
    for one in matters:
        yield _happening(one, one.opened_on, _("Matter opened: %(kind)s") % {"kind": one.get_kind_display()})
        if one.closed_on:
            yield _happening(
                one, one.closed_on, _("Matter closed: %(outcome)s") % {"outcome": one.get_outcome_display()}
            )
    for hearing in MatterHearing.objects.filter(matter__in=ours).select_related("court"):
        yield _hearing(ours[hearing.matter_id], hearing)
    for order in BailOrder.objects.filter(matter__in=ours, party__person=person_id):
        matter = ours[order.matter_id]
        yield _happening(matter, order.granted_on, _("Bail granted"))
        if order.furnished_on:
            yield _happening(matter, order.furnished_on, _("Bond and sureties accepted"))
        if order.arrived_on:
            yield _happening(matter, order.arrived_on, _("Release order reached the prison"))
    paid = Payment.objects.filter(matter__in=ours, order__party__person=person_id).select_related("order")
    for payment in paid:
        says = _("Part of the %(what)s was paid") % {"what": payment.order.get_kind_display()}
        yield _happening(ours[payment.matter_id], payment.paid_on, says)


def _hearing(matter: Matter, one: MatterHearing) -> Happening:
    words = {"purpose": one.get_purpose_display(), "outcome": one.get_outcome_display()}
    says = (
        _("Day in court (%(purpose)s): %(outcome)s") % words if one.outcome else _("Day in court (%(purpose)s)") % words
    )
    kind = "done" if one.recorded_at else "coming" if one.listed_on >= asked_day() else "unknown"
    return _happening(matter, one.listed_on, says, kind=kind if one.outcome != HearingOutcome.VACATED else "unknown")


def _happening(matter: Matter, on: date, says: str, *, kind: str = "done") -> Happening:
    return Happening(on=on, says=says, source=matter.code, kind=kind, url=reverse("legal:matter", args=[matter.pk]))


def may_read(actor: Actor, stored: StoredFile) -> bool:
    """Whether a file is of a matter in whose team the actor is."""
    return MatterFile.objects.filter(stored=stored.pk, matter__in=matters_for(actor)).exists()


REPRESENTED = gettext_lazy("Represented")
