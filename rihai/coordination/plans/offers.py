"""What action plans offer the house."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.coordination.plans import exports, work
from rihai.coordination.plans.measures import MEASURES
from rihai.coordination.plans.operations import OWNER
from rihai.coordination.plans.queries import may_read_evidence
from rihai.coordination.scope import READ
from rihai.kit.classes import DataClass
from rihai.kit.offers import ActWords, Export, FileOwner, Navigation, Offer, Worklist

OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="act", label=_("Action plans"), url="coordination:plans", capability=READ, order=92,
        group=_("Coordination"), says=_("What institutions set out to change: who does what by when; what shows it."),
    ),
    Worklist(name="coordination.plans", title=_("Action plans"), rows=work.rows, order=44),
    Export(
        name="coordination.plans", title=_("Action plans"), capability="exports.make", data_class=DataClass.ORDINARY,
        count=exports.count, sheet=exports.sheet,
    ),
    FileOwner(name=OWNER, may_read=may_read_evidence),
    *MEASURES,
    ActWords(
        words={
            "coordination.plan.kept": _("wrote down or changed an action plan"),
            "coordination.plan.closed": _("closed an action plan"),
            "coordination.activity.added": _("added an activity to an action plan"),
            "coordination.activity.moved": _("wrote down where an activity stands"),
        }
    ),
)  # fmt: skip
