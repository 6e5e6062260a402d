"""A lawyer's word on the law: reviewed, an objection, and how an objection was settled. Nothing is ever taken away.

Two lawyers: whoever made an objection takes it back; anybody else with the capability settles it, by name.
"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.legal.release.models import ProvisionWord, Settled, WordKind
from rihai.legal.release.operations.errors import NoSuchProvision, WrongWord
from rihai.legal.release.queries.law import provision_text

MAY = "law.review"


@transaction.atomic
def say_word(*, pack: str, provision: str, kind: str, note: str, on: date, actor: Actor, at: datetime) -> ProvisionWord:
    """Sign a provision's text as reviewed, or object to it with a reason. Raises NoSuchProvision, WrongWord."""
    _may(actor)
    text = provision_text(pack, provision, on=on)
    if text is None:
        raise NoSuchProvision(_("No pack of this office has that provision."))
    if kind not in WordKind.values or (kind == WordKind.OBJECTION and not note.strip()):
        raise WrongWord(_("Say whether it is reviewed or what is wrong with it."))
    mine = ProvisionWord.objects.filter(pack=pack, provision=provision, said_by=actor.pk)
    if kind == WordKind.REVIEWED and mine.filter(kind=WordKind.OBJECTION, settled_at=None).exists():
        raise WrongWord(_("You object to this provision. Take your objection back first."))
    if kind == WordKind.REVIEWED and mine.filter(kind=kind, digest=text.digest).exists():
        raise WrongWord(_("You have signed this text already."))
    word = ProvisionWord.objects.create(
        pack=pack[:40], provision=provision[:80], pack_version=text.version[:40], digest=text.digest, kind=kind, on=on,
        note=note[:1000], said_by=actor.pk, said_by_name=actor.name[:120], said_at=at,
    )  # fmt: skip
    act = "law.provision.reviewed" if kind == WordKind.REVIEWED else "law.provision.objected_to"
    append(act, actor=actor, at=at, subject=word.pk, kind="provision", detail={"pack": pack, "provision": provision})
    return word


@transaction.atomic
def settle_objection(*, word_id: UUID, how: str, note: str, actor: Actor, at: datetime) -> ProvisionWord:
    """End an objection: mended, answered, or taken back by who made it.

    Raises NoSuchProvision, WrongWord: nobody answers their own objection, and nobody takes back another's.
    """
    _may(actor)
    word = ProvisionWord.objects.select_for_update().filter(pk=word_id, kind=WordKind.OBJECTION).first()
    if word is None:
        raise NoSuchProvision(_("There is no such objection."))
    if word.settled_at is not None:
        raise WrongWord(_("%(who)s settled that already.") % {"who": word.settled_by_name})
    is_mine = word.said_by == actor.pk
    if how not in Settled.values or not note.strip() or is_mine != (how == Settled.TAKEN_BACK):
        raise WrongWord(
            _("Who objected may only take it back; another lawyer says how it was mended or answered. Say how.")
        )
    word.settled, word.settled_note, word.settled_at = how, note[:1000], at
    word.settled_by, word.settled_by_name = actor.pk, actor.name[:120]
    word.save(update_fields=["settled", "settled_note", "settled_at", "settled_by", "settled_by_name"])
    detail = {"pack": word.pack, "provision": word.provision, "how": how}
    append("law.objection.settled", actor=actor, at=at, subject=word.pk, kind="provision", detail=detail)
    return word


def _may(actor: Actor) -> None:
    if not actor.may(MAY):
        raise NoSuchProvision(_("There is no such provision."))
