"""What is done with papers: sent, with names on a basis alone; a copy made; a link made, closed, looked at."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.coordination.agenda.became import became_of
from rihai.coordination.agenda.filling import LANGUAGES
from rihai.coordination.agenda.models import AgendaItem, Standing
from rihai.coordination.agenda.operations import count_beyond, let_go, open_agenda, today_of
from rihai.coordination.agenda.queries import items_for
from rihai.coordination.bodies.queries import posts_of_account, seated
from rihai.coordination.errors import NoSuchBody, NothingSaid, NotNow
from rihai.coordination.meetings.models import Meeting
from rihai.coordination.meetings.queries import held_before
from rihai.coordination.papers.models import CopyLink, PaperCopy, Papers
from rihai.coordination.reach import KEEP, MEMBER, of_bodies
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.links import Secrets, digest_of
from rihai.legal.papers.models import Pack, PackPerson, Sharing
from rihai.legal.papers.onrecord import on_record
from rihai.legal.papers.operations.packs import Basis, begin_pack, hand_over, put_in
from rihai.legal.papers.queries.packs import consents_to_choose
from rihai.legal.papers.receivers import CONSENT, DUTY, RECEIVERS, Source, minimum
from rihai.people.models import Relationship
from rihai.screening.law.packs import law_on
from rihai.screening.shown.grounds import cited

COMMITTEE = "committee"
KIND = "meeting"


@transaction.atomic
def send(*, meeting_id: UUID, ground: str, use_until: date, actor: Actor, at: datetime) -> Papers:
    """The papers of a meeting are with its members: the agenda is frozen, each post has a numbered copy.

    A person is named where a consent to legal help holds, or, with `ground` (which law or order lays it down, and which
    two people decided), for who has none; everybody else stands in the papers as a number. What was given of whom goes
    into the register of sharings. Lines that no list holds any more go first. Raises NoSuchBody, NotNow, NothingSaid,
    and what a pack raises.
    """
    meeting = open_agenda(meeting_id, actor=actor)
    if use_until < meeting.on:
        raise NothingSaid(_("The papers must serve at least until the meeting."))
    filled = today_of(meeting, actor=actor, at=at)
    let_go(meeting, filled, at=at)
    count_beyond(meeting, filled, at=at)
    pack = _named(meeting_id, meeting.body.name, ground.strip(), use_until, actor=actor, at=at)
    papers = Papers.objects.create(
        meeting=meeting, pack=pack, use_until=use_until, sent_at=at, sent_by_name=actor.name[:120]
    )
    PaperCopy.objects.bulk_create(
        PaperCopy(papers=papers, number=n, post=one.post, name=one.name)
        for n, one in enumerate(seated(meeting.body, meeting.on), 1)
    )
    told = _freeze_became(meeting, actor=actor)
    detail = {"pack": pack.pk if pack else None, "became": told}
    append("coordination.papers.sent", actor=actor, at=at, subject=meeting.pk, kind=KIND, detail=detail)
    return papers


def _named(
    meeting_id: UUID, receiver: str, ground: str, use_until: date, *, actor: Actor, at: datetime
) -> Pack | None:  # fmt: skip
    """Whose names go out, in a pack of the register; each of their lines keeps what was given. None: nobody."""
    on, language = local_day(at), (get_language() or "en")[:2]
    rows = items_for(actor).filter(meeting=meeting_id, standing=Standing.ON, person__isnull=False)
    items = list(rows.select_related("person__held_at"))
    consents = consents_to_choose({one.person_id for one in items if one.person_id}, on=on, at=at)
    chosen = [(one, basis) for one in items if (basis := _basis(one, consents, ground))]
    if not chosen:
        return None
    pack = begin_pack(
        receiver=COMMITTEE, receiver_name=receiver, place=None, purpose=_("Papers of a meeting of the committee"),
        language=language, use_until=use_until, actor=actor, at=at,
    )  # fmt: skip
    put: set[tuple[UUID, str]] = set()
    for item, basis in chosen:
        who = item.person_id
        if who is not None and (who, item.case_id) not in put:
            put.add((who, item.case_id))
            _put(pack, item, who, basis, on=on, actor=actor, at=at)
    hand_over(pack_id=pack.pk, on=on, actor=actor, at=at)
    shared = {one.person_id: one for one in Sharing.objects.filter(pack=pack)}
    for item, basis in chosen:
        _keep_copy(item, basis, shared, actor=actor, on=on)
    return pack


def _freeze_became(meeting: Meeting, *, actor: Actor) -> list[UUID]:
    """What became of those on the agenda before, as these papers say it; gives whose outcome they name."""
    before = held_before(meeting)
    if before is None:
        return []
    found = became_of(before, actor=actor)
    for one in found:
        one.item.became, one.item.became_on = one.code, one.on
    AgendaItem.objects.bulk_update([one.item for one in found], ["became", "became_on"])
    return [one.item.person_id for one in found if one.item.is_named and one.item.person_id]


def _basis(item: AgendaItem, consents: Mapping[UUID, Any], ground: str) -> Basis | None:
    held = consents.get(item.person_id) if item.person_id else None
    if held:
        return Basis(CONSENT, held[0].pk, guarded_because=item.guarded_because)
    return Basis(DUTY, says=ground, guarded_because=item.guarded_because) if ground else None


def _put(pack: Pack, item: AgendaItem, who: UUID, basis: Basis, *, on: date, actor: Actor, at: datetime) -> None:
    """Into the pack; a guarded person by the decision that put her on the agenda, under the name of who took it.

    What rests on the state of somebody's health goes without its matter, which would tell of it.
    """
    provision = _provision(item)
    if not item.guarded_because:
        put_in(
            pack_id=pack.pk, person_id=who, case_id=item.case_id, provision=provision, basis=basis, on=on,
            actor=actor, at=at,
        )  # fmt: skip
        return
    PackPerson.objects.create(
        pack=pack, person_id=who, first_person=who, case_id=item.case_id, provision=provision, basis=basis.code,
        consent_id=basis.consent_id, basis_says=basis.says[:200], guarded_because=item.guarded_because[:200],
        guarded_by_name=item.guarded_by_name, added_by_name=actor.name[:120], added_at=at,
    )  # fmt: skip


def _keep_copy(item: AgendaItem, basis: Basis, shared: Mapping[UUID, Sharing], *, actor: Actor, on: date) -> None:
    """The least of the person in each language, under the entry of the register."""
    who = item.person_id
    record = on_record(who, item.case_id, actor=actor) if who else None
    if who is None or record is None or who not in shared:
        return
    provision = _provision(item)
    contacts = tuple(Relationship.objects.filter(person=who, safe_to_contact=True, ended_on=None))
    copy = {}
    for language in LANGUAGES:
        with override(language):
            law = cited(provision, law_on(on)) if provision else None
            copy[language] = minimum(COMMITTEE, Source(record, law, contacts))
    item.sharing_id, item.basis, item.basis_says = shared[who].pk, basis.code, basis.says[:200]
    item.consent_id, item.copy = basis.consent_id, json.dumps(copy, ensure_ascii=False)
    item.save(update_fields=["sharing_id", "basis", "basis_says", "consent_id", "copy"])


def _provision(item: AgendaItem) -> str:
    return "" if item.data_class == DataClass.HEALTH else item.provision


def fields() -> tuple[str, ...]:
    """The names of what a committee is given of a person, in order."""
    return RECEIVERS[COMMITTEE].fields


@transaction.atomic
def make_copy(*, copy_id: UUID, kind: str, language: str, actor: Actor, at: datetime) -> PaperCopy:
    """A numbered copy is made, to be printed or handed over; who made which is in the trail. Raises NoSuchBody."""
    copy = _copies(actor).filter(pk=copy_id).first()
    if copy is None:
        raise NoSuchBody(_("There is no such copy."))
    copy.made += 1
    with as_house(at):
        copy.save(update_fields=["made"])
    detail = {"copy": copy.number, "format": kind, "language": language}
    append("coordination.copy.made", actor=actor, at=at, subject=copy.papers_id, kind=KIND, detail=detail)
    return copy


def _copies(actor: Actor) -> QuerySet[PaperCopy]:
    """The copies an actor may make: those of the bodies they look after, and as a member their own post's."""
    found = PaperCopy.objects.select_related("papers__meeting__body__place", "post")
    if actor.may(KEEP):
        return found.filter(of_bodies(actor, "papers__meeting__body", KEEP))
    return found.none()


