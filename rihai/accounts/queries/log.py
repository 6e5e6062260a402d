"""Who saw and did what: on one person, and in the whole access log."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import SYSTEM_ID, Grant
from rihai.accounts.queries.sight import sight_of
from rihai.kit.actor import Actor
from rihai.kit.audit.models import Event, Head, Opening
from rihai.kit.classes import DataClass
from rihai.kit.offers import ActWords, offered

PAGE = 50


def who_opened(person_id: UUID, *, actor: Actor, limit: int = 50) -> list[Opening]:
    """Who opened a person's page, newest first, for whoever sees that person.

    Somebody who ever had leave for sealed matter of the person is left out for those who have not: that a survivor
    counsellor looked is a trace of it. The access log has them all.
    """
    sight = sight_of(actor, person_id)
    if DataClass.PERSONAL not in sight.seen:
        return []
    openings = Opening.objects.filter(person_id=person_id)
    if DataClass.SEALED not in sight.seen:
        with acting_as(SYSTEM_ID):
            sealed = Grant.objects.filter(person_id=person_id, data_class=DataClass.SEALED)
            hidden = set(sealed.values_list("account_id", flat=True)) - {actor.pk}
        openings = openings.exclude(actor_id__in=hidden)
    return list(openings.order_by("-event_number")[:limit])


@dataclass(frozen=True, slots=True)
class Sought:
    """What of the log is asked for; empty fields ask for everything."""

    actor_id: UUID | None = None
    act: str = ""
    on: date | None = None
    subject: UUID | None = None
    before: int | None = None


def log_lines(actor: Actor, sought: Sought) -> tuple[list[Event], bool]:
    """At most 50 lines, newest first, and whether there are earlier ones; nothing for who may not read the log."""
    if not actor.may("audit.read"):
        return [], False
    rows = Event.objects.order_by("-number")
    if sought.actor_id:
        rows = rows.filter(actor_id=sought.actor_id)
    if sought.act:
        rows = rows.filter(act__gte=sought.act, act__lt=sought.act + "\uffff")
    if sought.on:
        begins = timezone.make_aware(datetime.combine(sought.on, time.min))
        rows = rows.filter(moment__gte=begins, moment__lt=begins + timedelta(days=1))
    if sought.subject:
        rows = rows.filter(subject=str(sought.subject))
    if sought.before:
        rows = rows.filter(number__lt=sought.before)
    found = list(rows[: PAGE + 1])
    return found[:PAGE], len(found) > PAGE


def leaves_for(actor: Actor, person_id: UUID, *, at: datetime) -> list[Grant]:
    """Who has leave to see one person at a moment, beside those whose postings cover them, for the desk."""
    if not actor.may("desk.keep"):
        return []
    open_now = Q(ended_at__isnull=True) | Q(ended_at__gt=at)
    rows = Grant.objects.filter(open_now, person_id=person_id, started_at__lte=at)
    return list(rows.select_related("account", "given_by").order_by("account__name", "data_class"))


def in_words(act: str) -> str:
    """What an act is called in the reader's language; its bare name where its room has no words for it."""
    return next((str(offer.words[act]) for offer in offered(ActWords) if act in offer.words), act)


def log_head() -> Head | None:
    """The end of the chain, to be kept on paper."""
    return Head.objects.filter(pk=1).first()
