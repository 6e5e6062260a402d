"""What aftercare offers the house: plans under Act, what falls due, panels, the timeline, what follows other acts."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.casework.aftercare import agenda, exports, panels, work
from rihai.casework.aftercare.acts_in_words import ACTS, NOTICES
from rihai.casework.aftercare.extract import extract
from rihai.casework.aftercare.measures import MEASURES
from rihai.casework.aftercare.operations import following
from rihai.casework.aftercare.operations.leaving import follow_leaving
from rihai.casework.aftercare.operations.word_back import follow_consent
from rihai.casework.cases.panels import CaseDue, CaseOffer, CasePanel
from rihai.kit.classes import DataClass
from rihai.kit.offers import (
    After,
    Before,
    Export,
    Navigation,
    Offer,
    PersonPanel,
    PersonTimeline,
    SubjectExtract,
    Tick,
    Worklist,
)

TITLE = _("Release plan and family")
TEMPLATE = "casework/aftercare/person_panel.html"

OFFERS: tuple[Offer, ...] = (
    *(After(act=act, run=following.follow_release) for act in following.LEFT),
    *(After(act=act, run=following.follow_return) for act in following.IN_AGAIN),
    *(After(act=act, run=following.follow_end) for act in following.ENDS),
    *(After(act=act, run=following.follow_taken_back) for act in following.BACK),
    After(act="people.consent.withdrawn", run=follow_consent),
    After(act="accounts.account.stopped", run=follow_leaving),
    After(act="accounts.posting.ended", run=follow_leaving),
    After(act="screening.people.screened", run=following.follow_screening),
    Before(act="people.census.undone", check=following.nothing_is_built),
    Before(act="casework.register.undone", check=following.nothing_is_built),
    Tick(name="casework.release_plans", run=following.tick),
    Navigation(
        station="act", label=_("Release plans"), url="casework:release-plans", capability="casework.keep", order=58,
        group=_("Plans and release"), says=_("Plans before the gate, and asking after people for two years."),
    ),
    Worklist(name="casework.release_plans", title=_("Release plans"), rows=work.plan_rows, order=12),
    Worklist(name="casework.followups", title=_("To be asked after"), rows=work.followup_rows, order=11),
    Worklist(name="casework.points", title=_("Points of release plans"), rows=work.point_rows, order=34),
    Worklist(name="casework.officer_days", title=_("Days with an officer"), rows=work.officer_rows, order=14),
    Worklist(name="casework.family", title=_("Families"), rows=work.family_rows, order=16),
    PersonPanel(name="casework.aftercare", title=TITLE, template=TEMPLATE, context=panels.of_person, order=44),
    PersonTimeline(name="casework.aftercare", of=panels.timeline),
    SubjectExtract(name="casework.aftercare", title=TITLE, of=extract, order=54),
    agenda.SOURCE,
    *MEASURES,
    Export(
        name="casework.release_plans", title=_("Release plans"), capability="exports.make",
        data_class=DataClass.PERSONAL, count=exports.plans_count, sheet=exports.plans_sheet,
    ),
    Export(
        name="casework.followups", title=_("Follow-ups after release"), capability="exports.make",
        data_class=DataClass.PERSONAL, count=exports.followups_count, sheet=exports.followups_sheet,
    ),
    ACTS,
    NOTICES,
)  # fmt: skip
CASE_OFFERS: tuple[CaseOffer, ...] = (
    CasePanel(name="casework.aftercare", title=TITLE, template=TEMPLATE, context=panels.of_case, order=60),
    CaseDue(name="casework.aftercare", of_cases=panels.due_of_cases, by_worker=panels.due_by_worker),
)
