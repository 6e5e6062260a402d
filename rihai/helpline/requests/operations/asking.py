"""Somebody without an account asks for help: kept as they write, then sent; the house keeps it, nobody is asked."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from rihai.accounts.operations import notify
from rihai.accounts.operations.house import as_house
from rihai.helpline.codes import Given, new_code
from rihai.helpline.requests.models import Clock, Draft, HelpRequest, Said, State, Way
from rihai.helpline.requests.operations.reach import HERE, NOTICE, note
from rihai.helpline.requests.queries import above_the_line, operators
from rihai.helpline.requests.triage import Level, clocks_of, level_of
from rihai.kit.actor import Actor

DRAFT_KEPT, SECRETS_KEPT = timedelta(hours=24), timedelta(hours=1)


def digest_of(token: str) -> str:
    """By which a draft is found; the token is long and by chance, so that no salt is needed."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def draft_of(token: str, *, at: datetime) -> Draft | None:
    """The draft of a token; None for none, or one that is older than a day."""
    if not token:
        return None
    with as_house(at):
        found = Draft.objects.filter(digest=digest_of(token), touched_at__gt=at - DRAFT_KEPT)
        return found.select_related("request").first()


@transaction.atomic
def keep_draft(*, token: str, said: Said, topic: str, at: datetime) -> str:
    """Keep what was written so far; the token under which it is found, a new one where none was given."""
    token = token if draft_of(token, at=at) else secrets.token_urlsafe(24)
    with as_house(at):
        # Locked, or a second press of the last button would bring back the draft that the first one just sent.
        kept = Draft.objects.select_for_update().filter(digest=digest_of(token)).first()
        row = kept or Draft(digest=digest_of(token))
        if row.request_id is None:
            row.text, row.topic, row.touched_at = said.written(), topic, at
            row.save()
    return token


@transaction.atomic
def send(*, token: str, said: Said, topic: str, language: str, at: datetime) -> Given:
    """Make a request of it, start its clocks, and give code and PIN; what is sent twice gives the same two again."""
    draft = draft_of(token, at=at)
    with as_house(at):
        if draft is not None:
            draft = Draft.objects.select_for_update().get(pk=draft.pk)
            if draft.request_id is not None:
                code, _blank, pin = (draft.secrets or "").partition(" ")
                return Given(code, pin)
        given = new_code(HelpRequest)
        one = new_request(way=Way.FORM, said=said, topic=topic, language=language, given=given, at=at)
        if draft is not None:
            draft.request, draft.secrets, draft.text, draft.touched_at = one, f"{given.code} {given.pin}", None, at
            draft.save()
    tell_of(one, at=at)
    note(one, "sent", actor=None, at=at, detail={"level": one.level, "topic": one.topic})
    return given


def new_request(
    *, way: str, said: Said, topic: str, language: str, given: Given, at: datetime, **more: Any
) -> HelpRequest:
    """The row and its clocks; within an act, as the house or for who answers the line."""
    state = {"state": State.NEW} if way == Way.FORM else {"state": State.OPEN, "read_at": at}
    level = level_of(said.signs, topic)
    values: Mapping[str, Any] = {"began_at": at, **state, **more}
    one = HelpRequest(way=way, level=level, topic=topic, language=language, text=said.written(), made_at=at, **values)
    one.take(given)
    one.save(force_insert=True)
    start_clocks(one, level)
    return one


def start_clocks(one: HelpRequest, level: str) -> None:
    """The clocks of a level, from the moment when anybody of us knew."""
    due = clocks_of(level, one.began_at, unread=one.read_at is None)
    Clock.objects.bulk_create(Clock(request=one, what=what, started_at=one.began_at, due_at=at) for what, at in due)


def tell_of(one: HelpRequest, *, at: datetime, but: Actor | None = None) -> None:
    """Whoever answers the line hears of it, but for the actor; in danger to life also who stands above the whole."""
    told = [account.pk for account in operators(at)]
    if one.level == Level.RED:
        told += [account.pk for account in above_the_line(at, everywhere=True)]
    notify([pk for pk in told if but is None or pk != but.pk], NOTICE, url=HERE, at=at)


def forget_drafts(at: datetime) -> int:
    """Drop drafts nobody sent within a day, and the secrets of sent ones after an hour; says how many."""
    with as_house(at):
        old = Draft.objects.filter(touched_at__lte=at - DRAFT_KEPT).delete()[0]
        return old + Draft.objects.filter(request__isnull=False, touched_at__lte=at - SECRETS_KEPT).delete()[0]
