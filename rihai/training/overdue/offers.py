"""What overdue courses offer the house."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.classes import DataClass
from rihai.kit.offers import ActWords, Export, Navigation, NoticeWords, Offer, Tick, Worklist
from rihai.training.courses.offers import GROUP
from rihai.training.overdue import shown
from rihai.training.walls import READ

OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="act", label=_("Overdue training"), url="training:overdue", capability=READ, order=92, group=GROUP,
        says=_("By prison, course and rank: who never finished what is mandatory, or not again in time."),
    ),
    Worklist(name="training.overdue", title=_("Overdue for mandatory courses"), rows=shown.rows, order=53),
    Export(
        name="training.overdue", title=_("Overdue for mandatory courses"), capability="exports.make",
        data_class=DataClass.PERSONAL, count=shown.count, sheet=shown.sheet,
    ),
    Tick(name="training.overdue", run=shown.remind),
    NoticeWords(words={shown.OVERDUE_NOTICE: _("Officers at your places are overdue for mandatory courses")}),
    ActWords(words={"training.overdue.reminded": _("a reminder of overdue courses went out")}),
)  # fmt: skip
