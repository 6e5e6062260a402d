"""Which requests an actor sees: the line all of them; who stands above it those of their places, or of all places."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Case, F, Min, Q, QuerySet, Value, When

from rihai.accounts.acting import asked_at
from rihai.accounts.models import Account, Posting
from rihai.accounts.queries.here import accounts_who_may
from rihai.accounts.queries.sight import standing
from rihai.accounts.roles import ROLES
from rihai.accounts.standing import holding_on, local_day
from rihai.helpline.requests.models import Clock, HelpRequest, State
from rihai.helpline.requests.triage import ORDER
from rihai.kit.actor import Actor
from rihai.kit.sealed.index import digits
from rihai.monitoring.reach import covered
from rihai.names import meets

ANSWER, SUPERVISE = "helpline.answer", "helpline.supervise"
LIVE = (State.NEW, State.OPEN)
LOOKED_THROUGH = 400
"""So many of the newest requests are read through for a name; older ones are found by their code."""
ALIKE = 0.7


def above(actor: Actor, column: str = "place") -> Q:
    """Rows of the places and units where the actor stands above the line; every row for the whole office."""
    if not actor.may(SUPERVISE):
        return Q(pk__in=())
    if any(post.everywhere and SUPERVISE in ROLES[post.role].capabilities for post in standing(actor).posts):
        return Q()
    return covered(actor, SUPERVISE, column) | _of_their_units(actor, column.removesuffix("place"))


def _of_their_units(actor: Actor, prefix: str) -> Q:
    """Where the actor is posted above a unit that answers the line: what its operators see to, and what nobody does."""
    today = holding_on(local_day(asked_at()))
    mine = Posting.objects.filter(today, account=actor.pk, role__in=_roles(SUPERVISE), unit__isnull=False)
    theirs = Posting.objects.filter(today, role__in=_roles(ANSWER), unit__in=mine.values("unit_id"))
    operators_of = list(theirs.values_list("account_id", flat=True))
    if not operators_of:
        return Q(pk__in=())
    return Q(**{f"{prefix}owner__in": operators_of}) | Q(**{f"{prefix}owner": None})


def _roles(capability: str) -> list[str]:
    return [role.key for role in ROLES.values() if capability in role.capabilities]


def requests_for(actor: Actor) -> QuerySet[HelpRequest]:
    """Every request the actor sees."""
    seen = Q() if actor.may(ANSWER) else above(actor)
    return HelpRequest.objects.filter(seen).select_related("place", "owner")


def request_seen(pk: UUID, *, actor: Actor) -> HelpRequest | None:
    """One of them; None for one the actor does not see."""
    return requests_for(actor).filter(pk=pk).first()


def waiting_for(actor: Actor) -> QuerySet[HelpRequest]:
    """Those in which something is still done: the gravest first, then what is due first."""
    by_level = Case(*(When(level=one, then=Value(at)) for at, one in enumerate(ORDER)), default=Value(9))
    running = Min("clocks__due_at", filter=Q(clocks__stopped_at=None))
    found = requests_for(actor).filter(state__in=LIVE).annotate(rank=by_level, next_at=running)
    return found.order_by("rank", F("next_at").asc(nulls_last=True), "began_at", "pk")


def clocks_running(actor: Actor, until: datetime) -> QuerySet[Clock]:
    """Clocks of such requests that run out before a moment, or have."""
    rows = Clock.objects.filter(request__in=requests_for(actor).filter(state__in=LIVE), stopped_at=None)
    return rows.filter(due_at__lt=until).select_related("request__place").order_by("due_at", "pk")


def find_requests(actor: Actor, words: str, limit: int) -> list[HelpRequest]:
    """Those whose code it is; else the newest in which somebody of that name is told of, whoever asks."""
    code = digits(words)
    if code:
        return list(requests_for(actor).filter(code=code)[:limit])
    newest = requests_for(actor).filter(erased_at=None)[:LOOKED_THROUGH]
    return [one for one in newest if _names(one, words)][:limit]


def _names(one: HelpRequest, words: str) -> bool:
    name = one.said.name
    return bool(name) and (words.casefold() in name.casefold() or meets(words, name).score >= ALIKE)


def operators(at: datetime) -> Sequence[Account]:
    """Who answers the line today."""
    return list(accounts_who_may(ANSWER, on=local_day(at)))


def above_the_line(at: datetime, *, everywhere: bool) -> Sequence[Account]:
    """Who stands above the line today: of the whole office (the safeguarding lead, a director), or of places."""
    found = list(accounts_who_may(SUPERVISE, on=local_day(at)))
    return [one for one in found if _is_everywhere(one, at) == everywhere]


def _is_everywhere(account: Account, at: datetime) -> bool:
    posts = standing(account, at).posts
    return any(post.everywhere and SUPERVISE in ROLES[post.role].capabilities for post in posts)