def own_copy(copy_id: UUID, *, actor: Actor, at: datetime) -> PaperCopy | None:
    """The copy of a member who signs in here and holds its post today; read by the house, who else sees no paper."""
    if not actor.may(MEMBER):
        return None
    on = local_day(at)
    with as_house(at):
        found = PaperCopy.objects.select_related("papers__meeting__body__place", "post")
        return found.filter(pk=copy_id, post__in=posts_of_account(actor.pk, on)).first()


@dataclass(frozen=True, slots=True)
class Look:
    """What a member with the address and the code sees: nothing, that the code was wrong, or the copy."""

    state: Literal["gone", "wrong", "open"]
    copy: PaperCopy | None = None


@transaction.atomic
def make_link(*, copy_id: UUID, days: int, actor: Actor, at: datetime) -> Secrets:
    """A link by which a member without an account reads a copy. Raises NoSuchBody, NotNow once its papers are over."""
    copy = _copies(actor).filter(pk=copy_id).first()
    if copy is None:
        raise NoSuchBody(_("There is no such copy."))
    if copy.papers.use_until < local_day(at):
        raise NotNow(_("These papers may be used no longer: a link would open nothing. Make one to later papers."))
    link = CopyLink(copy=copy)
    given = link.seal(days=days, by_name=actor.name, at=at)
    link.save()
    _line("coordination.link.made", link, at, actor)
    return given


