"""Facts for families are written, found to be still so, or taken away; what they said before is kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.errors import NotFound, Refused
from rihai.helpline.urgent.models import HelpFact, HelpFactBefore, Source, Topic
from rihai.helpline.urgent.queries import KEEP, has_page
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.editing import Changed, save_if_unchanged
from rihai.places.models import Place

FIELDS = ("says", "says_ur", "source", "about_source", "checked_on")


class NoSuchPage(NotFound):
    """There is no such place or topic, or the actor keeps no such pages."""


class NotSaid(Refused):
    """A fact without words, or without a day on which it was checked."""


@transaction.atomic
def write_fact(
    *, place: Place, topic: str, version: int, said: Mapping[str, Any], actor: Actor, at: datetime
) -> HelpFact:  # fmt: skip
    """Write what is so (`FIELDS`); `version` 0 where nothing stood. Raises NoSuchPage, NotSaid, Changed."""
    _may(place, topic, actor)
    if not (str(said.get("says") or "").strip() or str(said.get("says_ur") or "").strip()):
        raise NotSaid(_("Write it in one of the two languages at least."))
    day = said.get("checked_on")
    if said.get("source") not in Source.values or day is None or day > local_day(at):
        raise NotSaid(_("Say how we know it, and on which day that was: today or before."))
    found = _locked(place, topic)
    if (found.version if found else 0) != version:
        raise _changed()
    if found is None:
        found = _new(place, topic, said, actor, at)
    else:
        _keep(found, actor, at)
        for name, value in _words(said).items():
            setattr(found, name, value)
        _sign(found, actor, at)
        save_if_unchanged(found, version=version, fields=[*FIELDS, "by", "by_name", "changed_at"])
    return _line(found, "written", actor, at)


def _new(place: Place, topic: str, said: Mapping[str, Any], actor: Actor, at: datetime) -> HelpFact:
    """The first of its kind on a page. Raises Changed where somebody wrote one in the same instant."""
    try:
        with transaction.atomic():
            return HelpFact.objects.create(
                place=place, topic=topic, by_id=actor.pk, by_name=actor.name[:120], changed_at=at, **_words(said)
            )
    except IntegrityError as both:
        raise _changed() from both


@transaction.atomic
def check_fact(*, place: Place, topic: str, version: int, source: str, actor: Actor, at: datetime) -> HelpFact:
    """It was looked into today and is still so, as it stood before the actor. Raises NoSuchPage, Changed."""
    _may(place, topic, actor)
    found = _locked(place, topic)
    if found is None or source not in Source.values:
        raise NoSuchPage(_("There is no such fact."))
    if found.version != version:
        raise Changed(_("Somebody changed this meanwhile. Read it again, and say then whether it is so."))
    _keep(found, actor, at)
    found.checked_on, found.source = local_day(at), source
    _sign(found, actor, at)
    found.version += 1
    found.save()
    return _line(found, "checked", actor, at)


@transaction.atomic
def take_away(*, place: Place, topic: str, version: int, actor: Actor, at: datetime) -> None:
    """It is not so any more, and nobody knows what is: the page says that it is not checked. Raises NoSuchPage."""
    _may(place, topic, actor)
    found = _locked(place, topic)
    if found is None:
        raise NoSuchPage(_("There is no such fact."))
    if found.version != version:
        raise _changed()
    _keep(found, actor, at)
    found.delete()
    _line(found, "taken_away", actor, at)


def _changed() -> Changed:
    return Changed(_("Somebody changed this while you wrote. Nothing of yours was saved yet."))


def _may(place: Place, topic: str, actor: Actor) -> None:
    if not actor.may(KEEP) or topic not in Topic.values or not has_page(place):
        raise NoSuchPage(_("There is no such page."))


def _locked(place: Place, topic: str) -> HelpFact | None:
    return HelpFact.objects.select_for_update(of=("self",)).filter(place=place, topic=topic).first()


def _words(said: Mapping[str, Any]) -> dict[str, Any]:
    texts = {name: str(said.get(name) or "").strip() for name in ("says", "says_ur", "about_source")}
    return {**texts, "source": said["source"], "checked_on": said["checked_on"]}


def _keep(fact: HelpFact, actor: Actor, at: datetime) -> None:
    HelpFactBefore.objects.create(
        place_id=fact.place_id, topic=fact.topic, by_name=fact.by_name, until=at, ended_by_name=actor.name[:120],
        **{name: getattr(fact, name) for name in FIELDS},
    )  # fmt: skip


def _sign(fact: HelpFact, actor: Actor, at: datetime) -> None:
    fact.by_id, fact.by_name, fact.changed_at = actor.pk, actor.name[:120], at


def _line(fact: HelpFact, verb: str, actor: Actor, at: datetime) -> HelpFact:
    detail = {"topic": fact.topic, "source": fact.source}
    append(f"helpline.fact.{verb}", actor=actor, at=at, subject=fact.place_id, kind="place", detail=detail)
    return fact
