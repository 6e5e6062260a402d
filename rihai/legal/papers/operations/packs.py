"""What is done with a pack: begun, somebody put in or taken out on a basis, handed over; and a receiver told."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.files import keep
from rihai.legal.papers.errors import Closed, GuardedPerson, NoBasis, NoSuchPaper
from rihai.legal.papers.handed import Handed, pack_pdf, pack_sheet
from rihai.legal.papers.models import Pack, PackPerson, Sharing
from rihai.legal.papers.onrecord import on_record
from rihai.legal.papers.operations.petitions import OWNER
from rihai.legal.papers.queries.packs import (
    consents_to_choose,
    guarded_among,
    packs_for,
    sharings_for,
    without_basis,
)
from rihai.legal.papers.receivers import BASES, CONSENT, RECEIVERS, Source, minimum
from rihai.people.models import Relationship
from rihai.people.operations.reach import person_for
from rihai.places.models import Place
from rihai.screening.law.packs import law_on
from rihai.screening.shown.grounds import cited

DECIDES_GUARDED = "guarded.assign"


@dataclass(frozen=True, slots=True)
class Basis:
    """On what somebody stands in a pack: her consent, or a ground of law in a sentence with who decided.

    `guarded_because`: the named decision for a guarded person.
    """

    code: str
    consent_id: UUID | None = None
    says: str = ""
    guarded_because: str = ""


@transaction.atomic
def begin_pack(
    *, receiver: str, receiver_name: str, place: Place | None, purpose: str, language: str, use_until: date,
    actor: Actor, at: datetime,
) -> Pack:  # fmt: skip
    """An empty pack for a receiver. Raises NoSuchPaper for no such kind of receiver."""
    if receiver not in RECEIVERS:
        raise NoSuchPaper(_("There is no such receiver."))
    pack = Pack.objects.create(
        receiver=receiver, receiver_name=receiver_name[:160], place=place, purpose=purpose[:300], language=language,
        use_until=use_until, made_by=actor.pk, made_by_name=actor.name[:120], made_at=at,
    )  # fmt: skip
    append("legal.pack.begun", actor=actor, at=at, subject=pack.pk, kind="legal.pack", detail={"receiver": receiver})
    return pack


@transaction.atomic
def put_in(
    *, pack_id: UUID, person_id: UUID, case_id: str, provision: str, basis: Basis, on: date, actor: Actor, at: datetime
) -> PackPerson:
    """Put somebody into a pack, or change on what she stands there.

    Raises NoSuchPerson, NoSuchPaper, Closed when it is handed over, NoBasis without a consent that holds now or a
    ground this receiver may be given, GuardedPerson without the decision of who may take it.
    """
    pack = _preparing(pack_id, actor=actor)
    person = person_for(person_id, actor=actor, at=at)
    _check(pack, person.pk, basis, on=on, at=at)
    guarded = person.pk in guarded_among([person.pk], at=at)
    if guarded and not (basis.guarded_because and actor.may(DECIDES_GUARDED)):
        raise GuardedPerson(_("This person stands on no paper without a named decision of a supervisor."))
    row = PackPerson.objects.filter(pack=pack, person=person, case_id=case_id).first()
    row = row or PackPerson(pack=pack, person=person, first_person=person.pk, case_id=case_id)
    row.provision, row.basis, row.consent_id, row.basis_says = (
        provision, basis.code, basis.consent_id, basis.says[:200],
    )  # fmt: skip
    row.guarded_because = basis.guarded_because[:200] if guarded else ""
    row.guarded_by_name = actor.name[:120] if guarded else ""
    row.added_by_name, row.added_at, row.blocked_at = actor.name[:120], at, None
    row.save()
    detail = {"pack": pack.pk, "receiver": pack.receiver, "basis": basis.code, "guarded": guarded}
    append("legal.pack.filled", actor=actor, at=at, subject=person.pk, kind="person", detail=detail)
    return row


@transaction.atomic
def take_out(*, row_id: UUID, actor: Actor, at: datetime) -> Pack:
    """Take somebody out of a pack that is not handed over yet."""
    row = PackPerson.objects.filter(pk=row_id).first()
    pack = _preparing(row.pack_id, actor=actor) if row else None
    if row is None or pack is None:
        raise NoSuchPaper(_("There is no such paper."))
    person_for(row.person_id, actor=actor, at=at)
    row.delete()
    detail = {"pack": pack.pk}
    append("legal.pack.thinned", actor=actor, at=at, subject=row.person_id, kind="person", detail=detail)
    return pack


@transaction.atomic
def hand_over(*, pack_id: UUID, on: date, actor: Actor, at: datetime) -> Pack:
    """Make the papers of a pack, and write into the register what of whom went to whom on which basis.

    Every basis is asked again now. Raises NoSuchPaper, Closed, NoBasis when somebody's consent does not hold any more,
    GuardedPerson when somebody was guarded since; nothing leaves then.
    """
    pack = _preparing(pack_id, actor=actor)
    people = list(PackPerson.objects.filter(pack=pack).select_related("person").order_by("person__full_name", "pk"))
    if not people:
        raise NoBasis(_("Nobody stands in it yet."))
    _ask_again(people, on=on, at=at)
    with translation.override(pack.language):
        handed = [_handed(pack, one, on=on, actor=actor) for one in people]
        pdf, sheet = pack_pdf(pack, handed, on=on), pack_sheet(pack, handed, on=on)
    pack.pdf_id = _kept(pdf, f"{pack.receiver}-{on:%Y-%m-%d}.pdf", actor, at)
    pack.sheet_id = _kept(sheet, f"{pack.receiver}-{on:%Y-%m-%d}.xlsx", actor, at)
    pack.state, pack.sent_at, pack.version = Pack.State.SENT, at, pack.version + 1
    pack.save(update_fields=["pdf", "sheet", "state", "sent_at", "version"])
    for row, copy in handed:
        _entered(pack, row, copy, actor, at)
    detail = {"receiver": pack.receiver, "people": [row.person_id for row, _copy in handed]}
    append("legal.pack.handed_over", actor=actor, at=at, subject=pack.pk, kind="legal.pack", detail=detail)
    return pack


@transaction.atomic
def told_receiver(*, sharing_id: UUID, actor: Actor, at: datetime) -> Sharing:
    """The receiver was told that she took a consent back, and asked to use her data no more."""
    found = sharings_for(actor).select_for_update(of=("self",))
    sharing = found.filter(pk=sharing_id, withdrawn_at__isnull=False, told_at=None).first()
    if sharing is None:
        raise NoSuchPaper(_("There is no such paper."))
    sharing.told_at, sharing.told_by_name = at, actor.name[:120]
    sharing.save(update_fields=["told_at", "told_by_name"])
    detail = {"sharing": sharing.pk}
    append("legal.sharing.receiver_told", actor=actor, at=at, subject=sharing.person_id, kind="person", detail=detail)
    return sharing


def _preparing(pack_id: UUID, *, actor: Actor) -> Pack:
    """The pack, locked until the act is done."""
    seen = packs_for(actor).filter(pk=pack_id).exists()
    pack = Pack.objects.select_for_update().filter(pk=pack_id).first() if seen else None
    if pack is None:
        raise NoSuchPaper(_("There is no such paper."))
    if pack.state != Pack.State.PREPARING:
        raise Closed(_("This pack has left the office or was stopped. Begin a new one."))
    return pack


def _check(pack: Pack, person_id: UUID, basis: Basis, *, on: date, at: datetime) -> None:
    receiver = RECEIVERS[pack.receiver]
    if basis.code not in BASES or basis.code not in receiver.bases:
        raise NoBasis(_("This receiver may not be given anybody’s data on that ground."))
    if basis.code != CONSENT:
        if not basis.says.strip():
            raise NoBasis(_("Without consent, write which order or law, and which two people decided it."))
        return
    held = consents_to_choose([person_id], on=on, at=at).get(person_id, ())
    if basis.consent_id not in {one.pk for one in held}:
        raise NoBasis(_("No consent to legal help that covers this holds now. Ask the person first."))


def _ask_again(people: list[PackPerson], *, on: date, at: datetime) -> None:
    if without_basis(people, on=on, at=at):
        raise NoBasis(
            _("A consent was taken back or has ended since. Take those people out or ask them again; nothing was sent.")
        )
    guarded = guarded_among([one.person_id for one in people], at=at)
    if any(one.person_id in guarded and not one.guarded_because for one in people):
        raise GuardedPerson(_("Somebody in it is guarded since. A supervisor decides; nothing was sent."))


def _handed(pack: Pack, row: PackPerson, *, on: date, actor: Actor) -> Handed:
    """The least of one person for this receiver. Raises NoSuchPaper for somebody the actor does not see any more."""
    record = on_record(row.person_id, row.case_id, actor=actor)
    if record is None:
        raise NoSuchPaper(_("Somebody in it is not seen by you any more. Ask a colleague to hand it over."))
    contacts = tuple(Relationship.objects.filter(person=row.person_id, safe_to_contact=True, ended_on=None))
    source = Source(record, cited(row.provision, law_on(on)) if row.provision else None, contacts)
    return row, minimum(pack.receiver, source)


def _kept(content: bytes, name: str, actor: Actor, at: datetime) -> UUID:
    kept = keep(content, name=name, data_class=DataClass.PERSONAL, actor=actor, at=at, owner=OWNER, is_ours=True)
    return kept.pk


def _entered(pack: Pack, row: PackPerson, copy: dict[str, str], actor: Actor, at: datetime) -> None:
    Sharing(
        pack=pack, person_id=row.person_id, first_person=row.first_person, receiver=pack.receiver,
        receiver_name=pack.receiver_name, fields=list(copy), copy=json.dumps(copy, ensure_ascii=False),
        basis=row.basis, consent_id=row.consent_id, basis_says=row.basis_says, shared_by=actor.pk,
        shared_by_name=actor.name[:120], shared_at=at,
    ).save(force_insert=True)  # fmt: skip
