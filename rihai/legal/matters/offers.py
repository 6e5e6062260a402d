"""What matters offer the house: pages under Act, what falls due, the person's page, the diary, what follows merging."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.classes import DataClass
from rihai.kit.offers import (
    After,
    AtStake,
    Before,
    Export,
    FileOwner,
    Navigation,
    NoticeWords,
    Offer,
    PersonPanel,
    PersonTimeline,
    Search,
    SubjectExtract,
    Worklist,
)
from rihai.legal.matters import exports, panels
from rihai.legal.matters.acts_in_words import ACTS
from rihai.legal.matters.measures import MEASURES
from rihai.legal.matters.operations.conflicts import DECIDED, WAITS
from rihai.legal.matters.operations.merging import follow_merge, follow_parting, nothing_is_built
from rihai.legal.matters.operations.papers import OWNER

SAYS = {
    WAITS: _("A conflict is possible in a matter. A panel lead who is not of its team must decide."),
    DECIDED: _("A possible conflict in a matter you opened was decided."),
}
"""The notices of conflicts."""
OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="act", label=_("Matters"), url="legal:matters", capability="legal.matters", order=26,
        group=_("Matters and court"),
        says=_("Files of counselling and legal aid: papers, days in court, bail, money; seen by their team alone."),
    ),
    Navigation(
        station="act", label=_("Diary"), url="legal:diary", capability="legal.matters", order=27,
        group=_("Matters and court"),
        says=_("Hearings by day, week and month; as cause list to print and as a calendar on your telephone."),
    ),
    Navigation(
        station="act", label=_("Possible conflicts"), url="legal:conflicts", capability="legal.supervise", order=28,
        group=_("Matters and court"),
        says=_("Where somebody stands on two sides of two matters, and the panel lead must decide."),
    ),
    Navigation(
        station="show", label=_("Strategic litigation"), url="legal:strategic", order=60,
        says=_("Cases brought for many, as they may be spoken of."),
    ),
    Worklist(name="legal.conflicts", title=_("Possible conflicts"), rows=panels.conflict_rows, order=8),
    Worklist(name="legal.hearings", title=_("Hearings"), rows=panels.hearing_rows, order=5, at_stake=AtStake.LIBERTY),
    Worklist(name="legal.papers", title=_("Papers awaited"), rows=panels.paper_rows, order=30),
    Worklist(name="legal.vakalatnamas", title=_("Vakalatnamas not filed"), rows=panels.vakalatnama_rows, order=32),
    PersonPanel(
        name="legal.matters", title=panels.REPRESENTED, template="legal/matters/person_panel.html",
        context=panels.of_person, order=30,
    ),
    PersonTimeline(name="legal.matters", of=panels.timeline),
    Search(name="legal.matters", title=_("Matters"), find=panels.search, order=30),
    Export(
        name="legal.diary", title=_("Diary"), capability="exports.make", data_class=DataClass.LEGAL,
        count=exports.diary_count, sheet=exports.diary_sheet,
    ),
    SubjectExtract(name="legal.matters", title=panels.REPRESENTED, of=exports.for_subject, order=40),
    FileOwner(name=OWNER, may_read=panels.may_read),
    After(act="people.persons.merged", run=follow_merge),
    After(act="people.persons.parted", run=follow_parting),
    Before(act="people.census.undone", check=nothing_is_built),
    Before(act="casework.register.undone", check=nothing_is_built),
    NoticeWords(words=SAYS),
    *MEASURES,
    ACTS,
)  # fmt: skip
