"""An incident is written down, changed, looked over by somebody else, opened, closed, or found written down twice."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.acts import after
from rihai.kit.codes import new_code
from rihai.kit.editing import save_if_unchanged
from rihai.kit.offers import Done
from rihai.monitoring.incidents.classes import class_of, classes, clocks_of, is_sealed, severity_of
from rihai.monitoring.incidents.models import (
    Basis,
    Clock,
    Erasure,
    Incident,
    IncidentMember,
    Precision,
    Said,
    Standing,
    State,
)
from rihai.monitoring.incidents.operations.errors import NoSuchIncident, NotSo, NotYours
from rihai.monitoring.incidents.operations.keeping import kept_until
from rihai.monitoring.incidents.operations.parts import Whom, new_victim
from rihai.monitoring.incidents.operations.reach import incident_for, note
from rihai.monitoring.incidents.queries import REPORT, may_seal, sealing_colleagues
from rihai.places.models import Place

OLDEST = timedelta(days=365 * 60)
WRITTEN, CHANGED = "monitoring.incident.written", "monitoring.incident.changed"


@transaction.atomic
def write_incident(
    *, said: Mapping[str, Any], whom: Whom | None = None, lead: Account | None = None, actor: Actor, at: datetime
) -> Incident:  # fmt: skip
    """Write an incident down, with whom it happened to where that is known; its clocks begin when we learned of it.

    `said` has sub, place, spot, first_on, last_on, precision, hour, basis, standing, national, happened, raises,
    learned_at, sealed. The actor leads its team; who only brings it to a monitor (`monitoring.bring`) names the `lead`,
    and is not of the team. Raises NoSuchIncident for whoever writes none down, NoSuchPerson,
    NotSo, NotYours for a sealed matter where the actor's role may not read what is sealed.
    """
    leader: Actor = lead or actor
    if not leader.may(REPORT) or not (lead is None or actor.may("monitoring.bring")):
        raise NoSuchIncident(_("There is no such incident."))
    text = told(said, at=at)
    sealed = is_sealed(text.sub) or bool(said.get("sealed"))
    if sealed and not may_seal(leader):
        raise NotYours(_not_yours(at))
    learned = said.get("learned_at") or at
    if not at - timedelta(days=366) <= learned <= at:
        raise NotSo(_("Say when we learned of it: within the last year, and not later than now."))
    one = Incident(is_sealed=sealed, learned_at=learned, made_by_id=actor.pk, made_at=at)
    one.say(text)
    with as_house(at):
        while Incident.objects.filter(code=one.code).exists():  # a code is drawn by chance
            one.code = new_code()
        one.save()
        IncidentMember.objects.create(incident=one, account_id=leader.pk, leads=True, since=at)
        Clock.objects.bulk_create(_clocks(one, text))
    if whom is not None:
        with as_house(at) if lead else nullcontext():  # who brings it writes in it once, and reads nothing of it
            new_victim(one, whom, actor=actor, at=at)
    _follow(one, WRITTEN, actor=actor, at=at)
    known = {"sub": text.sub, "severity": text.severity, "place": text.place_id}
    note(one, "written", actor=actor, at=at, detail=known)
    return one


def _not_yours(at: datetime) -> str:
    with as_house(at):
        names = ", ".join(sealing_colleagues(local_day(at)).values_list("name", flat=True)[:6])
    says = _("This is written down under seal, by somebody who may read what is sealed: %(names)s. Nothing was kept.")
    return says % {"names": names or "…"}


def _clocks(one: Incident, text: Said) -> list[Clock]:
    due = clocks_of(text.sub, text.severity, one.learned_at)
    return [Clock(incident=one, what=what, started_at=one.learned_at, due_at=until) for what, until in due]


def told(said: Mapping[str, Any], *, at: datetime) -> Said:
    """What was said, put in order. Raises NotSo."""
    sub = str(said.get("sub") or "")
    known = classes().get(sub.split(".", maxsplit=1)[0])
    if known is None or sub not in known.subs:
        raise NotSo(_("Choose what happened."))
    happened = str(said.get("happened") or "").strip()
    place = said.get("place")
    if not happened or not isinstance(place, Place):
        raise NotSo(_("Say where it happened, and what."))
    first, last = said.get("first_on"), said.get("last_on")
    _in_order(first, last, local_day(at))
    raises = frozenset(said.get("raises") or ())
    return Said(
        sub=sub, severity=_graver(said.get("severity"), severity_of(sub, raises)), place_id=place.pk,
        spot=str(said.get("spot") or "").strip(), first_on=first.isoformat() if first else "",
        last_on=last.isoformat() if last else "", precision=said.get("precision") or Precision.UNKNOWN,
        hour=str(said.get("hour") or "").strip(), basis=said.get("basis") or Basis.VICTIM,
        standing=said.get("standing") or Standing.ALLEGED, national=str(said.get("national") or "").strip(),
        happened=happened, raises=tuple(sorted(raises)),
    )  # fmt: skip


def _graver(asked: Any, least: str) -> str:
    """Who writes may say that it is graver, never that it is less so than its class."""
    return min(str(asked), least) if asked else least


def _in_order(first: date | None, last: date | None, today: date) -> None:
    for one in (first, last):
        if one is not None and not today - OLDEST <= one <= today:
            raise NotSo(_("Give days that have been."))
    if last is not None and (first is None or last < first):
        raise NotSo(_("The last day comes after the first."))


@transaction.atomic
def change_incident(
    *, incident_id: UUID, version: int, said: Mapping[str, Any], actor: Actor, at: datetime
) -> Incident:  # fmt: skip
    """Other words. What turns out to be sealed is sealed from then on, and never unsealed; graver, its clocks are anew.

    Raises NoSuchIncident, NotSo, NotYours, Changed.
    """
    one = incident_for(incident_id, actor=actor)
    before = one.said
    text = replace(told(said, at=at), answers=before.answers)
    if class_of(text.sub) != class_of(before.sub):
        text = replace(text, answers=())
    seals = is_sealed(text.sub) or bool(said.get("sealed"))
    if seals and not one.is_sealed:
        if not may_seal(actor):
            raise NotYours(_not_yours(at))
        _seal(one)
    one.say(text)
    save_if_unchanged(
        one, version=version, fields=["is_sealed", "text", "place", "sub", "severity", "first_on"]
    )  # fmt: skip
    if (text.sub, text.severity) != (before.sub, before.severity):
        one.clocks.filter(stopped_at=None).delete()
        done = {clock.what for clock in one.clocks.all()}
        Clock.objects.bulk_create(clock for clock in _clocks(one, text) if clock.what not in done)
    _follow(one, CHANGED, actor=actor, at=at)
    note(one, "changed", actor=actor, at=at, detail={"sub": text.sub, "severity": text.severity})
    return one


def _follow(one: Incident, act: str, *, actor: Actor, at: datetime) -> None:
    """Let others follow: of a sealed incident they hear that it is sealed and nothing else."""
    if one.is_sealed:
        known: dict[str, Any] = {"incident": one.pk, "sealed": True}
    else:
        known = {"incident": one.pk, "sealed": False, "sub": one.sub, "place": one.place_id}
    after(Done(act=act, actor=actor, at=at, detail=known))


def _seal(one: Incident) -> None:
    """Whom it happened to goes under the seal too."""
    one.is_sealed = True
    for victim in one.victims.exclude(person=None):
        victim.subject = str(victim.person_id)
        victim.first_subject = str(victim.first_person or victim.person_id)
        victim.person, victim.first_person = None, None
        victim.save()


@transaction.atomic
def write_answers(
    *, incident_id: UUID, version: int, answers: Mapping[str, str], actor: Actor, at: datetime
) -> Incident:  # fmt: skip
    """The questions of its class, as they are asked today: each answer keeps their version and words.

    Raises NoSuchIncident, NotSo, Changed.
    """
    one = incident_for(incident_id, actor=actor)
    text = one.said
    known = class_of(text.sub)
    given = tuple(
        (each.name, known.version, dict(each.asks), str(answers[each.name]).strip())
        for each in known.questions
        if str(answers.get(each.name) or "").strip()
    )
    one.say(replace(text, answers=given))
    save_if_unchanged(one, version=version, fields=["text", "place", "sub", "severity", "first_on"])
    note(one, "answered", actor=actor, at=at)
    return one


@transaction.atomic
def send_to_review(*, incident_id: UUID, actor: Actor, at: datetime) -> Incident:
    """The draft is done; somebody else looks it over. Raises NoSuchIncident, NotSo."""
    one = _moved(incident_id, State.DRAFT, State.REVIEW, actor=actor)
    note(one, "sent_to_review", actor=actor, at=at)
    return one


@transaction.atomic
def open_incident(*, incident_id: UUID, actor: Actor, at: datetime) -> Incident:
    """Looked over by somebody else of the team: it is open. Raises NoSuchIncident, NotSo."""
    found = incident_for(incident_id, actor=actor)
    if found.made_by_id == actor.pk:
        raise NotSo(_("Somebody else of the team looks it over: nobody reviews what they wrote themselves."))
    one = _moved(incident_id, State.REVIEW, State.OPEN, actor=actor)
    note(one, "opened", actor=actor, at=at)
    return one


@transaction.atomic
def close_incident(
    *, incident_id: UUID, version: int, closing: str, actor: Actor, at: datetime
) -> Incident:  # fmt: skip
    """It ends, with a word how. Raises NoSuchIncident, NotSo while something is due, Changed."""
    one = incident_for(incident_id, actor=actor)
    if one.state != State.OPEN or not closing.strip():
        raise NotSo(_("An open incident is closed with a word how it ended."))
    if one.clocks.filter(stopped_at=None).exists() or one.interventions.filter(done_on=None).exists():
        raise NotSo(_("Something is still due here. Say first what became of it."))
    one.state, one.closing, one.closed_at = State.CLOSED, closing.strip(), at
    one.keep_until, one.keep_because = kept_until(one, at), None
    save_if_unchanged(one, version=version, fields=["state", "closing", "closed_at", "keep_until", "keep_because"])
    note(one, "closed", actor=actor, at=at)
    return one


@transaction.atomic
def settle_duplicate(*, incident_id: UUID, version: int, of: UUID, actor: Actor, at: datetime) -> Incident:
    """It was written down before, as another one of the team's: that one goes on. Raises NoSuchIncident, NotSo."""
    one, other = incident_for(incident_id, actor=actor), incident_for(of, actor=actor)
    if one.pk == other.pk or one.is_sealed != other.is_sealed or one.duplicates.exists():
        raise NotSo(_("Choose another incident, of the same kind of seal, that is not itself one of this."))
    one.state, one.duplicate_of, one.closed_at = State.DUPLICATE, other, at
    save_if_unchanged(one, version=version, fields=["state", "duplicate_of", "closed_at"])
    one.clocks.filter(stopped_at=None).update(stopped_at=at, how="no_need", by_name=actor.name[:120])
    note(one, "found_twice", actor=actor, at=at)
    return one


@transaction.atomic
def reopen_incident(*, incident_id: UUID, version: int, actor: Actor, at: datetime) -> Incident:
    """There is more to do; nobody asks any more to erase it. Raises NoSuchIncident, NotSo, Changed."""
    one = incident_for(incident_id, actor=actor, live=False)
    if one.state not in {State.CLOSED, State.DUPLICATE}:
        raise NotSo(_("This incident is open."))
    one.state, one.closed_at, one.duplicate_of, one.keep_until = State.OPEN, None, None, None
    save_if_unchanged(one, version=version, fields=["state", "closed_at", "duplicate_of", "keep_until"])
    Erasure.objects.filter(incident=one).delete()
    note(one, "reopened", actor=actor, at=at)
    return one


def _moved(pk: UUID, before: State, after: State, *, actor: Actor) -> Incident:
    one = incident_for(pk, actor=actor)
    if one.state != before:
        raise NotSo(_("The incident is not so far, or is further already."))
    one.state = after
    one.version += 1
    one.save(update_fields=["state", "version"])
    return one
