"""What sessions say on other pages: of a person, in My work, on a timeline, for the person herself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.casework.cases.capabilities import SUPERVISE, kept_by, read_by
from rihai.casework.services.queries.reach import rows_for
from rihai.casework.sessions.models import Apart, Attendance, Certificate, Session
from rihai.casework.sessions.queries.apart import aparts_of, in_one_prison, to_review
from rihai.casework.sessions.queries.sessions import to_record
from rihai.kit.actor import Actor
from rihai.kit.offers import Happening, WorkRow
from rihai.people.models import Person

ROWS = 50
LAST = 10


def of_person(actor: Actor, person_id: UUID, on: date) -> dict[str, Any] | None:
    """The last and the next sessions of a person, certificates, and who is kept apart from them."""
    if not read_by(actor):
        return None
    rows = rows_for(Attendance, actor).filter(person=person_id).select_related("session__place")
    certificates = list(rows_for(Certificate, actor).filter(person=person_id)[:LAST])
    apart = [_seen_from(one, person_id) for one in aparts_of(person_id, actor=actor)]
    return {
        "rows": list(rows.order_by("-session__on", "-pk")[:LAST]), "certificates": certificates, "apart": apart,
        "person_id": person_id, "today": on, "may_keep": bool(kept_by(actor)),
    }  # fmt: skip


def _seen_from(one: Apart, person_id: UUID) -> dict[str, Any]:
    """The record from the side of one of the two: the other, and who the other is to them."""
    is_one = one.one_id == person_id
    other = one.other if is_one else one.one
    return {
        "row": one,
        "other": _name(other),
        "role": one.get_role_other_display() if is_one else one.get_role_one_display(),
    }


def session_rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """Sessions of today and before of which nobody said who came."""
    if not kept_by(actor):
        return []
    return [_session(one, on) for one in to_record(actor, on=on).order_by("on", "pk")[:ROWS]]


def _session(one: Session, on: date) -> WorkRow:
    late = one.on < on
    return WorkRow(
        who=one.group.name if one.group else one.title, url=reverse("casework:attendance", args=[one.pk]),
        why=one.title, where=one.place.shown, due_on=one.on, status="overdue" if late else "waiting",
        word=_("Not recorded") if late else _("Today"), act=_("Who came"),
    )  # fmt: skip


def apart_rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """Keep-apart records to be looked at again; for supervisors, pairs who are in one prison all the same."""
    if not kept_by(actor):
        return []
    rows = [_apart(one, on) for one in to_review(actor, on=on)[:ROWS]]
    if actor.may(SUPERVISE):
        rows = [*(_together(one) for one in in_one_prison(actor)[:ROWS]), *rows]
    return rows


def _apart(one: Apart, on: date) -> WorkRow:
    late = one.review_on < on
    return WorkRow(
        who=f"{_name(one.one)} · {_name(one.other)}", url=reverse("casework:apart", args=[one.pk]),
        why=_("Kept apart: look at it again."), due_on=one.review_on, status="overdue" if late else "waiting",
        word=_("Overdue") if late else _("To review"), act=_("Look"), person_id=one.one_id,
    )  # fmt: skip


def _together(one: Apart) -> WorkRow:
    return WorkRow(
        who=f"{_name(one.one)} · {_name(one.other)}", url=reverse("casework:apart", args=[one.pk]),
        why=_("They are to be kept apart and are in one prison."),
        where=one.one.held_at.shown if one.one.held_at else "", status="critical", word=_("Together"), act=_("Look"),
        person_id=one.one_id,
    )  # fmt: skip


def timeline(actor: Actor, person_id: UUID) -> Sequence[Happening]:
    """First sessions and certificates; every single coming would drown the rest."""
    seen = rows_for(Attendance, actor).filter(person=person_id, came="present").select_related("session")
    first: dict[str, Session] = {}
    for one in seen.order_by("session__on", "pk"):
        first.setdefault(one.session.service, one.session)
    found = [
        Happening(
            on=one.on, says=_("First session: %(service)s") % {"service": one.title},
            url=reverse("casework:session", args=[one.pk]),
        )
        for one in first.values()
    ]  # fmt: skip
    found += [
        Happening(on=one.issued_on, says=_("Certificate: %(service)s") % {"service": one.title}, source=one.code)
        for one in rows_for(Certificate, actor).filter(person=person_id)
    ]
    return sorted(found, key=lambda one: one.on)


def extract(person_id: UUID) -> Sequence[tuple[Any, Sequence[tuple[Any, Any]]]]:
    """What is held here of a person, for herself; who is kept apart from her stands nowhere in it."""
    with as_house():
        came = list(Attendance.objects.filter(person=person_id).select_related("session").order_by("session__on"))
        given = list(Certificate.objects.filter(person=person_id))
    pairs = [(one.session.on, f"{one.session.title}: {one.get_came_display()}") for one in came if one.came]
    parts: list[tuple[Any, Sequence[tuple[Any, Any]]]] = [(_("Sessions"), pairs)] if pairs else []
    parts += [(_("Certificate"), [(_("Service"), one.title), (_("Code"), one.code)]) for one in given]
    parts.append((_("Left out"), [(_("Why"), _("Whatever would tell of somebody else, and remarks of workers."))]))
    return parts if came or given else []


def _name(person: Person) -> str:
    return person.full_name or _("Name not known")
