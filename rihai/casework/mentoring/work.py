"""What mentoring puts into My work: of a coordinator, a supervisor, a mentor."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.casework.mentoring.models import MatchState, MentorMatch, Volunteer, VolunteerState
from rihai.casework.mentoring.queries.matches import (
    MatchRow,
    late_matches,
    proposals_of,
    to_answer,
    to_call,
    waiting_for_mentor,
    with_meetings,
)
from rihai.casework.mentoring.queries.reach import (
    concerns_for,
    matches_for,
    oversees,
    volunteers_for,
    without_coordinator,
)
from rihai.casework.mentoring.queries.supervision import supervision_due
from rihai.casework.mentoring.queries.volunteers import held_of, running_out
from rihai.casework.mentoring.standing import SOON
from rihai.casework.mentoring.wording import UNTIL
from rihai.kit.actor import Actor
from rihai.kit.offers import WorkRow
from rihai.people.models import Person

ROWS = 25


def concerns(actor: Actor, _on: date) -> Sequence[WorkRow]:
    """Concerns nobody has settled, to those who read them."""
    found = concerns_for(actor).filter(settled_on=None).select_related("person", "person__held_at")[:ROWS]
    return [
        WorkRow(
            who=_name(one.person), url=reverse("casework:mentor-settle", args=[one.pk]), where=_where(one.person),
            why=_("Somebody is worried: %(about)s.") % {"about": one.get_about_display()}, status="critical",
            word=_("A concern"), act=_("Read it"), person_id=one.person_id,
        )
        for one in found
    ]  # fmt: skip


def matching(actor: Actor, on: date) -> Sequence[WorkRow]:
    """People who wait for a mentor or for a question, calls to make, matches that nobody coordinates."""
    if not actor.may("casework.match"):
        return []
    rows = [
        WorkRow(
            who=one.mentor_name, url=reverse("casework:mentoring"), why=_("Nobody coordinates this match any more."),
            status="warning", word=_("Nobody’s"), act=_("Take it over"),
        )
        for one in without_coordinator(actor)[:ROWS]
    ]  # fmt: skip
    unplanned = _("It ended as nobody planned: call the person.")
    rows += [_about(one, unplanned, "mentor-call", _("To call"), one.call_by, on) for one in to_call(actor)[:ROWS]]
    for proposal in to_answer(actor)[:ROWS]:
        why = _("Proposed with %(mentor)s; somebody has to be asked.") % {"mentor": proposal.mentor_name}
        rows.append(_about(proposal, why, "mentor-match", _("To ask"), None, on))
    rows += [
        WorkRow(
            who=_name(one.person), url=reverse("casework:mentor-suggestions", args=[one.person_id]),
            why=_("Wishes for a mentor and has none."), where=_where(one.person), status="waiting",
            word=_("Waits for a mentor"), act=_("Find one"), person_id=one.person_id,
        )
        for one in waiting_for_mentor(actor)[:ROWS]
    ]  # fmt: skip
    return rows


def late(actor: Actor, on: date) -> Sequence[WorkRow]:
    """Matches whose two have not met for too long, to those who oversee them."""
    if not oversees(actor):
        return []
    return [_late_row(one) for one in late_matches(actor, on)[:ROWS]]


def applications(actor: Actor, _on: date) -> Sequence[WorkRow]:
    """Applications nobody has decided."""
    if not actor.may("casework.match"):
        return []
    found = volunteers_for(actor).filter(state=VolunteerState.APPLIED).select_related("place")
    return [
        _volunteer_row(one, _("Would like to be a mentor."), "waiting", _("To vet"), _("Go on"))
        for one in found.order_by("applied_on", "pk")[:ROWS]
    ]


def expiries(actor: Actor, on: date) -> Sequence[WorkRow]:
    """Vetting, training and agreements that run out within thirty days or have run out; and supervision due."""
    if not oversees(actor):
        return []
    rows = []
    for one in volunteers_for(actor).filter(running_out(on)).select_related("place").order_by("pk")[:ROWS]:
        for part, until in held_of(one).running_out(on):
            gone = until <= on
            why = _("%(what)s has run out: no new match until then.") if gone else _("%(what)s runs out soon.")
            status, word = ("overdue", _("Run out")) if gone else ("not_yet", _("Runs out soon"))
            rows.append(_volunteer_row(one, why % {"what": UNTIL[part]}, status, word, _("Renew it"), until))
    for volunteer, due in supervision_due(actor, on)[:ROWS]:
        url = reverse("casework:mentor-supervision", args=[volunteer.pk])
        why = _("Supervision is due: once a month each mentor.")
        rows.append(_volunteer_row(volunteer, why, "waiting", _("Supervision"), _("Write it down"), due, url))
    return rows


def mine(actor: Actor, on: date) -> Sequence[WorkRow]:
    """A mentor's own: proposals to answer, the next meeting, papers that run out."""
    if not actor.may("casework.mentor"):
        return []
    rows = [
        WorkRow(
            who=_("Somebody"), url=reverse("casework:mentor-answer", args=[one.match.pk, "mentor"]), where=one.place,
            why=_("You are asked to be the mentor of somebody."), status="waiting", word=_("Your answer"),
            act=_("Answer"),
        )
        for one in proposals_of(actor)
    ]  # fmt: skip
    own = matches_for(actor).filter(mentor=actor.pk, state=MatchState.RUNNING)
    rows += [_meeting_row(one, on) for one in with_meetings(own)]
    return rows + _own_papers(actor, on)


