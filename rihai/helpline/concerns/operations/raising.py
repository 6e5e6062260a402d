"""A concern is raised: by anybody at the public form, by one of us, or by somebody in custody through one of us."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.accounts.operations.notices import notify
from rihai.accounts.standing import local_day
from rihai.helpline.codes import PIN, Given, new_code
from rihai.helpline.concerns.clocks import What, clocks_of
from rihai.helpline.concerns.models import Aim, Concern, ConcernClock, ConcernWord, Kind, Said, State, Way
from rihai.helpline.concerns.operations.errors import NoSuchConcern, NotSo
from rihai.helpline.concerns.operations.holding import bar_meant, settle_holders, tell_unheard
from rihai.helpline.concerns.operations.naming import name_them
from rihai.helpline.concerns.operations.reach import HERE, NOTICE, note
from rihai.helpline.requests.models import HelpRequest
from rihai.kit.actor import Actor
from rihai.kit.sealed.cipher import blind

LEARNED_WITHIN = 366


@transaction.atomic
def raise_concern(
    *,
    said: Said,
    key: str,
    about: object = None,
    learned_at: datetime | None = None,
    actor: Actor | None,
    at: datetime,
) -> Given:
    """Keep a concern, and give its code and PIN. The trail says that one was raised, and not by whom.

    `key` comes from the page: sent twice it is kept once, and gives the same code and PIN again. `about` is whom it is
    about, an account, where one of us chose them. Raises NotSo.
    """
    check(said)
    learned = learned_at or at
    if not 0 <= (at - learned).days < LEARNED_WITHIN:
        raise NotSo(_("Say when we learned of it: within the last year, and not later than now."))
    with as_house(at):
        one = Concern(learned_at=learned, made_at=at, raised_by=str(actor.pk) if actor else None)
        one.text = said.written()
        known = _kept_once(one, key)
        if known is not None:
            return Given(known.code, pin_of(key))
        start_clocks(one, clocks_of(danger=said.danger, learned_at=learned), learned)
        bar_meant(one, local_day(at), is_new=True)
        if about is not None:
            name_them(one, about, on=local_day(at))
        if not settle_holders(one, at=at):
            tell_unheard(at=at)
    note(one, "raised", actor=None, at=at)
    return Given(one.code, pin_of(key))


def _kept_once(one: Concern, key: str) -> Concern | None:
    """Keep it under the key of its page; or the one that is kept under it, were it sent in the same instant."""
    one.key = _digest(key)
    known = Concern.objects.filter(key=one.key)
    if found := known.first():
        return found
    one.take(Given(new_code(Concern, HelpRequest).code, pin_of(key)))
    try:
        with transaction.atomic():
            one.save()
    except IntegrityError:
        if found := known.first():
            return found
        raise
    return None


def check(said: Said) -> None:
    """Raises NotSo where something has to be said that was not."""
    if not said.who.strip() or not said.what.strip():
        raise NotSo(
            _("Say about whom it is, and what happened. A word about them is enough, if you do not know a name.")
        )
    if said.aim not in Aim.values or said.kind not in Kind.values or said.way not in Way.values:
        raise NotSo(_("Choose one of the list."))


def pin_of(key: str) -> str:
    """The PIN of a page's key: who sends twice because the line is slow is given the same one. First no nought."""
    number = int.from_bytes(blind(f"pin {key}", "helpline.concern.pin")[:8], "big")
    low = 10 ** (PIN - 1)
    return str(low + number % (9 * low))


def _digest(key: str) -> str:
    return blind(f"key {key}", "helpline.concern.key").hex()[:64]


def _go_on(one: Concern, at: datetime) -> None:
    """One that was closed goes on: what was decided stands, and what came to them since is read, and seen to."""
    one.state, one.closed_at, one.keep_until, one.keep_because, one.erase_asked_by = (
        State.DECIDED,
        None,
        None,
        None,
        None,
    )
    one.version += 1
    one.save()
    start_clocks(one, [(what, due) for what, due in clocks_of(danger=False, learned_at=at) if what != What.DECIDE], at)


def start_clocks(one: Concern, due: Iterable[tuple[What, datetime]], since: datetime) -> None:
    """Let clocks run, within an act."""
    ConcernClock.objects.bulk_create(
        ConcernClock(concern=one, what=what, started_at=since, due_at=until) for what, until in due
    )


@transaction.atomic
def add_words(*, concern: Concern, text: str, at: datetime) -> ConcernWord:
    """Who raised it says more, by code and PIN; whoever holds it is told, and whom the new words may mean holds it no
    more while nobody is named. What was closed goes on. Raises NoSuchConcern, NotSo."""
    if not text.strip():
        raise NotSo(_("Write what you want to add."))
    with as_house(at):
        one = Concern.objects.select_for_update(of=("self",)).filter(pk=concern.pk).first()
        if one is None or one.erased_at is not None:  # erased since its code was looked at
            raise NoSuchConcern(_("There is no such concern."))
        made = ConcernWord.objects.create(concern=one, is_ours=False, text=text.strip(), at=at)
        if not one.is_live:
            _go_on(one, at)
        if not settle_holders(one, at=at):
            tell_unheard(at=at)
        notify(one.holders.filter(until=None).values_list("account_id", flat=True), NOTICE, url=HERE, at=at)
    note(one, "added_to", actor=None, at=at)
    return made
