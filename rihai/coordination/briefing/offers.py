"""What briefings offer the house."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import F, UUIDField, Value
from django.utils.translation import gettext_lazy as _

from rihai.coordination.briefing import letters, work
from rihai.coordination.briefing.models import BriefingAnswer, BriefingSending
from rihai.coordination.briefing.operations import OWNER
from rihai.coordination.briefing.queries import briefings_for
from rihai.coordination.scope import PLAN, READ
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.files import StoredFile
from rihai.kit.offers import ActWords, FileOwner, Letter, Measure, Navigation, Offer, Worklist


def may_read_answer(actor: Actor, stored: StoredFile) -> bool:
    """Whoever sees the briefing reads what was given with an answer to it."""
    return briefings_for(actor).filter(lines__answers__file=stored.pk).exists()


NOBODY = Value(None, output_field=UUIDField(null=True))


def sent(actor: Actor, first: date, end: date) -> Any:
    """Parts of briefings by the day they were sent."""
    mine = briefings_for(actor).order_by().values("pk")
    rows = BriefingSending.objects.filter(briefing__in=mine, sent_on__gte=first, sent_on__lt=end).order_by()
    found = rows.annotate(on=F("sent_on"), person_id=NOBODY, place_id=F("briefing__place_id"), actor=F("to"))
    return found.values("on", "person_id", "place_id", "actor")


def answered(actor: Actor, first: date, end: date) -> Any:
    """Answers to lines, by their day."""
    mine = briefings_for(actor).order_by().values("pk")
    rows = BriefingAnswer.objects.filter(line__briefing__in=mine, at__date__gte=first, at__date__lt=end).order_by()
    found = rows.annotate(
        on=F("at__date"), person_id=NOBODY, place_id=F("line__briefing__place_id"), actor=F("line__to")
    )  # fmt: skip
    return found.values("on", "person_id", "place_id", "actor", "kind")


OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="show", label=_("Briefings"), url="coordination:briefings", capability=READ, order=40,
        group=_("Coordination"),
        says=_("After each list of prisoners: the law in numbers, for each who can act, and what they answer."),
    ),
    Worklist(name="coordination.briefings", title=_("Briefings"), rows=work.rows, order=22),
    FileOwner(name=OWNER, may_read=may_read_answer),
    Letter(
        name="coordination.briefing", title=_("Letter with a part of a briefing"), capability=PLAN,
        data_class=DataClass.ORDINARY, write=letters.write,
    ),
    Measure(
        code="coordination.briefings_sent", title=_("Parts of briefings sent"), unit="acts", counted=sent,
        by=("actor",), definition=_("Parts of briefings sent to a court, the police or another actor."),
        includes=_("a part sent again"), excludes=_("briefings that nobody signed"),
    ),
    Measure(
        code="coordination.briefings_answered", title=_("Lines of briefings answered"), unit="acts", counted=answered,
        by=("actor", "kind"), definition=_("Answers of actors to lines of briefings, whatever they say."),
        includes=_("refusals too"), excludes=_("what was not answered"),
    ),
    ActWords(
        words={
            "coordination.briefing.made": _("made a briefing after a census"),
            "coordination.briefing.added_to": _("added to a briefing by hand"),
            "coordination.briefing.signed": _("signed a briefing off"),
            "coordination.briefing.sent": _("sent a part of a briefing"),
            "coordination.briefing.answered": _("wrote down an answer to a briefing"),
            "coordination.part.closed": _("closed the link of a briefing"),
            "coordination.part.refused": _("a wrong code was given for the link of a briefing"),
            "coordination.part.looked": _("a part of a briefing was read by link"),
            "coordination.part.answered": _("a part of a briefing was answered by link"),
        }
    ),
)  # fmt: skip
