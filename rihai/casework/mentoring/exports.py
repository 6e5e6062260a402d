"""Tables that may leave: matches within need-to-know without who is guarded; the roster of volunteers."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Count, Max, Q, QuerySet, Sum
from django.utils.translation import gettext as _

from rihai.accounts.acting import asked_day
from rihai.accounts.models import Guarded
from rihai.casework.mentoring.models import MatchState, MentorMatch, Outcome, Volunteer, VolunteerState
from rihai.casework.mentoring.queries.reach import matches_for, oversees, volunteers_for
from rihai.casework.mentoring.queries.volunteers import held_of
from rihai.casework.mentoring.wording import LACKING
from rihai.kit.actor import Actor
from rihai.kit.exports import ExportSheet
from rihai.paper.table import Column

Asked = Mapping[str, str]


def matches_count(actor: Actor, asked: Asked) -> int:
    """How many matches."""
    return _matches(actor, asked).count()


def matches_sheet(actor: Actor, asked: Asked, _language: str) -> ExportSheet:
    """Who accompanies whom, since when, how often they met; no word of a concern or a wish."""
    met = Q(meetings__outcome=Outcome.MET)
    rows = _matches(actor, asked).select_related("person", "person__held_at").annotate(
        met=Count("meetings", filter=met), minutes=Sum("meetings__minutes", filter=met),
        last_on=Max("meetings__on", filter=met),
    )  # fmt: skip
    return ExportSheet(
        title=_("Mentor matches"),
        columns=(
            Column(_("Name"), "text", 26), Column(_("Place"), "text", 26), Column(_("Mentor"), "text", 24),
            Column(_("State"), "text", 14), Column(_("Began on"), "date"), Column(_("Ended on"), "date"),
            Column(_("Why it ended"), "text", 24), Column(_("Meetings"), "number"), Column(_("Hours"), "number"),
            Column(_("Last meeting on"), "date"),
        ),
        rows=[
            (
                one.person.full_name, one.person.held_at.shown if one.person.held_at else "", one.mentor_name,
                str(one.get_state_display()), one.started_on, one.ended_on,
                str(one.get_ending_display()) if one.ending else "", one.met, round((one.minutes or 0) / 60, 1),
                one.last_on,
            )
            for one in rows
        ],
        note=_("Nobody who is guarded stands here."),
    )  # fmt: skip


def volunteers_count(actor: Actor, _asked: Asked) -> int:
    """How many volunteers."""
    return _volunteers(actor).count()


def volunteers_sheet(actor: Actor, _asked: Asked, _language: str) -> ExportSheet:
    """The roster: who may mentor and until when; no telephone, no reference, nothing of a record."""
    today = asked_day()
    return ExportSheet(
        title=_("Volunteers"),
        columns=(
            Column(_("Name"), "text", 26), Column(_("Would mentor at"), "text", 26), Column(_("State"), "text", 14),
            Column(_("Vetted until"), "date"), Column(_("Trained until"), "date"), Column(_("Agreement until"), "date"),
            Column(_("Wanted"), "text", 40),
        ),
        rows=[
            (
                one.name, one.place.shown, str(one.get_state_display()), one.vetted_until, one.trained_until,
                one.agreed_until, "، ".join(str(LACKING[part]) for part in held_of(one).lacking(today)),
            )
            for one in _volunteers(actor).select_related("place")
        ],
    )  # fmt: skip


def _matches(actor: Actor, asked: Asked) -> QuerySet[MentorMatch]:
    if not oversees(actor):
        return MentorMatch.objects.none()
    guarded = Guarded.objects.filter(ended_at=None).values("person_id")
    found = matches_for(actor).exclude(person__in=guarded)
    state = asked.get("state", "")
    return found.filter(state=state) if state in MatchState.values else found


def _volunteers(actor: Actor) -> QuerySet[Volunteer]:
    return volunteers_for(actor).exclude(state=VolunteerState.LEFT)
