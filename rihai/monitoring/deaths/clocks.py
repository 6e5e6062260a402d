"""By when each step after a death is due, and on what it rests.

The rules are those of the Nelson Mandela Rules (A/RES/70/175), which say "at once" and "without delay"; the hours are
ours, for an office to mend. The magistrate's inquiry is that of section 176 of the Code of Criminal Procedure; our
sources of law do not hold its text, so a lawyer has to read it before anybody relies on a day.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from rihai.monitoring.deaths.models import StepKind


class Clock(NamedTuple):
    """Hours from when we learned of it (None: no clock), and the rule it rests on."""

    kind: str
    hours: int | None
    rule: Any


CLOCKS = (
    Clock(StepKind.KIN, 24, _("Rule 69: the director tells the next of kin at once. 24 hours are ours.")),
    Clock(StepKind.EVIDENCE, 24, _("Rule 71(1): all evidence is preserved. 24 hours are ours.")),
    Clock(StepKind.REPORTED, 24, _("Rule 71(1): the director reports without delay. 24 hours are ours.")),
    Clock(StepKind.OWN_KIN, 24, _("Ours: the family hears from us on the same day, where that is safe.")),
    Clock(StepKind.NOTE, 24, _("Ours: a note to the commission, the agency or the magistrate within 24 hours.")),
    Clock(StepKind.MAGISTRATE, 7 * 24, _("CrPC s. 176, its text to be read by a lawyer; seven days are ours.")),
    Clock(StepKind.POST_MORTEM, 7 * 24, _("Minnesota Protocol: prompt; seven days are ours.")),
    Clock(StepKind.INVESTIGATION, 30 * 24, _("Rule 71: prompt, impartial and effective; thirty days are ours.")),
    Clock(StepKind.BODY, 30 * 24, _("Rule 72: at the latest when the inquiry is over; thirty days are ours.")),
    Clock(StepKind.OUTCOME, None, _("Monthly until a cause is settled.")),
)
RULES = {one.kind: one.rule for one in CLOCKS}
REVIEW_DAYS = 30
"""So often the file is looked at until a cause is settled."""
