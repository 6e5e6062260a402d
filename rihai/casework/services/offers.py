"""What services offer the house: pages under Act, what falls due, panels, figures, and what follows in people."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.casework.cases.panels import CaseDue, CaseOffer, CasePanel
from rihai.casework.services import panels
from rihai.casework.services.acts_in_words import ACTS
from rihai.casework.services.measures import MEASURES
from rihai.casework.services.operations.enrolling import OWNER
from rihai.casework.services.operations.referring import consent_withdrawn
from rihai.kit.classes import DataClass
from rihai.kit.offers import (
    After,
    Export,
    FileOwner,
    Navigation,
    NoticeWords,
    Offer,
    PersonPanel,
    PersonTimeline,
    SubjectExtract,
    Worklist,
)

GROUP = _("Services")
OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="act", label=_("Services"), url="casework:services", order=62, group=GROUP,
        says=_("What we do: each service with whom it is for, the needs it meets and who is in it."),
    ),
    Navigation(
        station="act", label=_("Referrals to partners"), url="casework:referrals", capability="casework.keep", order=65,
        group=GROUP, says=_("Sent and received, with what was told on which ground, and who has not answered."),
    ),
    Navigation(
        station="act", label=_("Things and money given"), url="casework:help-given", capability="casework.keep",
        order=66, group=GROUP, says=_("Kits, tools, fare and cash by fund, with receipt or thumb-print."),
    ),
    Navigation(
        station="act", label=_("Partners"), url="casework:partners", order=67, group=GROUP,
        says=_("Who does what in which district, and what they need to be told."),
    ),
    Navigation(
        station="act", label=_("Employers"), url="casework:employers", order=68, group=GROUP,
        says=_("Who gives work, in which trades and on what terms."),
    ),
    Navigation(
        station="act", label=_("Courses and remission"), url="casework:remission", capability="legal.matters",
        order=69, group=GROUP, says=_("Finished courses that may shorten a sentence."),
    ),
    Worklist(name="casework.referrals", title=_("Referrals to partners"), rows=panels.referral_rows, order=34),
    Worklist(name="casework.remission", title=_("Courses and remission"), rows=panels.remission_rows, order=35),
    PersonPanel(
        name="casework.services", title=_("Services"), template="casework/services/panel.html",
        context=panels.of_person, order=45,
    ),
    PersonTimeline(name="casework.services", of=panels.timeline),
    Export(
        name="casework.help", title=_("Things and money given"), capability="exports.make",
        data_class=DataClass.PERSONAL, count=panels.help_count, sheet=panels.help_sheet,
    ),
    SubjectExtract(name="casework.services", title=_("Services"), of=panels.extract, order=50),
    FileOwner(name=OWNER, may_read=panels.may_read),
    After(act="people.consent.withdrawn", run=consent_withdrawn),
    NoticeWords(words={"casework.remission": _("A course was finished that may earn remission.")}),
    *MEASURES,
    ACTS,
)  # fmt: skip
CASE_OFFERS: tuple[CaseOffer, ...] = (
    CaseDue(name="casework.referrals", of_cases=panels.due_of_cases, by_worker=panels.due_by_worker),
    CasePanel(
        name="casework.services", title=_("Services"), template="casework/services/panel.html", context=panels.of_case,
        order=20,
    ),
)  # fmt: skip
