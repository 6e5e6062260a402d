"""What is done with decisions: written down with their actions, answered, settled with evidence, asked no more."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.coordination.agenda.models import AgendaItem
from rihai.coordination.agenda.queries import items_for
from rihai.coordination.bodies.models import Post
from rihai.coordination.bodies.queries import posts_of_account
from rihai.coordination.decisions.models import Action, ActionAnswer, ActionState, AnswerKind, Decision, Via
from rihai.coordination.decisions.queries import actions_for, decisions_for
from rihai.coordination.errors import NoSuchBody, NothingSaid, NotNow
from rihai.coordination.meetings.models import State
from rihai.coordination.meetings.operations import meeting_for, not_approved
from rihai.coordination.papers.operations import live_link, look
from rihai.coordination.reach import KEEP, MEMBER, body_for
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.editing import save_if_unchanged
from rihai.kit.files import keep

OWNER = "coordination.evidence"
"""Under which the files of evidence are kept."""
MOST_FILES = 12
"""Files that an owner gives to one action: whoever holds a link cannot fill the store."""
File = tuple[str, bytes]
"""A file as it was given: its name and bytes."""


@transaction.atomic
def decide(*, meeting_id: UUID, item_id: UUID | None, said: Mapping[str, Any], actor: Actor, at: datetime) -> Decision:
    """What a meeting decided, with its first action where it asks for one. Raises NoSuchBody, NotNow, NothingSaid.

    `said`: says; and of the action: does, post or account, due_on.
    """
    meeting = meeting_for(meeting_id, actor=actor, states=(State.HELD,))
    not_approved(meeting)
    item = items_for(actor).filter(pk=item_id, meeting=meeting).first() if item_id else None
    if item_id and item is None:
        raise NoSuchBody(_("There is no such line."))
    if not said["says"].strip():
        raise NothingSaid(_("Write what was decided."))
    number = Decision.objects.filter(meeting=meeting).aggregate(n=Max("number"))["n"] or 0
    decision = Decision.objects.create(
        meeting=meeting, number=number + 1, item=item, says=said["says"], written_by_name=actor.name[:120],
        written_at=at, **_about(item),
    )  # fmt: skip
    if (said.get("does") or "").strip():
        _action(decision, said)
    detail = {"meeting": meeting.pk}
    append("coordination.decision.written", actor=actor, at=at, subject=decision.pk, kind="decision", detail=detail)
    return decision


@transaction.atomic
def add_action(*, decision_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> Action:
    """One more action of a decision: does, post or account, due_on. Raises NoSuchBody, NotNow, NothingSaid."""
    decision = decisions_for(actor).filter(pk=decision_id).first()
    if decision is None:
        raise NoSuchBody(_("There is no such decision."))
    not_approved(meeting_for(decision.meeting_id, actor=actor, states=(State.HELD,)))
    action = _action(decision, said)
    detail = {"decision": decision.pk}
    append("coordination.action.given", actor=actor, at=at, subject=action.pk, kind="action", detail=detail)
    return action


@transaction.atomic
def answer_action(
    *, action_id: UUID, kind: str, says: str, file: File | None = None, actor: Actor, at: datetime
) -> ActionAnswer:  # fmt: skip
    """What its owner says, by account, or written down here by who keeps the body; `file` shows it.

    Raises NoSuchBody, NotNow, NothingSaid, FileRefused.
    """
    action = actions_for(actor).filter(pk=action_id).first() if actor.may(KEEP) else None
    via = Via.ACCOUNT if action and action.owner_id == actor.pk else Via.OFFICE
    if action is None:
        action, via = action_of_owner(action_id, actor=actor, at=at), Via.ACCOUNT
    if action is None:
        raise NoSuchBody(_("There is no such action."))
    with as_house(at):
        made = _answer(action, kind, says, file, by_name=actor.name, via=via, actor=actor, at=at)
    detail = {"via": via, "file": made.file_id}
    append("coordination.action.answered", actor=actor, at=at, subject=action.pk, kind="action", detail=detail)
    return made


@transaction.atomic
def answer_by_link(
    *, secret: str, pin: str, by_name: str, answers: Mapping[UUID, tuple[str, str, File | None]], at: datetime
) -> int:  # fmt: skip
    """What a member answers by a link for the actions of their post: kind, words and a file by action; says how many.

    All or nothing; a wrong code takes nothing and is counted. Raises NotNow, NothingSaid, FileRefused.
    """
    seen = look(secret=secret, pin=pin, at=at)
    if seen.state != "open" or seen.copy is None:
        return 0
    with as_house(at):
        found = {one.pk: one for one in actions_of_post(seen.copy.post) if one.pk in answers}
        who = f"{by_name.strip()}, {seen.copy.post}" if by_name.strip() else str(seen.copy.post)
        for pk, action in found.items():
            _answer(action, *answers[pk], by_name=who, via=Via.LINK, actor=None, at=at)
        link = live_link(secret, at=at)
        append("coordination.link.answered", actor=None, at=at, subject=link.pk if link else None, kind="link",
               detail={"actions": sorted(map(str, found))})  # fmt: skip
        return len(found)


@transaction.atomic
def settle_action(
    *, action_id: UUID, version: int, evidence: str, file: tuple[str, bytes] | None, actor: Actor, at: datetime
) -> Action:  # fmt: skip
    """It is done, and this shows it: words, a file, or both. Raises NoSuchBody, NotNow, NothingSaid, Changed."""
    action = _open_action(action_id, actor=actor)
    if not evidence.strip() and file is None:
        raise NothingSaid(_("Say what shows that it is done, or give a file that does."))
    if file is not None:
        name, content = file
        action.file = keep(
            content, name=name, data_class=action.data_class, person_id=action.person_id, actor=actor, at=at,
            owner=OWNER,
        )  # fmt: skip
    action.evidence, action.state, action.done_on = evidence, ActionState.DONE, local_day(at)
    action.closed_by_name = actor.name[:120]
    save_if_unchanged(action, version=version, fields=["evidence", "file", "state", "done_on", "closed_by_name"])
    append("coordination.action.settled", actor=actor, at=at, subject=action.pk, kind="action")
    return action


@transaction.atomic
def drop_action(*, action_id: UUID, because: str, actor: Actor, at: datetime) -> Action:
    """It is asked no more, with the reason. Raises NoSuchBody, NotNow, NothingSaid."""
    action = _open_action(action_id, actor=actor)
    if not because.strip():
        raise NothingSaid(_("Say why it is asked no more."))
    action.evidence, action.state, action.done_on = because, ActionState.DROPPED, local_day(at)
    action.closed_by_name, action.version = actor.name[:120], action.version + 1
    action.save(update_fields=["evidence", "state", "done_on", "closed_by_name", "version"])
    append("coordination.action.dropped", actor=actor, at=at, subject=action.pk, kind="action")
    return action


def action_of_owner(action_id: UUID, *, actor: Actor, at: datetime) -> Action | None:
    """An open action that the actor has to do, by account or by the post they hold; read by the house for members."""
    with as_house(at):
        found = Action.objects.filter(pk=action_id, state=ActionState.OPEN).select_related("body", "post", "decision")
        action = found.first()
        if action is None:
            return None
        is_theirs = action.owner_id == actor.pk or (
            actor.may(MEMBER) and action.post_id in posts_of_account(actor.pk, local_day(at))
        )
        return action if is_theirs else None


def actions_of_post(post: Post) -> list[Action]:
    """The open actions of a post; asked by the house."""
    found = Action.objects.filter(post=post, state=ActionState.OPEN).select_related("decision__item")
    return list(found.prefetch_related("answers"))


def _open_action(action_id: UUID, *, actor: Actor) -> Action:
    action = actions_for(actor).filter(pk=action_id).first()
    if action is None:
        raise NoSuchBody(_("There is no such action."))
    body_for(action.body_id, actor=actor, capability=KEEP)
    if action.state != ActionState.OPEN:
        raise NotNow(_("This action is not open any more."))
    return action


def _action(decision: Decision, said: Mapping[str, Any]) -> Action:
    post, account = said.get("post"), said.get("account")
    if not (said.get("does") or "").strip() or said.get("due_on") is None:
        raise NothingSaid(_("Write what is to be done, and by when."))
    if (post is None) == (account is None):
        raise NothingSaid(_("Name one who has to do it: a post of the committee, or a colleague."))
    return Action.objects.create(
        body_id=decision.meeting.body_id, decision=decision, says=said["does"], post=post, due_on=said["due_on"],
        owner_id=account.pk if account else None, owner_name=account.name[:120] if account else "",
        person_id=decision.person_id, first_person=decision.first_person, data_class=decision.data_class,
    )  # fmt: skip


def _answer(
    action: Action, kind: str, says: str, file: File | None, *, by_name: str, via: str, actor: Actor | None,
    at: datetime,
) -> ActionAnswer:  # fmt: skip
    if kind not in AnswerKind.values:
        raise NothingSaid(_("Choose what you answer."))
    if action.state != ActionState.OPEN:
        raise NotNow(_("This action is not open any more."))
    if not says.strip() and (kind == AnswerKind.CANNOT or (kind == AnswerKind.DONE and file is None)):
        raise NothingSaid(_("Say what shows that it is done, or why it cannot be."))
    stored = None
    if file is not None:
        if action.answers.exclude(file=None).count() >= MOST_FILES:
            raise NothingSaid(_("Enough files were given to this action. Write to the secretary."))
        name, content = file
        stored = keep(
            content, name=name, data_class=action.data_class, person_id=action.person_id, actor=actor, at=at,
            owner=OWNER,
        )  # fmt: skip
    return ActionAnswer.objects.create(
        action=action, kind=kind, says=says.strip()[:1000], file=stored, by_name=by_name[:160], via=via, at=at,
        person_id=action.person_id, first_person=action.first_person, data_class=action.data_class,
    )  # fmt: skip


def _about(item: AgendaItem | None) -> dict[str, Any]:
    if item is None or item.person_id is None:
        return {"data_class": DataClass.ORDINARY}
    return {"person_id": item.person_id, "first_person": item.first_person, "data_class": item.data_class}
