"""What becomes of answers after acts of other rooms, and what the clock brings back."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from rihai.accounts.models import Ground
from rihai.accounts.operations import end_grants
from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.errors import Refused
from rihai.kit.actor import Actor
from rihai.kit.offers import Done
from rihai.legal.papers.models import Petition
from rihai.legal.response.models import ENDED, ClockAct, Response, State, Step, StepNote, Telling
from rihai.legal.response.operations.acting import end_line, give_to, grant_to, mark_filed, mark_granted
from rihai.legal.response.operations.line import Line, write
from rihai.legal.response.queries.changed import Changed, Key, changes, key_of
from rihai.legal.response.tables import asks_for_bail, reasons
from rihai.screening.law.packs import Law, law_on
from rihai.screening.models import Finding
from rihai.screening.queries.lists import REACHED

ENDS = {
    "people.person.released": State.RELEASED,
    "people.person.died": State.CLOSED,
    "people.person.escaped": State.CLOSED,
}
FACTS = ("people.facts.corrected", "people.difference.decided", "people.person.transferred")
"""Acts after which a refused line may come back at once; those of a whole census wait for the clock."""
CHUNK = 500


def follow_end(done: Done) -> None:
    """Somebody left custody: every line about them ends, in the transaction of that act."""
    state = ENDS[done.act]
    with as_house(done.at):
        rows = list(Response.objects.filter(person__in=done.person_ids).exclude(state__in=ENDED))
        for row in rows:
            end_line(Line(row, None), state, at=done.at)
            row.released_on = done.detail.get("on") if state == State.RELEASED else None
            end_grants(ground=Ground.ASSIGNMENT, ground_id=row.pk, actor=done.actor, at=done.at)
            said = "legal.row.released" if state == State.RELEASED else "legal.row.closed"
            write(Line(row, None), state.value, said=said, actor=done.actor, at=done.at, on=row.released_on)


def follow_end_taken_back(done: Done) -> None:
    """The end of custody was written by mistake: lines that ended by a release are as open as they can be."""
    with as_house(done.at):
        for row in Response.objects.filter(person__in=done.person_ids, state=State.RELEASED):
            row.state, row.released_on, row.done_on = State.TAKEN if row.owner_id else State.OPEN, None, None
            if row.owner_id:
                grant_to(row, actor=done.actor, at=done.at)
            write(Line(row, None), "came_back", said="legal.row.came_back", actor=done.actor, at=done.at)


def follow_petition(done: Done) -> None:
    """A petition drawn up here was filed: so is the line it answers, whoever has it; nobody’s becomes the filer’s."""
    petition = Petition.objects.get(pk=done.detail["petition"])
    actor = done.actor
    if actor is None or not petition.provision:
        return
    with as_house(done.at):
        key = {"person": petition.person_id, "case_id": petition.case_id, "provision": petition.provision}
        finding = Finding.objects.filter(**key).first()
        row = Response.objects.select_for_update(of=("self",)).filter(**key, twin=0).first()
        if row is None and finding is not None:
            row = Response(person_id=petition.person_id, case_id=petition.case_id, provision=petition.provision)
        if row is None:
            return
        if finding is not None:
            row.data_class, row.and_legal = finding.data_class, finding.and_legal
        if row.owner_id is None or row.ended:
            give_to(row, actor.pk, actor.name, done.at)
            grant_to(row, actor=actor, at=done.at)
        mark_filed(row, court=petition.filed_court, number=petition.filed_number, on=petition.filed_on, again_on=None)
        told = {"court": row.court, "number": row.number}
        write(Line(row, finding), "filed", said="legal.row.filed", actor=actor, at=done.at, on=row.filed_on, told=told)


def follow_bail(done: Done) -> None:
    """Bail is recorded in a matter: the lines of that case that ask for it are granted, also those nobody had answered.

    One that was refused since, or that has ended, stays as it is. When the order is cancelled they are open work again.
    """
    actor, on = done.actor, done.detail["granted"]
    if actor is None or not done.detail["case"]:
        return
    with as_house(done.at):
        found = Response.objects.select_for_update(of=("self",))
        rows = found.filter(person__in=done.person_ids, case_id=done.detail["case"], twin=0)
        answered = [one for one in rows if asks_for_bail(one.provision)]
        asking = [one for one in answered if not one.ended]
        if done.detail["cancelled"]:
            gone = [one for one in asking if one.state == State.GRANTED and one.granted_on == on]
            _bring_back(gone, at=done.at)
        elif done.act == "legal.bail.recorded":
            standing = [one for one in asking if one.refused_on is None or one.refused_on <= on]
            _grant([*standing, *_unanswered(done, {key_of(one) for one in answered})], done, actor)


def _unanswered(done: Done, answered: Collection[Key]) -> list[Response]:
    """New answers to the lines of the case that ask for bail and that nobody has answered."""
    found = Finding.objects.filter(
        person__in=done.person_ids, case_id=done.detail["case"], kind="release", outcome__in=REACHED
    )
    return [
        Response(person_id=one.person_id, case_id=one.case_id, provision=one.provision, touched_at=done.at)
        for one in found
        if asks_for_bail(one.provision) and key_of(one) not in answered
    ]


def _grant(rows: Iterable[Response], done: Done, actor: Actor) -> None:
    findings = _findings_of(rows)
    for row in rows:
        finding = findings.get(key_of(row))
        if finding is not None:
            row.data_class, row.and_legal = finding.data_class, finding.and_legal
        if row.owner_id is None:
            give_to(row, actor.pk, actor.name, done.at)
            grant_to(row, actor=actor, at=done.at)
        on = done.detail["granted"]
        mark_granted(row, on=on)
        write(Line(row, finding), "granted", said="legal.row.granted", actor=actor, at=done.at, on=on)


def follow_merge(done: Done) -> None:
    """Two persons are one: the answers go along. Of two to one line the one kept stands first."""
    keep, gone = done.person_ids
    with as_house(done.at):
        held = {key_of(one)[1:] for one in Response.objects.filter(person=keep)}
        for row in Response.objects.filter(person=gone):
            taken = Response.objects.filter(person=keep, case_id=row.case_id, provision=row.provision)
            row.twin = max(taken.values_list("twin", flat=True)) + 1 if key_of(row)[1:] in held else row.twin
            row.came_from = [*row.came_from, str(gone)]
            _carry(row, keep)
        for act in ClockAct.objects.filter(person=gone):
            act.person_id, act.came_from = keep, [*act.came_from, str(gone)]
            act.save(update_fields=["person", "came_from"])


def follow_part(done: Done) -> None:
    """They were two after all: what came from the one goes back to them."""
    keep, gone = done.person_ids
    with as_house(done.at):
        for row in Response.objects.filter(person=keep):
            if row.came_from[-1:] == [str(gone)]:
                row.came_from, row.twin = row.came_from[:-1], 0
                _carry(row, gone)
        for act in ClockAct.objects.filter(person=keep):
            if act.came_from[-1:] == [str(gone)]:
                act.person_id, act.came_from = gone, act.came_from[:-1]
                act.save(update_fields=["person", "came_from"])


def _carry(row: Response, person_id: UUID) -> None:
    """The answer and all that hangs on it are another person's now."""
    row.person_id = person_id
    row.save(update_fields=["person", "twin", "came_from"])
    for model in (Step, Telling):
        model._default_manager.filter(response=row).update(person=person_id)
    StepNote.objects.filter(step__response=row).update(person=person_id)


