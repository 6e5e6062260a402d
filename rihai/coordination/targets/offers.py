"""What targets offer the house: their pages, what waits, the table that leaves, and the counting of lists."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.coordination.scope import READ
from rihai.coordination.targets import exports, work
from rihai.coordination.targets.counting import follow_census, follow_undoing
from rihai.kit.classes import DataClass
from rihai.kit.offers import ActWords, After, Export, Navigation, Offer, Worklist

OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="show", label=_("Targets"), url="coordination:targets", capability=READ, order=42,
        group=_("Coordination"),
        says=_("How many people under trial each prison and district is to hold, and what the lists say."),
    ),
    Worklist(name="coordination.targets", title=_("Targets beyond their path"), rows=work.rows, order=46),
    Export(
        name="coordination.targets", title=_("Targets for people under trial"), capability="exports.make",
        data_class=DataClass.ORDINARY, count=exports.count, sheet=exports.sheet,
    ),
    After(act="people.census.taken_in", run=follow_census),
    After(act="people.census.undone", run=follow_undoing),
    ActWords(
        words={
            "coordination.target.set": _("set a target for people under trial"),
            "coordination.target.revised": _("changed a target, with a reason"),
            "coordination.target.ended": _("ended a target"),
        }
    ),
)  # fmt: skip
