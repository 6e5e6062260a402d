"""What cases offer the house: pages under Act, what waits, the person's page, exports, what follows other acts."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.casework.cases import beside, exports
from rihai.casework.cases.acts_in_words import ACTS, NOTICES
from rihai.casework.cases.measures import MEASURES
from rihai.casework.cases.operations.following import follow_withdrawal
from rihai.casework.cases.operations.leaving import follow_leaving, release_all
from rihai.casework.cases.registers.jobs import KINDS
from rihai.casework.cases.registers.operations import OWNER
from rihai.casework.cases.registers.queries import may_read
from rihai.kit.classes import DataClass
from rihai.kit.offers import (
    After,
    Export,
    FileOwner,
    Navigation,
    Offer,
    PersonPanel,
    PersonTimeline,
    PlacePanel,
    Search,
    SubjectExtract,
    Tick,
    Worklist,
)

GROUP = _("Casework")
OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="act", label=_("Caseload"), url="casework:caseload", capability="casework.keep", order=10,
        group=GROUP, says=_("Whom you work with, what is due first, and whom nobody has seen for too long."),
    ),
    Navigation(
        station="act", label=_("Cases of health"), url="casework:caseload", capability="casework.health", order=10,
        group=GROUP, says=_("Cases of health programmes, and what is due in them."),
    ),
    Navigation(
        station="act", label=_("Somebody has come"), url="casework:intake-start", capability="casework.keep", order=11,
        group=GROUP, says=_("Write down who comes and what is asked; on a telephone in a minute."),
    ),
    Navigation(
        station="act", label=_("Offered to you"), url="casework:handovers", capability="casework.keep", order=12,
        group=GROUP, says=_("Cases a colleague asks you to go on with."),
    ),
    Navigation(
        station="act", label=_("Who carries what"), url="casework:supervise", capability="casework.supervise", order=13,
        group=GROUP, says=_("The load of each worker, cases with nobody, and cases that wait for your approval."),
    ),
    Navigation(
        station="act", label=_("Registers of earlier years"), url="casework:registers", capability="casework.keep",
        order=18, group=GROUP, says=_("Cases that stand in a spreadsheet come in from there."),
    ),
    Navigation(
        station="act", label=_("Programmes"), url="casework:programmes", capability="casework.keep", order=19,
        group=GROUP, says=_("For whom each programme is, and what it asks."),
    ),
    Navigation(
        station="act", label=_("Programmes"), url="casework:programmes", capability="casework.catalogue", order=19,
        group=GROUP, says=_("For whom each programme is, and what it asks."),
    ),
    Worklist(name="casework.offers", title=_("Cases offered to you"), rows=beside.offer_rows, order=12),
    Worklist(name="casework.approvals", title=_("Cases to approve"), rows=beside.approval_rows, order=14),
    Worklist(name="casework.nobody", title=_("Cases with nobody"), rows=beside.nobody_rows, order=15),
    Worklist(name="casework.silent", title=_("Cases without contact"), rows=beside.silent_rows, order=20),
    Worklist(name="casework.intakes", title=_("Who came and has no answer"), rows=beside.intake_rows, order=16),
    Search(name="casework.cases", title=_("Our cases"), find=beside.search, order=28),
    PersonPanel(
        name="casework.cases", title=_("Our work with this person"), template="casework/cases/person_panel.html",
        context=beside.of_person, order=25,
    ),
    PersonTimeline(name="casework.cases", of=beside.timeline),
    PlacePanel(
        name="casework.cases", title=_("Cases at work there"), template="casework/cases/place_panel.html",
        context=beside.at_place, order=40,
    ),
    Export(
        name="casework.caseload", title=_("Caseload"), capability="exports.make", data_class=DataClass.PERSONAL,
        count=exports.caseload_count, sheet=exports.caseload_sheet,
    ),
    FileOwner(name=OWNER, may_read=may_read),
    SubjectExtract(name="casework.cases", title=_("Our work with you"), of=exports.for_subject, order=30),
    After(act="people.consent.withdrawn", run=follow_withdrawal),
    After(act="accounts.account.stopped", run=follow_leaving),
    After(act="accounts.posting.ended", run=follow_leaving),
    Tick(name="casework.leavers", run=release_all),
    *KINDS,
    *MEASURES,
    ACTS,
    NOTICES,
)  # fmt: skip
