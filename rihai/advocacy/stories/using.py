"""A use is planned under one leave, checked by two people, decided where that is needed, shown, and taken down."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.advocacy.errors import NotSo, NotThere
from rihai.advocacy.publications.models import Publication
from rihai.advocacy.scope import KEEP, SIGN
from rihai.advocacy.stories.checklist import QUESTIONS
from rihai.advocacy.stories.models import RecognitionCheck, StoryConsent, StoryUse, UseDecision, UseState
from rihai.advocacy.stories.queries import may_read_words, story_for, use_for
from rihai.advocacy.stories.standing import leave_holds, missing, missing_in, must_be_decided, waits_for_decision
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged


@transaction.atomic
def plan_use(*, consent_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> StoryUse:
    """Plan a use under a leave: place (where it is to stand), link, publication. Who plans it sees that it comes down.

    Raises NotThere, NotSo.
    """
    consent = StoryConsent.objects.filter(pk=consent_id).first()
    if consent is None or not actor.may(KEEP):
        raise NotThere(_("There is no such leave."))
    story = story_for(consent.story_id, actor=actor)
    if not leave_holds(consent, story, at):
        raise NotSo(_("Her leave does not hold today."))
    publication = said.get("publication")
    if publication is not None and publication.state != "draft":
        raise NotSo(_("That publication is no longer in preparation."))
    made = StoryUse.objects.create(
        story=story, consent=consent, place=said["place"], link=said.get("link") or "", publication=publication,
        needs_decision=must_be_decided(story, consent, at), owner_id=actor.pk, owner_name=actor.name[:120],
        due_on=consent.ended_on, at=at,
    )  # fmt: skip
    append("advocacy.use.planned", actor=actor, at=at, subject=made.pk, kind="use", detail={"story": story.pk})
    return made


@transaction.atomic
def check_use(*, use_id: UUID, answers: Mapping[str, bool], says: str, actor: Actor, at: datetime) -> RecognitionCheck:
    """What one person answers to the checklist, for this use and these words; once. Raises NotThere, NotSo."""
    use = _planned(use_id, actor)
    _readable(use, actor)
    version = use.story.version
    if any(one.by == actor.pk and one.of_version == version for one in use.checks.all()):
        raise NotSo(_("You checked it already; somebody else checks it too."))
    held = {code: bool(answers.get(code)) for code in QUESTIONS}
    is_safe = all(held.values())
    if not is_safe and not says.strip():
        raise NotSo(_("Say by what she could be recognised."))
    made = RecognitionCheck.objects.create(
        use=use, of_version=version, answers=held, is_safe=is_safe, says=says.strip()[:600], by=actor.pk,
        by_name=actor.name[:120], at=at,
    )  # fmt: skip
    append("advocacy.use.checked", actor=actor, at=at, subject=use.pk, kind="use", detail={"safe": is_safe})
    return made


@transaction.atomic
def decide_use(*, use_id: UUID, is_allowed: bool, reason: str, actor: Actor, at: datetime) -> UseDecision:
    """A supervisor decides, by name and with a reason; never on what they told or plan themselves.

    Of a use that is shown, and due since she came into danger: whether it stays. Raises NotThere, NotSo.
    """
    if not actor.may(SIGN):
        raise NotThere("use")
    use = use_for(use_id, actor=actor)
    if actor.pk in {use.owner_id, use.story.by}:
        raise NotSo(_("Somebody else decides on what you wrote down or plan."))
    if use.state != UseState.PLANNED and not waits_for_decision(use):
        raise NotSo(_("It is not planned any more, or somebody changed it meanwhile. Look again."))
    _readable(use, actor)
    if not reason.strip():
        raise NotSo(_("Say why."))
    made = UseDecision.objects.create(
        use=use, of_version=use.story.version, is_allowed=is_allowed, reason=reason.strip()[:600], by=actor.pk,
        by_name=actor.name[:120], at=at,
    )  # fmt: skip
    if use.state == UseState.SHOWN and is_allowed:
        use.due_on = use.consent.ended_on
        save_if_unchanged(use, version=use.version, fields=["due_on"])
    append("advocacy.use.decided", actor=actor, at=at, subject=use.pk, kind="use", detail={"allowed": is_allowed})
    return made


@transaction.atomic
def show_use(*, use_id: UUID, version: int, on: date, link: str, actor: Actor, at: datetime) -> StoryUse:
    """It is in use from a day on. Raises NotThere, and NotSo with everything that is missing."""
    use = _planned(use_id, actor, version)
    if not actor.may(KEEP):
        raise NotThere("use")
    use.consent = StoryConsent.objects.select_for_update().get(pk=use.consent_id)
    if why := missing(use, at):
        raise NotSo(" ".join(why))
    if on > local_day(at) or on < use.consent.started_on:
        raise NotSo(_("Say the day on which it came into use; her leave holds from %(day)s.")
                    % {"day": use.consent.started_on.isoformat()})  # fmt: skip
    use.state, use.shown_on, use.link, use.due_on = UseState.SHOWN, on, link or use.link, use.consent.ended_on
    return _saved(use, ["state", "shown_on", "link", "due_on"], "advocacy.use.shown", actor=actor, at=at)


def goes_into_print(publication: Publication, at: datetime) -> list[str]:
    """A publication is about to be signed: what stories in it still need; nothing: each is in use from when it is out.

    Within the transaction of who signs, which holds the leave meanwhile, so that nobody takes it back unseen.
    """
    with as_house(at):
        list(StoryConsent.objects.filter(uses__publication=publication).select_for_update(of=("self",)))
        if why := missing_in(publication, at):
            return why
        out_at = max(at, publication.embargo_at or at)
        planned = StoryUse.objects.filter(publication=publication, state=UseState.PLANNED)
        planned.update(state=UseState.SHOWN, shown_on=local_day(out_at), version=F("version") + 1)
    return []


@transaction.atomic
def take_down(*, use_id: UUID, version: int, on: date, why: str, actor: Actor, at: datetime) -> StoryUse:
    """It is no longer to be seen there, or cannot be called back (a printed book): `why` says how far.

    Raises NotThere, NotSo.
    """
    use = use_for(use_id, actor=actor)
    if not actor.may(KEEP) or use.state != UseState.SHOWN or use.version != version:
        raise NotSo(_("It is not in use, or somebody changed it meanwhile. Look again."))
    if on > local_day(at) or not why.strip():
        raise NotSo(_("Say on which day it came down, and who saw to it and how."))
    use.state, use.done_on, use.why = UseState.DOWN, on, why.strip()[:400]
    return _saved(use, ["state", "done_on", "why"], "advocacy.use.taken_down", actor=actor, at=at)


@transaction.atomic
def cancel_use(*, use_id: UUID, version: int, why: str, actor: Actor, at: datetime) -> StoryUse:
    """It is not used after all. Raises NotThere, NotSo."""
    use = _planned(use_id, actor, version)
    if not actor.may(KEEP):
        raise NotThere("use")
    if not why.strip():
        raise NotSo(_("Say why."))
    use.state, use.done_on, use.why = UseState.CANCELLED, local_day(at), why.strip()[:400]
    return _saved(use, ["state", "done_on", "why"], "advocacy.use.cancelled", actor=actor, at=at)


def _planned(use_id: UUID, actor: Actor, version: int | None = None) -> StoryUse:
    use = use_for(use_id, actor=actor)
    if use.state != UseState.PLANNED or (version is not None and use.version != version):
        raise NotSo(_("It is not planned any more, or somebody changed it meanwhile. Look again."))
    return use


def _readable(use: StoryUse, actor: Actor) -> None:
    if not may_read_words(story_for(use.story_id, actor=actor)):
        raise NotSo(_("Her leave does not hold today."))


def _saved(use: StoryUse, fields: list[str], act: str, *, actor: Actor, at: datetime) -> StoryUse:
    save_if_unchanged(use, version=use.version, fields=fields)
    append(act, actor=actor, at=at, subject=use.pk, kind="use", detail={"story": use.story_id})
    return use
