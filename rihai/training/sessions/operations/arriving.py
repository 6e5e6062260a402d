"""A list of names arrives for a session: its lines are kept apart until somebody says who each of them is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.places.models import Place
from rihai.training.courses.models import Audience, Rank
from rihai.training.errors import NotSo
from rihai.training.reach import register_for
from rihai.training.sessions.alike import Asked, Known
from rihai.training.sessions.list_of_names import Named
from rihai.training.sessions.models import ArrivingRow, Sex
from rihai.training.sessions.operations.enrolling import seat, write_trainee
from rihai.training.sessions.operations.planning import open_session

NEW, SAME, LEAVE = "new", "same", "leave"
SEXES = {
    "woman": Sex.WOMAN, "female": Sex.WOMAN, "f": Sex.WOMAN, "خاتون": Sex.WOMAN, "عورت": Sex.WOMAN,
    "man": Sex.MAN, "male": Sex.MAN, "m": Sex.MAN, "مرد": Sex.MAN,
}  # fmt: skip


@transaction.atomic
def take_in_list(*, session_id: UUID, lines: Sequence[Named], actor: Actor, at: datetime) -> int:
    """Keep the lines of a list for a session until they are settled; says how many. Nobody is enrolled yet.

    What is there already of an earlier list goes. Raises NotThere, NotSo.
    """
    session = open_session(session_id, actor=actor)
    session.arriving.all().delete()
    ranks = {text.casefold(): one for one in Rank.objects.all() for text in (one.title, one.title_ur, one.code) if text}
    places = _places({one.said["place"] for one in lines if one.said.get("place")})
    known = Known(register_for(actor))
    rows = []
    for one in lines:
        said = one.said
        place, rank = places.get(said.get("place", "").casefold()), ranks.get(said.get("rank", "").casefold())
        asked = Asked(
            said["full_name"], said.get("number", ""), said.get("organisation", ""), place.pk if place else None
        )
        found = known.alike(asked)
        rows.append(
            ArrivingRow(
                session=session, number=one.number, full_name=said["full_name"], rank=rank, place=place, at=at,
                organisation=said.get("organisation", ""), service_number=said.get("number", ""),
                sex=SEXES.get(said.get("sex", "").casefold(), ""), contact=said.get("contact", ""),
                audience=rank.audience if rank else _audience(said.get("audience", "")),
                problem=_problem(said, rank, place), alike=found[0] if found else None,
            )
        )  # fmt: skip
    ArrivingRow.objects.bulk_create(rows)
    append("training.list.arrived", actor=actor, at=at, subject=session.pk, kind="session", detail={"lines": len(rows)})
    return len(rows)


def _audience(text: str) -> str:
    return text.casefold() if text.casefold() in Audience.values else str(Audience.OFFICER)


def _places(names: set[str]) -> dict[str, Place]:
    """Places by the names of a list; a name that two places bear names neither."""
    wanted = {name.casefold() for name in names}
    found: dict[str, Place | None] = {}
    for place in Place.objects.filter(closed_on=None) if wanted else ():
        for text in {place.name.casefold(), place.shown.casefold()} & wanted:
            found[text] = None if text in found else place
    return {text: place for text, place in found.items() if place is not None}


def _problem(said: Mapping[str, str], rank: Rank | None, place: Place | None) -> str:
    unread = []
    if said.get("rank") and rank is None:
        unread.append(_("rank “%(text)s” is not known here") % {"text": said["rank"][:60]})
    if said.get("place") and place is None:
        unread.append(_("posting “%(text)s” is not known here") % {"text": said["place"][:60]})
    return "; ".join(unread)[:300]


@transaction.atomic
def settle_list(*, session_id: UUID, choices: Mapping[UUID, str], actor: Actor, at: datetime) -> int:
    """Enrol the lines of a list as they were settled: `new`, `same` (as the one proposed) or `leave`; lines without a
    choice stay. Says how many were enrolled. Raises NotThere, NotSo.
    """
    session = open_session(session_id, actor=actor)
    done, taken = [], 0
    there = set(session.enrolments.values_list("trainee_id", flat=True))
    for row in session.arriving.select_related("alike"):
        choice = choices.get(row.pk, "")
        if choice not in {NEW, SAME, LEAVE}:
            continue
        if choice == SAME and row.alike is None:
            raise NotSo(
                _("Nobody is proposed for line %(number)s. Say that it is somebody new.") % {"number": row.number}
            )
        done.append(row.pk)
        if choice == LEAVE or (choice == SAME and row.alike_id in there):
            continue
        trainee = row.alike if choice == SAME and row.alike else write_trainee(_said(row), actor, at)
        seat(session, trainee, actor, at)
        there.add(trainee.pk)
        taken += 1
    session.arriving.filter(pk__in=done).delete()
    detail = {"settled": len(done), "enrolled": taken}
    append("training.list.settled", actor=actor, at=at, subject=session.pk, kind="session", detail=detail)
    return taken


def _said(row: ArrivingRow) -> dict[str, object]:
    return {
        "full_name": row.full_name, "audience": row.audience, "organisation": row.organisation, "rank": row.rank,
        "place": row.place, "number": row.service_number, "sex": row.sex, "contact": row.contact,
    }  # fmt: skip