def _own_papers(actor: Actor, on: date) -> list[WorkRow]:
    found = Volunteer.objects.filter(account=actor.pk).first()
    if found is None:
        return []
    return [
        WorkRow(
            who=actor.name, url=reverse("casework:mentor-mine"), due_on=until,
            why=_("%(what)s runs out soon.") % {"what": UNTIL[part]},
            status="overdue" if until <= on else "not_yet", word=_("Runs out soon"), act=_("Look"),
        )
        for part, until in held_of(found).running_out(on)
        if until <= on + SOON
    ]  # fmt: skip


def _meeting_row(row: MatchRow, on: date) -> WorkRow:
    overdue = row.is_late(on)
    return WorkRow(
        who=_name(row.match.person), url=reverse("casework:mentor-meeting", args=[row.match.pk]),
        why=_("You meet next, by this day."), where=_where(row.match.person), due_on=row.meet_by,
        status="overdue" if overdue else "waiting", word=_("Overdue") if overdue else _("Meeting"),
        act=_("Write a meeting down"), person_id=row.match.person_id,
    )  # fmt: skip


def _late_row(row: MatchRow) -> WorkRow:
    words = {"mentor": row.match.mentor_name}
    return WorkRow(
        who=_name(row.match.person), url=reverse("casework:mentor-match", args=[row.match.pk]),
        why=_("%(mentor)s and they have not met for too long.") % words, where=_where(row.match.person),
        due_on=row.meet_by, status="overdue", word=_("Long not met"), act=_("Ask the mentor"),
        person_id=row.match.person_id,
    )  # fmt: skip


def _about(match: MentorMatch, why: Any, page: str, word: Any, due_on: date | None, on: date) -> WorkRow:
    late_now = due_on is not None and due_on < on
    return WorkRow(
        who=_name(match.person), url=reverse(f"casework:{page}", args=[match.pk]), why=why, where=_where(match.person),
        due_on=due_on, status="overdue" if late_now else "waiting", word=word, act=_("Go on"),
        person_id=match.person_id,
    )  # fmt: skip


def _volunteer_row(
    one: Volunteer, why: Any, status: str, word: Any, act: Any, due_on: date | None = None, url: str = ""
) -> WorkRow:
    return WorkRow(
        who=one.name, url=url or reverse("casework:mentor-volunteer", args=[one.pk]), why=why, where=one.place.shown,
        due_on=due_on, status=status, word=word, act=act,
    )  # fmt: skip


def _name(person: Person) -> str:
    return person.full_name or _("Name not known")


def _where(person: Person) -> str:
    return person.held_at.shown if person.held_at else ""
