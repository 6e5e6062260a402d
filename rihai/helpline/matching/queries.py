"""Whom a request is about, for who sees her; whose word is to be asked; what the line may know of an answer."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from rihai.accounts.operations.house import as_house
from rihai.accounts.queries import sees
from rihai.accounts.standing import local_day
from rihai.helpline.matching.models import HerWord, Match
from rihai.helpline.requests.models import HelpRequest
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.people.models import Person

WORD = "helpline.word"


def person_of(one: HelpRequest, *, actor: Actor) -> Person | None:
    """Whom the request is about, for who sees her; None for others, and where nobody was found."""
    seen = Match.objects.filter(sees(actor, DataClass.PERSONAL), request=one.pk, ended_at=None)
    found = seen.select_related("person__held_at").first()
    return found.person if found else None


def asked_about(person_id: UUID, *, actor: Actor) -> QuerySet[Match]:
    """When somebody asked about her, for who sees her."""
    return Match.objects.filter(sees(actor, DataClass.PERSONAL), person=person_id, ended_at=None).order_by("-came_at")


def words_for(actor: Actor) -> QuerySet[HerWord]:
    """Whom the actor is to ask: those they see."""
    if not actor.may(WORD):
        return HerWord.objects.none()
    rows = HerWord.objects.filter(sees(actor, DataClass.PERSONAL), state=HerWord.State.WAITING)
    return rows.select_related("person__held_at").order_by("asked_at", "pk")


def word_for(pk: UUID, *, actor: Actor) -> HerWord | None:
    """One question, answered or not, of somebody the actor sees; None for others."""
    if not actor.may(WORD):
        return None
    rows = HerWord.objects.filter(sees(actor, DataClass.PERSONAL), pk=pk)
    return rows.select_related("person__held_at").first()


def allowed(one: HelpRequest, *, at: datetime) -> HerWord | None:
    """Her yes, while it holds; None for a no, for nobody asked and for nobody found: the line never learns which."""
    with as_house(at):
        found = _words_of(one).filter(state=HerWord.State.YES).select_related("consent").first()
    if found is None or found.consent is None or not found.consent.holds(local_day(at), at):
        return None
    return found


def was_asked(one: HelpRequest, *, at: datetime) -> bool:
    """Whether she is asked, or was: what came of it is not told."""
    with as_house(at):
        return _words_of(one).exists()


def _words_of(one: HelpRequest) -> QuerySet[HerWord]:
    """What was asked of whom the request is about now; not of somebody with whom it was matched by mistake."""
    about = Match.objects.filter(request=one.pk, ended_at=None).values("person")
    return HerWord.objects.filter(request=one.pk, person__in=about)
