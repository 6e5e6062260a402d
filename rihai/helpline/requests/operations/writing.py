"""The call sheet: begun when the call comes, written while one listens; taken over, made graver, read by a second."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.helpline.codes import Given, new_code
from rihai.helpline.errors import NoSuchRequest, NotSo
from rihai.helpline.matching.following import move_sight
from rihai.helpline.requests.models import Clock, HelpRequest, Paper, Said, State, Way
from rihai.helpline.requests.operations.asking import new_request, tell_of
from rihai.helpline.requests.operations.reach import note, request_for
from rihai.helpline.requests.queries import ANSWER
from rihai.helpline.requests.triage import ORDER, Level, What, clocks_of, level_of
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.editing import save_if_unchanged
from rihai.kit.files import keep

FILES = "helpline.requests"
TOLD = frozenset(one.name for one in fields(Said))
OLDEST = timedelta(days=60)


@transaction.atomic
def begin(
    *, way: str, said: Said | None = None, topic: str = "", actor: Actor, at: datetime, **more: Any
) -> HelpRequest:
    """A new sheet: empty, or with what is known already; its clocks begin. Raises NoSuchRequest, NotSo."""
    if not actor.may(ANSWER):
        raise NoSuchRequest(_("There is no such request."))
    began = more.get("began_at", at)
    if way not in Way.values or way == Way.FORM or not at - OLDEST <= began <= at:
        raise NotSo(_("Say how it came, and a moment that has been."))
    one = new_request(
        way=way, said=said or Said(), topic=topic, language="", given=new_code(HelpRequest), at=at,
        made_by_id=actor.pk, owner_id=actor.pk, **more,
    )  # fmt: skip
    note(one, "begun", actor=actor, at=at, detail={"way": way, "level": one.level})
    return one


@transaction.atomic
def write(*, request_id: UUID, version: int, said: Mapping[str, Any], actor: Actor, at: datetime) -> HelpRequest:
    """What is written on the sheet now; the level rises with the signs and never falls by itself.

    Raises NoSuchRequest, NotSo, Changed.
    """
    one = request_for(request_id, actor=actor)
    told = {name: value for name, value in said.items() if name in TOLD}
    told = {name: tuple(value) if name in {"signs", "times"} else value for name, value in told.items()}
    text = replace(one.said, **told)
    one.text, one.topic = text.written(), said.get("topic", one.topic)
    one.place = said.get("place", one.place)
    _mark_read(one, actor=actor, at=at)
    graver = min(one.level, level_of(text.signs, one.topic), key=ORDER.index)
    names = ["text", "topic", "place", "level", "state", "read_at", "owner"]
    if graver != one.level:
        _anew(one, graver, actor=actor, at=at)
    save_if_unchanged(one, version=version, fields=names)
    note(one, "written", actor=actor, at=at, detail={"level": one.level, "topic": one.topic})
    return one


@transaction.atomic
def take(*, request_id: UUID, actor: Actor, at: datetime) -> HelpRequest:
    """The actor sees to it now; whom it is about is theirs to see, and no more whoever had it before."""
    one = request_for(request_id, actor=actor)
    if one.owner_id == actor.pk and one.state != State.NEW:
        raise NotSo(_("You see to it already."))
    former = one.owner_id
    _mark_read(one, actor=actor, at=at)
    one.owner_id = actor.pk
    one.version += 1
    one.save(update_fields=["owner", "state", "read_at", "version"])
    move_sight(one, actor=actor, at=at)
    note(one, "taken", actor=actor, at=at, detail={"from": former})
    return one


def _mark_read(one: HelpRequest, *, actor: Actor, at: datetime) -> None:
    """The first who opens it to work has read it, and sees to it."""
    if one.read_at is None:
        one.read_at, one.state = at, State.OPEN
        one.owner_id = one.owner_id or actor.pk
        one.clocks.filter(what=What.READ, stopped_at=None).update(
            stopped_at=at, how=Clock.How.DONE, by_name=actor.name[:120]
        )


@transaction.atomic
def change_level(*, request_id: UUID, level: str, actor: Actor, at: datetime) -> HelpRequest:
    """Graver at once, by whoever answers the line; down from danger to life only by a second person.

    Raises NoSuchRequest, NotSo.
    """
    one = request_for(request_id, actor=actor, answers=False)
    if level not in Level.values or level == one.level:
        raise NotSo(_("Choose another level."))
    if one.level == Level.RED and not may_be_second(one, actor=actor):
        raise NotSo(_("Danger to life is lowered by a second person, not by who sees to it."))
    before = one.level
    _anew(one, level, actor=actor, at=at)
    one.version += 1
    one.save(update_fields=["level", "version"])
    note(one, "level_changed", actor=actor, at=at, detail={"from": before, "to": level})
    return one


def may_be_second(one: HelpRequest, *, actor: Actor) -> bool:
    """Whether the actor is a second person beside who sees to it; where nobody does, there is no first one yet."""
    return one.owner_id is not None and actor.pk not in {one.owner_id, one.made_by_id}


def _anew(one: HelpRequest, level: str, *, actor: Actor, at: datetime) -> None:
    """Another level: what was done stays, what is not asked any more goes; danger to life is told at once."""
    one.level = level
    due = dict(clocks_of(level, one.began_at, unread=one.read_at is None))
    running = {clock.what: clock for clock in one.clocks.filter(stopped_at=None)}
    done = set(one.clocks.exclude(stopped_at=None).values_list("what", flat=True))
    one.clocks.filter(pk__in=[clock.pk for what, clock in running.items() if what not in due]).delete()
    for what, until in due.items():
        if what in running:
            # A clock that was told upwards, and runs anew, is told upwards again when its new time is over.
            one.clocks.filter(pk=running[what].pk).exclude(due_at=until).update(due_at=until, rung=0)
        elif what not in done:
            Clock.objects.create(request=one, what=what, started_at=one.began_at, due_at=until)
    if level == Level.RED:
        tell_of(one, at=at, but=actor)


@transaction.atomic
def read_over(*, request_id: UUID, actor: Actor, at: datetime) -> HelpRequest:
    """A second person has read what is in danger to life: what was done is right. Raises NoSuchRequest, NotSo."""
    one = request_for(request_id, actor=actor, answers=False)
    if one.level != Level.RED or not may_be_second(one, actor=actor):
        raise NotSo(_("A second person reads over what is in danger to life, not who sees to it."))
    one.second_by_id = actor.pk
    one.version += 1
    one.save(update_fields=["second_by", "version"])
    one.clocks.filter(what=What.SECOND, stopped_at=None).update(
        stopped_at=at, how=Clock.How.DONE, by_name=actor.name[:120]
    )
    note(one, "read_over", actor=actor, at=at)
    return one


@transaction.atomic
def add_paper(*, request_id: UUID, content: bytes, name: str, actor: Actor, at: datetime) -> Paper:
    """Keep a letter, as it came. Raises NoSuchRequest, NotSo, FileRefused."""
    one = request_for(request_id, actor=actor)
    stored = keep(content, name=name, data_class=DataClass.PERSONAL, actor=actor, at=at, owner=FILES)
    made = Paper.objects.create(request=one, stored=stored, added_at=at)
    note(one, "paper_added", actor=actor, at=at)
    return made


@transaction.atomic
def renew_pin(*, request_id: UUID, actor: Actor, at: datetime) -> Given:
    """A new PIN under the same code, told once to whoever asked; the old one opens nothing more."""
    one = request_for(request_id, actor=actor)
    given = Given(one.code, new_code(HelpRequest).pin)
    one.take(given)
    one.version += 1
    one.save(update_fields=["pin", "tries", "shut_until", "version"])
    note(one, "pin_renewed", actor=actor, at=at)
    return given
