"""An answer is given, or taken back: never about a person without her word, danger to life apart."""

from __future__ import annotations

import re
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.helpline.answers.models import ABOUT_THEM, FREE, Answer, Kind
from rihai.helpline.errors import NoSuchRequest, NotHers, NotSo
from rihai.helpline.matching.models import HerWord
from rihai.helpline.matching.queries import allowed
from rihai.helpline.requests.models import HelpRequest, MayTell
from rihai.helpline.requests.operations.reach import note, request_for
from rihai.helpline.requests.triage import Level
from rihai.kit.actor import Actor
from rihai.places.models import Place

BETRAYS = re.compile(
    r"\b(?:fir|ppc|cnsa|crpc|section|u/s|charge[ds]?|barrack|ward|cell|court|bail|murder|blasphem\w*)\b"
    r"|دفعہ|مقدم|ایف آئی آر|بیرک|وارڈ|عدالت|ضمانت|قتل|\b\d{3}\b",
    re.IGNORECASE,
)
"""Words that tell why or where somebody is held; a hint for who writes, never a proof that nothing is told."""
_SHORTEST = 4
_COMMON = frozenset({
    "prison", "jail", "central", "district", "women", "camp", "borstal", "police", "station", "court", "high",
    "sessions", "shelter", "home", "house", "city", "town", "north", "south", "east", "west",
    "جیل", "سینٹرل", "ڈسٹرکٹ", "تھانہ",
    "عدالت", "خواتین", "دارالامان",
})  # fmt: skip


def betrays(words: str, *, of: str = "") -> list[str]:
    """What in a text seems to tell where or why somebody is held: names of places we know, such words, her own name."""
    found = [match.group(0) for match in BETRAYS.finditer(words)]
    said = words.casefold()
    found += [part for part in of.casefold().split() if len(part) >= _SHORTEST and part in said]
    for name, urdu in Place.objects.filter(closed_on=None).values_list("name", "name_ur"):
        for one in (name, urdu):
            if any(_tells(part) and part in said for part in re.split(r"[\s(),.’'-]+", one.casefold())):
                found.append(one)
    return list(dict.fromkeys(found))[:6]


def _tells(part: str) -> bool:
    return len(part) >= _SHORTEST and part not in _COMMON


@transaction.atomic
def answer(
    *, request_id: UUID, kind: str, words: str = "", danger: str = "", is_checked: bool = False, actor: Actor,
    at: datetime,
) -> Answer:  # fmt: skip
    """Let who asked read this. What speaks of a person rests on her word; in danger to life on that, with the reason.

    Raises NoSuchRequest; NotHers without her word; NotSo where nothing is said, or where words seem to tell where or
    why somebody is held and nobody has looked at them again (`is_checked`).
    """
    one = request_for(request_id, actor=actor)
    if kind not in Kind.values or (kind in FREE and not words.strip()):
        raise NotSo(_("Say what who asked is to read."))
    if kind == Kind.SEEN and one.said.may_tell == MayTell.NO:
        raise NotSo(_("Who asked wants nothing said to them, so they cannot know of it: write it in your own words."))
    rests_on = _ground(one, kind, danger.strip(), actor=actor, at=at)
    telling = betrays(words, of=one.said.name) if kind in FREE and not is_checked else []
    if telling:
        says = _("This may tell where or why somebody is held: %(what)s. Write it otherwise, or tick that you looked.")
        raise NotSo(says % {"what": "، ".join(telling)})
    made = Answer.objects.create(
        request=one, kind=kind, words=words.strip() if kind in FREE else None, rests_on=rests_on,
        danger=danger.strip() or None, made_by_id=actor.pk, made_at=at,
    )  # fmt: skip
    if one.answered_at is None:
        one.answered_at = at
        one.save(update_fields=["answered_at"])
    note(one, "answered", actor=actor, at=at, detail={"kind": kind, "in_danger": bool(danger.strip())})
    return made


def _ground(one: HelpRequest, kind: str, danger: str, *, actor: Actor, at: datetime) -> HerWord | None:
    """On what an answer about a person rests; None where it speaks of nobody, or rests on danger to life.

    To tell without her word is decided by two who are named (standards, sharing without consent): who answers, and who
    read the request over.
    """
    if kind not in ABOUT_THEM:
        return None
    word = allowed(one, at=at)
    if word is not None:
        return word
    if one.level == Level.RED and danger:
        if one.second_by_id in {None, actor.pk}:
            raise NotHers(_("To tell without their word takes two: a second person reads the request over first."))
        return None
    raise NotHers(
        _("Nothing is told about a person without their word. In danger to life, say why it is told all the same.")
    )


@transaction.atomic
def hide_answer(*, answer_id: UUID, actor: Actor, at: datetime) -> Answer:
    """Take an answer back: who asked reads it no longer. Raises NoSuchRequest, NotSo."""
    found = Answer.objects.filter(pk=answer_id).first()
    if found is None:
        raise NoSuchRequest(_("There is no such answer."))
    one = request_for(found.request_id, actor=actor, live=False)
    found.refresh_from_db()
    if found.hidden_at is not None:
        raise NotSo(_("It is taken back already."))
    found.hidden_at = at
    found.save(update_fields=["hidden_at"])
    note(one, "answer_hidden", actor=actor, at=at)
    return found
