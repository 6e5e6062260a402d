"""What the room offers the house: its pages, what waits, accounts in the search, the clock, and whom a job runs as."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rihai.accounts.acting import acting_as, asked_at
from rihai.accounts.acts_in_words import ACTS
from rihai.accounts.lockout import forget_attempts
from rihai.accounts.models import Account
from rihai.accounts.operations import house
from rihai.accounts.queries.demands import demands_open
from rihai.accounts.queries.glass import seconds_awaited, to_review
from rihai.accounts.queries.here import accounts_for, ending_soon, invitations_for
from rihai.accounts.queries.keys import keys_ending
from rihai.kit.actor import Actor
from rihai.kit.offers import Found, Navigation, Offer, RunsAs, Search, Tick, Worklist, WorkRow
from rihai.kit.scopes import USE

SOON = timedelta(days=30)


@contextmanager
def runs_as(account_id: UUID | None) -> Iterator[Actor]:
    """The account of that id, or the house; within it that account asks, for PostgreSQL too."""
    actor = Account.objects.get(pk=account_id) if account_id else house()
    with acting_as(actor):
        yield actor


def review_rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """Accesses for a stated reason that wait for the actor's review."""
    return [
        WorkRow(
            who=one.account.name,
            url=reverse("accounts:review", args=[one.pk]),
            why=_("Opened one person for a stated reason: %(class)s.") % {"class": one.get_data_class_display()},
            due_on=one.review_by,
            status="overdue" if one.review_by and one.review_by < on else "waiting",
            word=_("To review"),
            act=_("Review"),
        )
        for one in to_review(actor).filter(review_by__lte=on + SOON)
    ]


def second_rows(actor: Actor, _on: date) -> Sequence[WorkRow]:
    """Askings for sealed matter that wait for the actor's word."""
    return [
        WorkRow(
            who=one.account.name,
            url=reverse("accounts:second", args=[one.pk]),
            why=_("Asks you to stand beside them in opening sealed matter."),
            status="waiting",
            word=_("Waits for you"),
            act=_("Answer"),
        )
        for one in seconds_awaited(actor, at=asked_at())
    ]


def demand_rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """Demands by authorities that wait for a proposal or for the actor's decision."""
    if not actor.may("demands.decide"):
        return []
    return [
        WorkRow(
            who=one.authority,
            url=reverse("accounts:demand", args=[one.pk]),
            why=_("Demands something of us, paper %(reference)s.") % {"reference": one.reference},
            due_on=one.due_on,
            status="overdue" if one.due_on and one.due_on < on else "waiting",
            word=_("To decide") if one.proposed_at else _("To answer"),
            act=_("Look at it"),
        )
        for one in demands_open(actor)
        if one.proposed_by_id != actor.pk
    ]


def invitation_rows(actor: Actor, _on: date) -> Sequence[WorkRow]:
    """Invitations nobody took up yet, with the day their link dies."""
    return [
        WorkRow(
            who=one.name,
            url=reverse("accounts:index") + "#invited",
            why=_("Invited, has not come yet."),
            due_on=timezone.localdate(one.expires_at),
            status="waiting",
            word=_("Invited"),
        )
        for one in invitations_for(actor, at=asked_at())
    ]


def ending_rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """The actor's own postings that end within 30 days."""
    return [
        WorkRow(
            who=str(one.of_role.title),
            url=reverse("accounts:me"),
            where=str(one.place or one.unit or ""),
            why=_("Your posting ends."),
            due_on=one.ended_on,
            status="not_yet",
            word=_("Ends"),
        )
        for one in ending_soon(actor, on=on, until=on + SOON)
    ]


def key_rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """The actor's own keys that are in use and run out within 30 days."""
    return [
        WorkRow(
            who=one.name,
            url=reverse("accounts:keys"),
            why=_("A program uses this key, and it runs out. Make a new one in time."),
            due_on=one.expires_on,
            status="not_yet",
            word=_("Ends"),
        )
        for one in keys_ending(actor, at=asked_at(), until=on + SOON)
    ]


def find_accounts(actor: Actor, words: str, limit: int) -> Sequence[Found]:
    """Accounts by name or e-mail address, for administrators."""
    rows = accounts_for(actor, words=words, on=timezone.localdate(asked_at()))[:limit]
    return [
        Found(name=one.name, url=reverse("accounts:account", args=[one.pk]), says=_("works here"), icon="user")
        for one in rows
    ]


OFFERS: tuple[Offer, ...] = (
    RunsAs(acting=runs_as),
    Navigation(station="account", label=gettext_lazy("My account"), url="accounts:me", order=10),
    Navigation(station="account", label=gettext_lazy("My notices"), url="accounts:notices", order=20),
    Navigation(
        station="account",
        label=gettext_lazy("Opened for a reason"),
        url="accounts:glass",
        capability="glass.break",
        order=30,
    ),
    Navigation(
        station="account",
        label=gettext_lazy("Stand beside a colleague"),
        url="accounts:seconds",
        capability="glass.second",
        order=40,
    ),
    Navigation(
        station="account", label=gettext_lazy("My keys to the API"), url="accounts:keys", capability=USE, order=50
    ),
    Navigation(station="account", label=gettext_lazy("Roles"), url="accounts:roles", order=90),
    Navigation(
        station="see",
        label=gettext_lazy("People who work here"),
        url="accounts:index",
        says=gettext_lazy("Accounts, their roles and postings, invitations and units."),
        capability="accounts.manage",
        order=60,
    ),
    Navigation(
        station="show",
        label=gettext_lazy("Data protection desk"),
        url="accounts:desk",
        says=gettext_lazy("What waits for review, the access log, demands by authorities."),
        capability="desk.keep",
        order=70,
    ),
    Navigation(
        station="show",
        label=gettext_lazy("Access log"),
        url="accounts:log",
        says=gettext_lazy("Who saw and did what, in a chain that nobody can change unseen."),
        capability="audit.read",
        order=80,
    ),
    Navigation(
        station="show",
        label=gettext_lazy("Demands by authorities"),
        url="accounts:demands",
        says=gettext_lazy("What was asked of us on what paper, who decided, and the least that was given."),
        capability="demands.decide",
        order=90,
    ),
    Worklist(name="accounts.reviews", title=gettext_lazy("Reviews"), rows=review_rows, order=20),
    Worklist(name="accounts.seconds", title=gettext_lazy("Second person"), rows=second_rows, order=10),
    Worklist(name="accounts.demands", title=gettext_lazy("Demands"), rows=demand_rows, order=30),
    Worklist(name="accounts.invitations", title=gettext_lazy("Invitations"), rows=invitation_rows, order=80),
    Worklist(name="accounts.keys", title=gettext_lazy("My keys"), rows=key_rows, order=95),
    Worklist(name="accounts.postings", title=gettext_lazy("My postings"), rows=ending_rows, order=90),
    Search(name="accounts", title=gettext_lazy("People who work here"), find=find_accounts, order=60),
    Tick(name="accounts.attempts", run=forget_attempts),
    ACTS,
)