@transaction.atomic
def close_link(*, link_id: UUID, actor: Actor, at: datetime) -> CopyLink:
    """The link opens nothing from now on. Raises NoSuchBody."""
    found = CopyLink.objects.filter(of_bodies(actor, "copy__papers__meeting__body", KEEP), pk=link_id, closed_at=None)
    link = found.select_related("copy__papers").first()
    if link is None:
        raise NoSuchBody(_("There is no such link."))
    link.close(because="hand", at=at)
    _line("coordination.link.closed", link, at, actor)
    return link


@transaction.atomic
def look(*, secret: str, pin: str, at: datetime) -> Look:
    """What they see; a link that is over looks as if it never was. Read by the house: whoever looks is nobody here."""
    with as_house(at):
        link = live_link(secret, at=at, lock=True)
        if link is None:
            return Look("gone")
        if not link.opens_with(pin, at=at):
            _line("coordination.link.refused", link, at)
            return Look("wrong")
        _line("coordination.link.looked", link, at)
        return Look("open", link.copy)


def live_link(secret: str, *, at: datetime, lock: bool = False) -> CopyLink | None:
    """The link of a secret that still opens something, while the papers may be used; None for any other."""
    found = CopyLink.objects.select_related("copy__papers__meeting__body__place", "copy__post")
    if lock:
        found = found.select_for_update(of=("self",))
    live = found.filter(digest=digest_of(secret), closed_at=None, ends_at__gt=at)
    with as_house(at):
        return live.filter(copy__papers__use_until__gte=local_day(at)).first()


def _line(act: str, link: CopyLink, at: datetime, actor: Actor | None = None) -> None:
    detail = {"copy": link.copy.number, "meeting": link.copy.papers_id}
    append(act, actor=actor, at=at, subject=link.pk, kind="link", detail=detail)
