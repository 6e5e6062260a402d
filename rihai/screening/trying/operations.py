"""Changes: a trial is asked for; a version comes into force; the office goes back to the one it had."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.errors import NotAllowed, NotFound, Refused
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.ids import new_id
from rihai.kit.jobs import start
from rihai.screening.law.packs import law_on
from rihai.screening.operations.stale import mark_by_law, start_screening
from rihai.screening.trying.drafts import draft_in
from rihai.screening.trying.models import KeptPack, LawTrial, LivePack

MAY = "law.review"
JOB = "screening.trial"
TRIED, SWITCHED, RETURNED = "screening.law.tried", "screening.law.put_in_force", "screening.law.taken_back"
KIND = "pack"


class NoSuchDraft(NotFound):
    """There is no such folder, or no such trial."""


class NotSound(Refused):
    """The version does not load, or has worked cases that come out otherwise than they say."""


class NotTried(Refused):
    """The version was not compared to the end, or with another law than the one in force now."""


@transaction.atomic
def try_law(*, folder: str, actor: Actor, at: datetime) -> LawTrial:
    """Keep the version in a folder whole, and start comparing it with the one in force over everybody held.

    Raises NoSuchDraft; NotSound for one that does not load, or is of a pack that this office does not use.
    """
    _may(actor)
    draft = draft_in(folder)
    if draft is None:
        raise NoSuchDraft(_("There is no such folder."))
    if draft.pack is None:
        raise NotSound(_("This version does not load. Its mistakes stand beside it."))
    day = local_day(at)
    live = next((one for one in law_on(day).packs if one.id == draft.pack.id), None)
    if live is None:
        raise NotSound(_("This office does not use the pack “%(pack)s”.") % {"pack": draft.pack.id})
    kept, _new = KeptPack.objects.get_or_create(
        digest=draft.digest,
        defaults={
            "pack": draft.pack.id, "version": draft.pack.version[:40], "files": dict(draft.files), "kept_at": at,
        },
    )  # fmt: skip
    trial = LawTrial(
        id=new_id(), folder=folder, kept=kept, against=live.version[:40], against_digest=law_on(day).digest,
        asked_by=actor.pk, asked_by_name=actor.name[:120], asked_at=at, on=day,
    )  # fmt: skip
    trial.job_id = start(JOB, arguments={"trial": str(trial.pk)}, actor=actor, at=at).pk
    trial.save()
    append(TRIED, actor=actor, at=at, subject=kept.pack, kind=KIND, detail={"version": kept.version, "trial": trial.pk})
    return trial


@transaction.atomic
def put_in_force(*, trial_id: UUID, reason: str, actor: Actor, at: datetime) -> LivePack:
    """Let the office screen by the version that was tried, from now on; everybody is screened again by a job.

    Raises NoSuchDraft, NotTried, NotSound.
    """
    _may(actor)
    trial = LawTrial.objects.select_for_update().filter(pk=trial_id).first()
    if trial is None:
        raise NoSuchDraft(_("There is no such comparison."))
    if trial.ended_at is None:
        raise NotTried(_("The comparison is not finished yet."))
    if trial.failing:
        raise NotSound(_("Worked cases of this version do not come out as they say. Mend it and compare again."))
    if trial.against_digest != law_on(local_day(at)).digest:
        raise NotTried(_("The law in force has changed since this comparison. Compare once more first."))
    live, _new = LivePack.objects.update_or_create(
        pack=trial.kept.pack,
        defaults={"kept": trial.kept, "since_at": at, "by_name": actor.name[:120], "reason": reason},
    )
    _screen_again(SWITCHED, at)
    detail = {"version": trial.kept.version, "digest": trial.kept_id, "trial": trial.pk}
    append(SWITCHED, actor=actor, at=at, subject=live.pack, kind=KIND, reason=reason, detail=detail)
    return live


@transaction.atomic
def go_back(*, pack: str, reason: str, actor: Actor, at: datetime) -> None:
    """Screen by the version of the settings again. Raises NoSuchDraft where that one is in force anyhow."""
    _may(actor)
    live = LivePack.objects.select_for_update().select_related("kept").filter(pk=pack).first()
    if live is None:
        raise NoSuchDraft(_("That pack is in force in the version of the settings."))
    detail = {"version": live.kept.version, "digest": live.kept_id}
    live.delete()
    _screen_again(RETURNED, at)
    append(RETURNED, actor=actor, at=at, subject=pack, kind=KIND, reason=reason, detail=detail)


def _screen_again(act: str, at: datetime) -> None:
    mark_by_law(at=at)
    start_screening(because=act, at=at)


def _may(actor: Actor) -> None:
    if not actor.may(MAY):
        raise NotAllowed(_("Your role does not put law into force."))
