"""What this part of the room offers the house."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils.translation import gettext_lazy as _

from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.offers import (
    After,
    AtStake,
    Before,
    Export,
    FactDoubts,
    Measure,
    Navigation,
    NoticeWords,
    Offer,
    PersonPanel,
    PersonTimeline,
    RowActs,
    RowKey,
    RowSaid,
    SubjectExtract,
    Tick,
    Worklist,
)
from rihai.legal.response import exports, following, measures, panels, told
from rihai.legal.response.acts_in_words import ACTS
from rihai.legal.response.agenda import SOURCES
from rihai.legal.response.operations.handing import NOTICE
from rihai.legal.response.queries.sight import RESPOND, SUPERVISE
from rihai.legal.response.shown import doubts
from rihai.legal.response.shown.rows import of_rows
from rihai.legal.response.views.together import BULK


def _nothing(_actor: Actor, _keys: Sequence[RowKey], _on: date) -> Mapping[RowKey, RowSaid]:
    """Those who supervise say nothing of their own on a line; they only have an act more."""
    return {}


_FOLLOWS: tuple[Offer, ...] = (
    *(After(act=act, run=following.follow_end) for act in following.ENDS),
    *(After(act=act, run=following.follow_facts) for act in following.FACTS),
    After(act="people.end.taken_back", run=following.follow_end_taken_back),
    After(act="legal.petition.filed", run=following.follow_petition),
    *(After(act=f"legal.bail.{act}", run=following.follow_bail) for act in ("recorded", "changed")),
    After(act="legal.slip.answered", run=told.follow_slip),
    After(act="legal.slip.put_off", run=told.follow_slip_put_off),
    After(act="people.persons.merged", run=following.follow_merge),
    After(act="people.persons.parted", run=following.follow_part),
    Before(act="people.census.undone", check=following.nothing_is_built),
    Before(act="casework.register.undone", check=following.nothing_is_built),
    Tick(name="legal.response", run=following.tick),
)
_PAGES: tuple[Offer, ...] = (
    Navigation(
        station="act", label=_("My lines"), url="legal:mine", capability=RESPOND, order=10, group=_("Lines"),
        says=_("People you have taken: what stands, what is next and by when."),
    ),
    Navigation(
        station="act", label=_("What the clocks ask for"), url="legal:inside", capability=RESPOND, order=12,
        group=_("Lines"),
        says=_("Still inside although bail was granted or a sentence is over: after a day, a week, a month."),
    ),
    Navigation(
        station="act", label=_("Untouched lines"), url="legal:untouched", capability=SUPERVISE, order=14,
        group=_("Lines"),
        says=_("Whom the law reached and nobody answered; who has how much."),
    ),
    Navigation(
        station="show", label=_("Days lost, by cause"), url="legal:lost", capability="people.list", order=20,
        says=_("What keeps people inside after the law said shall, by prison and court."),
    ),
    Navigation(
        station="show", label=_("What stands in the way"), url="legal:obstacles", capability=RESPOND, order=22,
        says=_("Obstacles of law and of practice, counted from refusals."),
    ),
)  # fmt: skip
_WORK: tuple[Offer, ...] = (
    Worklist(
        name="legal.offered", title=_("Offered to you"), rows=panels.offered_rows, order=8, at_stake=AtStake.LIBERTY,
    ),
    Worklist(name="legal.tell", title=_("To be told face to face"), rows=panels.tellings, order=10),
    Worklist(
        name="legal.clocks", title=_("Still inside: what the clocks ask for"), rows=panels.clock_rows,
        order=12, at_stake=AtStake.LIBERTY,
    ),
    Worklist(name="legal.mine", title=_("My lines"), rows=panels.due_rows, order=14, at_stake=AtStake.LIBERTY),
    Worklist(
        name="legal.untouched", title=_("Untouched lines"), rows=panels.untouched_rows,
        order=30, at_stake=AtStake.LIBERTY,
    ),
    RowActs(
        name="legal.response", of_rows=of_rows, order=10,
    ),
    FactDoubts(name="legal.response", of_rows=doubts.of_rows, counted=doubts.counted),
    RowActs(
        name="legal.respond", of_rows=_nothing, capability=RESPOND, order=11,
        bulk=((BULK["take"], "legal:take-all"), (BULK["refer"], "legal:refer-all"),
              (BULK["park"], "legal:park-all"), (BULK["hand_over"], "legal:hand-all")),
    ),
    RowActs(
        name="legal.supervise", of_rows=_nothing, capability=SUPERVISE, order=12,
        bulk=((BULK["assign"], "legal:assign-all"),),
    ),
    PersonPanel(
        name="legal.response", title=_("Who works on it"), template="legal/response/person_panel.html",
        context=panels.of_person, order=14,
    ),
    PersonTimeline(name="legal.response", of=panels.timeline),
    SubjectExtract(name="legal.response", title=_("What was done for you"), of=panels.extract, order=40),
    Export(
        name="legal.mine", title=_("My lines"), capability="exports.make", data_class=DataClass.LEGAL,
        count=exports.count_of, sheet=exports.sheet_of,
    ),
)  # fmt: skip
_MEASURES: tuple[Offer, ...] = (
    Measure(
        code="legal.steps", title=_("Steps on lines"), unit="acts", counted=measures.steps_between,
        by=("act", "provision", "case_id"),
        definition=_("Each thing done on a line of the lists, on the day on which it was done."),
        includes=_("Taking, referring, filing, refusals, grants, releases."), excludes=_("Notes outside lines."),
    ),
    Measure(
        code="legal.obstacles", title=_("Obstacles met"), unit="acts", counted=measures.obstacles_between,
        by=("reason", "provision"),
        definition=_("Refusals for a reason that is an obstacle of law or of practice."),
        includes=_("Refusals by courts, prisons, prosecutors, departments."),
        excludes=_("What the person refuses; facts not known; open questions of law."),
    ),
)  # fmt: skip
_NOTICES = NoticeWords(words={NOTICE: _("A colleague offers you a line, gave you one, or answered your offer.")})
OFFERS: tuple[Offer, ...] = (*_FOLLOWS, *SOURCES, *_PAGES, *_WORK, *_MEASURES, _NOTICES, ACTS)
