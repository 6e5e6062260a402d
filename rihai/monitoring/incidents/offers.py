"""What incidents offer the house; of a sealed one nothing that goes beyond its team: no table, figure or extract."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.classes import DataClass
from rihai.kit.offers import (
    After,
    Before,
    Export,
    Navigation,
    NoticeWords,
    Offer,
    PersonPanel,
    PersonTimeline,
    PlacePanel,
    Retention,
    SubjectExtract,
    Tick,
    Worklist,
)
from rihai.monitoring.incidents import counted, panels
from rihai.monitoring.incidents.acts_in_words import ACTS
from rihai.monitoring.incidents.operations import following
from rihai.monitoring.incidents.operations.ringing import raise_run_out
from rihai.monitoring.incidents.operations.team import NOTICE, follow_leaving
from rihai.monitoring.incidents.queries.keeping import for_the_desk

OFFERS: tuple[Offer, ...] = (
    After(act="people.persons.merged", run=following.follow_merge),
    After(act="people.persons.parted", run=following.follow_parting),
    After(act="accounts.account.stopped", run=follow_leaving),
    Before(act="people.census.undone", check=following.nothing_is_built),
    Before(act="casework.register.undone", check=following.nothing_is_built),
    Navigation(
        station="act", label=_("Incidents"), url="monitoring:incidents", capability="monitoring.report", order=70,
        group=_("Prisons"),
        says=_("Incidents and allegations: what happened, what has to be done by when, and what was done."),
    ),
    Navigation(
        station="act", label=_("Who is qualified to examine"), url="monitoring:qualified",
        capability="monitoring.qualify", order=72, group=_("Prisons"),
        says=_("By the Istanbul and Minnesota Protocols; confirmed by another."),
    ),
    Worklist(name="monitoring.incidents", title=_("Incidents"), rows=panels.work, order=2),
    Worklist(name="monitoring.ran_out", title=_("Clocks that ran out"), rows=panels.above, order=4),
    PersonPanel(
        name="monitoring.incidents", title=_("Incidents"), template="monitoring/incidents/person_panel.html",
        context=panels.on_person, order=62,
    ),
    PlacePanel(
        name="monitoring.incidents", title=_("Incidents"), template="monitoring/incidents/place_panel.html",
        context=panels.on_place, order=44,
    ),
    PersonTimeline(name="monitoring.incidents", of=panels.timeline),
    SubjectExtract(name="monitoring.incidents", title=_("Incidents"), of=panels.extract, order=72),
    Export(
        name="monitoring.incidents", title=_("Incidents"), capability="exports.make", data_class=DataClass.ORDINARY,
        count=counted.rows_of, sheet=counted.sheet,
    ),
    Retention(
        name="monitoring.incidents", title=_("Incidents"), due=for_the_desk,
        keeps=_("Three years from the end, unless the team says why longer. What is sealed its own team looks at."),
    ),
    Tick(name="monitoring.clocks", run=raise_run_out),
    NoticeWords(words={NOTICE: _("An incident waits for you")}),
    *counted.MEASURES,
    ACTS,
)  # fmt: skip
