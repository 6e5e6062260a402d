"""Her word: asked by somebody who works with her; kept as consent in her record; taken back, nothing is told any more.

The line learns of a yes alone. A no, somebody who was not found and somebody nobody knows are the same to it and to
who asked: nothing is told, from the same day on.
"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.models import Account
from rihai.accounts.operations import notify
from rihai.accounts.operations.house import as_house
from rihai.accounts.queries import sight_of
from rihai.accounts.queries.here import accounts_who_may
from rihai.accounts.standing import local_day
from rihai.helpline.answers.models import Answer
from rihai.helpline.errors import NoSuchRequest, NotSo
from rihai.helpline.matching.following import match_of
from rihai.helpline.matching.models import HerWord
from rihai.helpline.matching.queries import WORD, was_asked, word_for
from rihai.helpline.requests.models import HelpRequest, MayTell
from rihai.helpline.requests.operations.reach import HERE, note, request_for
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.offers import Done
from rihai.people.models import Consent
from rihai.people.operations import give_consent

ASKED, ALLOWED = "helpline.word_asked", "helpline.word_given"
TOLD = 30
"""At most so many of those who work with her are told that she is to be asked."""


@transaction.atomic
def ask_word(*, request_id: UUID, actor: Actor, at: datetime) -> HelpRequest:
    """Somebody who works with her is to ask her what may be told. Raises NoSuchRequest, NotSo."""
    one = request_for(request_id, actor=actor)
    with as_house(at):
        live = match_of(one)
        if live is None or one.owner_id != actor.pk:
            raise NotSo(_("Find out first who is meant."))
        if was_asked(one, at=at):
            raise NotSo(_("She is asked once: there is an answer, or somebody is to bring it."))
        if one.said.may_tell == MayTell.NO:
            raise NotSo(_("Who asked does not want that anything is said to them. So nothing can be told."))
        HerWord.objects.create(
            request=one, code=one.code, person_id=live.person_id, first_person_id=live.first_person_id,
            asks=_who_asks(one), asked_by_id=actor.pk, asked_at=at,
        )  # fmt: skip
    notify([one.pk for one in _who_work_with(live.person_id, at)], ASKED, url=HERE + "words/", at=at)
    note(one, "word_asked", actor=actor, at=at)
    return one


def _who_asks(one: HelpRequest) -> str:
    """What may be said to her of who asks: as much as they allowed."""
    said = one.said
    if said.may_tell == MayTell.NAME and said.caller:
        return f"{said.caller} ({said.relation})" if said.relation else said.caller
    return ""


def _who_work_with(person_id: UUID, at: datetime) -> list[Account]:
    found = accounts_who_may(WORD, on=local_day(at))
    return [one for one in found if DataClass.PERSONAL in sight_of(one, person_id, at=at).seen][:TOLD]


@transaction.atomic
def give_word(
    *, word_id: UUID, allows: bool, words: str = "", until: date | None = None, actor: Actor, at: datetime
) -> HerWord:
    """What she said: with a yes it is consent in her record, for the family, to who asked alone.

    `words` is what she lets us say. Raises NoSuchRequest for whoever does not see her, NotSo.
    """
    asked = word_for(word_id, actor=actor)
    if asked is None:
        raise NoSuchRequest(_("There is nothing to ask."))
    HerWord.objects.select_for_update().get(pk=asked.pk)  # two may bring an answer at once: the second finds the first
    asked.refresh_from_db()
    if asked.state != HerWord.State.WAITING:
        raise NotSo(_("Somebody has brought the answer already, or it is not needed any more."))
    today = local_day(at)
    if until is not None and until <= today:
        raise NotSo(_("Choose a day that lies ahead, or leave it empty."))
    asked.state = HerWord.State.YES if allows else HerWord.State.NO
    asked.said_at, asked.said_to_id, asked.words = at, actor.pk, (words.strip() or None) if allows else None
    if allows:
        asked.consent = give_consent(
            person_id=asked.person_id, purpose=Consent.Purpose.FAMILY, recipient=f"helpline {asked.code}",
            classes=[DataClass.PERSONAL], given_how=_("asked face to face for the helpline"), started_on=today,
            ended_on=until, actor=actor, at=at,
        )[0]  # fmt: skip
    asked.save()
    _tell_the_line(asked, at=at) if allows else None
    append(
        "helpline.word.brought", actor=actor, at=at, subject=asked.person_id, kind="person",
        detail={"request": asked.request_id},
    )  # fmt: skip
    return asked


def _tell_the_line(asked: HerWord, *, at: datetime) -> None:
    with as_house(at):
        owner = HelpRequest.objects.filter(pk=asked.request_id).values_list("owner_id", flat=True).first()
    if owner:
        notify([owner], ALLOWED, url=HERE, at=at)


def follow_withdrawal(done: Done) -> None:
    """She took a consent back: nothing that rests on it is told from this moment on."""
    consent = done.detail.get("consent")
    with as_house(done.at):
        rows = HerWord.objects.filter(consent=consent, state=HerWord.State.YES)
        ids = list(rows.values_list("pk", flat=True))
        if ids:
            rows.update(state=HerWord.State.BACK)
            Answer.objects.filter(rests_on__in=ids, hidden_at=None).update(hidden_at=done.at)
