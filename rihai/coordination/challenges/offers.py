"""What the challenges register offers the house."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import F, UUIDField, Value
from django.utils.translation import gettext_lazy as _

from rihai.coordination.challenges import work
from rihai.coordination.challenges.models import State
from rihai.coordination.challenges.operations import OWNER
from rihai.coordination.challenges.proposed import raised
from rihai.coordination.challenges.queries import challenges_for, may_read_evidence
from rihai.coordination.scope import READ
from rihai.kit.actor import Actor
from rihai.kit.offers import ActWords, ChallengeDoor, FileOwner, Measure, Navigation, Offer, Worklist


def solved(actor: Actor, first: date, end: date) -> Any:
    """Challenges that were solved, by the day."""
    rows = challenges_for(actor).filter(state=State.SOLVED, ended_on__gte=first, ended_on__lt=end)
    nobody = Value(None, output_field=UUIDField(null=True))
    found = rows.order_by().select_related(None).annotate(on=F("ended_on"), person_id=nobody)
    return found.values("on", "person_id", "place_id")


OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="show", label=_("Challenges"), url="coordination:challenges", capability=READ, order=44,
        group=_("Coordination"), says=_("Problems, what shows them, whom they touch, and what comes first and why."),
    ),
    Worklist(name="coordination.challenges", title=_("Challenges to look at again"), rows=work.rows, order=48),
    ChallengeDoor(name="coordination.challenges", raised=raised),
    FileOwner(name=OWNER, may_read=may_read_evidence),
    Measure(
        code="coordination.challenges_solved", title=_("Challenges solved"), unit="acts", counted=solved,
        definition=_("Challenges of the register that a review found solved, by the day of that review."),
        includes=_("challenges of every place of the project"), excludes=_("those closed without being solved"),
    ),
    ActWords(
        words={
            "coordination.challenge.kept": _("wrote down or changed a challenge"),
            "coordination.challenge.reviewed": _("reviewed a challenge"),
            "coordination.evidence.added": _("added what shows a challenge"),
            "coordination.proposal.taken_up": _("took up what another room found hard"),
            "coordination.proposal.left": _("left what another room found hard"),
            "coordination.criteria.set": _("changed how challenges are ranked"),
        }
    ),
)  # fmt: skip
