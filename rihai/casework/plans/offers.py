"""What plans offer the house: pages under Act, what falls due, the person's page, forms, figures, what follows acts."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.casework.cases.panels import CaseDue, CaseOffer, CasePanel
from rihai.casework.plans import exports, panels
from rihai.casework.plans.acts_in_words import ACTS, NOTICES
from rihai.casework.plans.counted import MEASURES
from rihai.casework.plans.handlers import HANDLERS
from rihai.casework.plans.operations.following import (
    case_closed,
    case_handed_over,
    leave_taken_back,
    nobody_left,
)
from rihai.casework.plans.operations.keeping import follow_leaving, hand_up_all
from rihai.kit.classes import DataClass
from rihai.kit.offers import (
    After,
    AtStake,
    Export,
    Navigation,
    Offer,
    PersonPanel,
    PersonTimeline,
    SubjectExtract,
    Tick,
    Worklist,
)

OFFERS: tuple[Offer, ...] = (
    After(act="people.consent.withdrawn", run=leave_taken_back),
    After(act="people.person.died", run=nobody_left),
    After(act="casework.case.closed", run=case_closed),
    After(act="casework.case.handed_over", run=case_handed_over),
    After(act="accounts.account.stopped", run=follow_leaving),
    After(act="accounts.posting.ended", run=follow_leaving),
    Tick(name="casework.plans", run=hand_up_all),
    Navigation(
        station="act", label=_("Plans"), url="casework:plans", capability="casework.keep", order=52,
        group=_("Plans and release"),
        says=_("What people want in their own words, who does what by when, and what came of it."),
    ),
    Navigation(
        station="act", label=_("First days inside"), url="casework:first-days", capability="casework.keep", order=51,
        group=_("Plans and release"),
        says=_("Who came lately and was not spoken with: children, a call home, medicine, clothing, how they are."),
    ),
    Worklist(
        name="casework.calls", title=_("Somebody must go now"), rows=panels.call_rows, order=1, at_stake=AtStake.LIFE,
    ),
    Worklist(name="casework.first_days", title=_("First days inside"), rows=panels.first_days_rows, order=12),
    Worklist(name="casework.steps", title=_("Steps of plans"), rows=panels.step_rows, order=22),
    Worklist(name="casework.reviews", title=_("Plans to look at together"), rows=panels.review_rows, order=24),
    Worklist(name="casework.unkept", title=_("Plans nobody keeps any more"), rows=panels.unkept_rows, order=26),
    PersonPanel(
        name="casework.plans", title=_("Plan and first days"), template="casework/plans/person_panel.html",
        context=panels.of_person, order=42,
    ),
    PersonTimeline(name="casework.plans", of=panels.timeline),
    SubjectExtract(name="casework.plans", title=_("Your plan, and what you were asked"), of=panels.extract, order=52),
    Export(
        name="casework.steps", title=_("Steps of plans"), capability="exports.make", data_class=DataClass.PERSONAL,
        count=exports.steps_count, sheet=exports.steps_sheet,
    ),
    *HANDLERS,
    *MEASURES,
    ACTS,
    NOTICES,
)  # fmt: skip
CASE_OFFERS: tuple[CaseOffer, ...] = (
    CasePanel(
        name="plans", title=_("Plan"), template="casework/plans/case_panel.html", context=panels.of_case, order=20
    ),
    CaseDue(name="plans", of_cases=panels.due_in_cases, by_worker=panels.due_by_worker),
)
