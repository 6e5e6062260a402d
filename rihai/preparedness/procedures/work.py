"""What procedures put into My work: to approve, sent back, to be looked at again; to acknowledge; who is silent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rihai.kit.actor import Actor
from rihai.kit.offers import WorkRow
from rihai.preparedness.editions import EditionState
from rihai.preparedness.posts.models import PostOf
from rihai.preparedness.posts.queries import holders_for
from rihai.preparedness.procedures.models import Acknowledgement, ProcedureVersion
from rihai.preparedness.procedures.queries import acknowledge_by, holding, in_force_for, silent, texts_for
from rihai.preparedness.reach import APPROVE, KEEP, READ, places_for

ROWS = 12
SOON = timedelta(days=30)
PRISONS = 200


def rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """What the actor approves, keeps, and answers for by a post; a constant number of queries."""
    if not actor.may(READ):
        return []
    return [*_to_acknowledge(actor, on), *_to_decide(actor, on), *_silent(actor, on)]


def _to_acknowledge(actor: Actor, on: date) -> list[WorkRow]:
    """Versions that the posts of the actor have not acknowledged."""
    held = list(holders_for(actor, on).filter(account=actor.pk)[:ROWS])
    if not held:
        return []
    texts = list(in_force_for(actor)[:PRISONS])
    said = set(
        Acknowledgement.objects.filter(edition__in=[one.pk for one in texts], place__in=[one.place_id for one in held])
        .values_list("edition_id", "place_id", "post")
    )  # fmt: skip
    found = []
    for text in texts:
        asked = [
            one for one in held if one.post in text.procedure.posts and (text.pk, one.place_id, one.post) not in said
        ]
        due = acknowledge_by(text)
        for one in asked:
            late = due is not None and due < on
            found.append(WorkRow(
                who=text.procedure.shown, where=one.place.shown, due_on=due, status="overdue" if late else "waiting",
                why=_("Read it, and acknowledge it as %(post)s.") % {"post": PostOf(one.post).label},
                word=_("To acknowledge"), act=_("Read"),
                url=reverse("preparedness:procedure", args=[text.procedure_id]),
            ))  # fmt: skip
    return found[:ROWS]


def _to_decide(actor: Actor, on: date) -> list[WorkRow]:
    found: list[WorkRow] = []
    if actor.may(APPROVE):
        asked = texts_for(actor, APPROVE).filter(state=EditionState.ASKED).order_by("asked_at")[: 2 * ROWS]
        found += [
            _row(one, _("Somebody else has to approve it."), _("To approve"), "waiting", _("Open"))
            for one in asked
            if str(actor.pk) not in one.writers
        ][:ROWS]
    if actor.may(KEEP):
        mine = texts_for(actor, KEEP)
        back = mine.filter(state=EditionState.DRAFT).exclude(sent_back_why="")
        late = mine.filter(state=EditionState.IN_FORCE, review_on__lte=on + SOON)
        found += [_kept(one, on) for one in (back | late).order_by("review_on", "pk")[:ROWS]]
    return found


def _kept(one: ProcedureVersion, on: date) -> WorkRow:
    if one.state == EditionState.DRAFT:
        return _row(one, one.sent_back_why, _("Sent back"), "rejected", _("Write"))
    if one.is_expired(on):
        return _row(one, _("The day of its review has passed."), _("Expired"), "overdue", _("Look at it"))
    return _row(one, _("It must be looked at again."), _("Review"), "not_yet", _("Look at it"))


def _row(one: ProcedureVersion, why: str, word: str, status: str, act: str) -> WorkRow:
    place = one.procedure.place
    return WorkRow(
        who=one.procedure.shown, where=place.shown if place else "", why=why, word=word, status=status, act=act,
        due_on=one.review_on if one.state == EditionState.IN_FORCE else None,
        url=f"{reverse('preparedness:procedure', args=[one.procedure_id])}?version={one.number}",
    )  # fmt: skip


def _silent(actor: Actor, on: date) -> list[WorkRow]:
    """For who keeps procedures: versions whose day has passed and that some posts have not acknowledged."""
    if not actor.may(KEEP):
        return []
    prisons = list(places_for(actor, KEEP)[:PRISONS])
    late: dict[ProcedureVersion, int] = {}
    for rows_of in silent(holding(actor, prisons)).values():
        for text, posts in rows_of:
            due = acknowledge_by(text)
            if due is not None and due < on:
                late[text] = late.get(text, 0) + len(posts)
    return [
        WorkRow(
            who=text.procedure.shown, due_on=acknowledge_by(text), status="overdue", word=_("Not acknowledged"),
            act=_("See who"), url=reverse("preparedness:procedure", args=[text.procedure_id]) + "#acknowledged",
            why=ngettext("%(n)s post has not acknowledged it.", "%(n)s posts have not acknowledged it.", n) % {"n": n},
        )
        for text, n in list(late.items())[:ROWS]
    ]  # fmt: skip
