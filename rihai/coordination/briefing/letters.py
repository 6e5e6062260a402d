"""The letter with which one actor's part of a briefing goes out."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from rihai.accounts.acting import asked_at
from rihai.coordination.briefing.models import BriefingSending
from rihai.coordination.briefing.paper import asks, says
from rihai.coordination.briefing.queries import FIRST, briefings_for
from rihai.kit.actor import Actor
from rihai.kit.letters import LetterText
from rihai.kit.templatetags.kit import day as day_text


def write(actor: Actor, subject: str, language: str) -> LetterText | None:
    """The letter of a sending, by its id; None where the actor does not see it."""
    try:
        key = UUID(subject)
    except ValueError:
        return None
    mine = briefings_for(actor).order_by().values("pk")
    sending = BriefingSending.objects.filter(pk=key, briefing__in=mine).select_related("briefing__place").first()
    if sending is None:
        return None
    briefing = sending.briefing
    lines = briefing.lines.filter(to=sending.to).order_by("order", "pk")
    first = [f"{says(one, language)}: {text}" for one in lines if (text := asks(one, language))][:FIRST]
    return LetterText(
        to=[sending.receiver],
        subject=_("Briefing on %(place)s after the census of %(day)s") % {
            "place": briefing.place.shown, "day": day_text(briefing.census_on),
        },
        day=timezone.localtime(asked_at()).date(),
        paragraphs=[
            _("Enclosed are the figures that concern your office, as counted from the newest list of prisoners. They "
              "name nobody. What comes first:"),
            *(f"{number}. {text}" for number, text in enumerate(first, start=1)),
            _("Please let us know until %(day)s, for each line, what will be done and by when.") % {
                "day": day_text(sending.answer_by),
            },
        ],
        closing=_("With respect"), signed=[briefing.signed_by_name], enclosures=[_("Your part of the briefing")],
    )  # fmt: skip
