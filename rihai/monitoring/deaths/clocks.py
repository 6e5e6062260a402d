"""By when each step after a death is due, and on what it rests.

The rules are those of the Nelson Mandela Rules (A/RES/70/175), which say "at once" and "without delay"; the hours are
ours, for an office to mend. The magistrate's inquiry is that of section 176(1) of the Code of Criminal Procedure
1898: of a death in the custody of the *police* the nearest magistrate empowered to hold inquests *shall* hold it; in
the other cases of section 174(1) (suicide; killed by another, an animal, a machine or an accident; a reasonable
suspicion of an offence), a death in prison among them, any such magistrate *may*. It sets no day. Read on 26 November
2026 in an unofficial copy of the Code with amendments up to about 2000 (github.com/sureshsarkar/insaaf); which
magistrates hold inquests now, and whether prison rules ask for more, a lawyer has to say before anybody relies on it.
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
    Clock(
        StepKind.MAGISTRATE,
        7 * 24,
        _("CrPC s. 176(1): a duty after a death with the police; in prison one may. Seven days are ours."),
    ),
    Clock(StepKind.POST_MORTEM, 7 * 24, _("Minnesota Protocol: prompt; seven days are ours.")),
    Clock(StepKind.INVESTIGATION, 30 * 24, _("Rule 71: prompt, impartial and effective; thirty days are ours.")),
    Clock(StepKind.BODY, 30 * 24, _("Rule 72: at the latest when the inquiry is over; thirty days are ours.")),
    Clock(StepKind.OUTCOME, None, _("Monthly until a cause is settled.")),
)
RULES = {one.kind: one.rule for one in CLOCKS}
REVIEW_DAYS = 30
"""So often the file is looked at until a cause is settled."""
