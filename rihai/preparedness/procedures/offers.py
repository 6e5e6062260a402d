"""What procedures offer the house."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.classes import DataClass
from rihai.kit.offers import Export, FileOwner, Navigation, NoticeWords, Offer, Tick, Worklist
from rihai.preparedness.procedures import shown, work
from rihai.preparedness.procedures.acknowledging import NOTICE, UNREACHED, remind
from rihai.preparedness.procedures.operations import OWNER
from rihai.preparedness.reach import READ

OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="act", label=_("Procedures and policies"), url="preparedness:procedures", capability=READ, order=100,
        group=_("Preparedness"), says=_("How things are done, in both languages; which post has read it."),
    ),
    Worklist(name="preparedness.procedures", title=_("Procedures and policies"), rows=work.rows, order=45),
    Export(
        name="preparedness.procedures", title=_("Procedures and policies"), capability="exports.make",
        data_class=DataClass.ORDINARY, count=shown.count, sheet=shown.sheet,
    ),
    FileOwner(name=OWNER, may_read=shown.may_read),
    Tick(name="preparedness.procedures", run=remind),
    NoticeWords(
        words={
            NOTICE: _("A procedure waits to be acknowledged by your post"),
            UNREACHED: _("Posts without an account have not read a procedure: send a sheet or a link"),
        }
    ),
)  # fmt: skip