def nothing_is_built(done: Done) -> None:
    """Raises Refused where somebody answered a line about people whom the act would take away."""
    with as_house(done.at):
        for part in _parts(done.person_ids):
            if Response.objects.filter(person__in=part).exists() or ClockAct.objects.filter(person__in=part).exists():
                raise Refused(
                    _("Somebody already works on people of this list. Correct what is wrong person by person.")
                )


def follow_facts(done: Done) -> None:
    """A fact was corrected: refused lines that waited for it come back."""
    with as_house(done.at):
        waiting = Response.objects.filter(person__in=done.person_ids, state=State.REFUSED)
        _bring_back_changed(list(waiting), at=done.at)


def tick(at: datetime) -> int:
    """Parked lines whose day has come, refused ones whose days have run or whose facts changed; says how many."""
    today = local_day(at)
    with as_house(at), transaction.atomic():
        due = Response.objects.select_for_update().filter(
            Q(state=State.PARKED) | Q(state=State.REFUSED), until_on__lte=today
        )
        count = _bring_back(list(due), at=at)
        waiting = Response.objects.select_for_update().filter(state=State.REFUSED, until_on=None)
        wanted = [code for code, one in reasons().items() if one.consequence == "fact"]
        for part in _parts(waiting.filter(reason__in=wanted).values_list("pk", flat=True)):
            count += _bring_back_changed(list(waiting.filter(pk__in=part)), at=at)
    return count


def _bring_back_changed(rows: list[Response], *, at: datetime) -> int:
    law = law_on(local_day(at))
    changed = changes(rows, _findings_of(rows), law)
    return _bring_back([one for one in rows if _wakes(one, changed.get(one.pk), law)], at=at)


def _findings_of(rows: Iterable[Response]) -> dict[Key, Finding]:
    people = {one.person_id for one in rows}
    return {key_of(one): one for one in Finding.objects.filter(person__in=people)}


def _wakes(row: Response, changed: Changed | None, law: Law) -> bool:
    """Whether a refused line comes back: a fact it waits for changed, or any where the reason names none."""
    why = reasons().get(row.reason)
    if not changed or changed.gone or why is None or why.consequence != "fact" or row.provision not in law.provisions:
        return False
    return not why.facts or bool(changed.outcome) or not set(why.facts).isdisjoint(changed.facts)


def _bring_back(rows: Iterable[Response], *, at: datetime) -> int:
    count = 0
    for row in rows:
        row.state = State.TAKEN if row.owner_id else State.OPEN
        row.until_on, row.due_on = None, local_day(at)
        write(Line(row, None), "came_back", said="legal.row.came_back", actor=None, at=at)
        count += 1
    return count


def _parts(keys: Iterable[UUID]) -> Iterable[Collection[UUID]]:
    found = list(keys)
    return (found[start : start + CHUNK] for start in range(0, len(found), CHUNK))
