"""What mentoring offers the house."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.casework.cases.panels import CaseOffer, CasePanel
from rihai.casework.mentoring import exports, panels, work
from rihai.casework.mentoring.acts_in_words import ACTS
from rihai.casework.mentoring.measures import MEASURES
from rihai.casework.mentoring.operations.following import (
    consent_withdrawn,
    person_died,
)
from rihai.kit.classes import DataClass
from rihai.kit.offers import (
    After,
    AtStake,
    Export,
    Navigation,
    NoticeWords,
    Offer,
    PersonPanel,
    PersonTimeline,
    SubjectExtract,
    Worklist,
)

OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="act", label=_("Mentoring"), url="casework:mentoring", capability="casework.match", order=60,
        group=_("Mentoring"), says=_("Who accompanies whom, who waits for a mentor, and when they last met."),
    ),
    Navigation(
        station="act", label=_("Mentoring, supervised"), url="casework:mentoring", capability="casework.supervise",
        order=61, group=_("Mentoring"), says=_("Matches of the people you see, and concerns that wait."),
    ),
    Navigation(
        station="act", label=_("Volunteers"), url="casework:mentor-volunteers", capability="casework.match", order=62,
        group=_("Mentoring"),
        says=_("Applications, vetting, training and agreements; a record alone does not exclude."),
    ),
    Navigation(
        station="act", label=_("My match"), url="casework:mentor-mine", capability="casework.mentor", order=60,
        group=_("Mentoring"), says=_("Whom you accompany, when you meet next, and what you are asked."),
    ),
    Worklist(name="casework.concerns", title=_("Concerns"), rows=work.concerns, order=3, at_stake=AtStake.LIFE),
    Worklist(name="casework.mentor", title=_("My match"), rows=work.mine, order=6),
    Worklist(name="casework.matching", title=_("Mentors wanted"), rows=work.matching, order=20),
    Worklist(name="casework.late_matches", title=_("Not met for too long"), rows=work.late, order=22),
    Worklist(name="casework.volunteers", title=_("Applications of volunteers"), rows=work.applications, order=34),
    Worklist(name="casework.expiries", title=_("Mentors’ papers and supervision"), rows=work.expiries, order=36),
    PersonPanel(
        name="casework.mentoring", title=_("A mentor"), template="casework/mentoring/person_panel.html",
        context=panels.of_person, order=60,
    ),
    PersonTimeline(name="casework.mentoring", of=panels.timeline),
    SubjectExtract(name="casework.mentoring", title=_("Mentoring"), of=panels.extract, order=60),
    Export(
        name="casework.matches", title=_("Mentor matches"), capability="exports.make", data_class=DataClass.PERSONAL,
        count=exports.matches_count, sheet=exports.matches_sheet,
    ),
    Export(
        name="casework.volunteers", title=_("Volunteers"), capability="casework.match", data_class=DataClass.PERSONAL,
        count=exports.volunteers_count, sheet=exports.volunteers_sheet,
    ),
    After(act="people.consent.withdrawn", run=consent_withdrawn),
    After(act="people.person.died", run=person_died),
    NoticeWords(
        words={
            "casework.match.proposed": _("You are asked to be the mentor of somebody."),
            "casework.match.begun": _("A match of yours has begun."),
            "casework.concern.raised": _("Somebody is worried, and wrote it down for you."),
        }
    ),
    *MEASURES,
    ACTS,
)  # fmt: skip

CASE_OFFERS: tuple[CaseOffer, ...] = (
    CasePanel(
        name="casework.mentoring", title=_("A mentor"), template="casework/mentoring/person_panel.html",
        context=panels.of_case, order=60,
    ),
)  # fmt: skip
