"""What committees offer the house: pages, work, papers, letters, what becomes of their rows, and their words."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rihai.coordination import shown, work
from rihai.coordination.acts_in_words import ACTS
from rihai.coordination.decisions.agenda import SOURCES
from rihai.coordination.decisions.operations import OWNER
from rihai.coordination.decisions.queries import actions_for
from rihai.coordination.decisions.reminding import DUE, LATE, remind
from rihai.coordination.following import OFFERS as FOLLOWING
from rihai.coordination.papers.letters import LETTERS
from rihai.coordination.reach import MEMBER
from rihai.coordination.scope import READ
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.files import StoredFile
from rihai.kit.offers import (
    Export,
    FileOwner,
    Navigation,
    NoticeWords,
    Offer,
    PersonPanel,
    PlacePanel,
    SubjectExtract,
    Tick,
    Worklist,
)

GROUP = _("Committees")


def may_read_evidence(actor: Actor, stored: StoredFile) -> bool:
    """Whoever sees the action reads what shows that it is done, and what its owner gave."""
    return actions_for(actor).filter(Q(file=stored.pk) | Q(answers__file=stored.pk)).exists()


OFFERS: tuple[Offer, ...] = (
    *SOURCES,
    *FOLLOWING,
    *LETTERS,
    *shown.MEASURES,
    ACTS,
    Navigation(
        station="act", label=_("Committees"), url="coordination:bodies", capability=READ, order=84, group=GROUP,
        says=_("Who sits in which committee, when it meets, what is on its agenda and what it decided."),
    ),
    Navigation(
        station="act", label=_("Actions of committees"), url="coordination:actions", capability=READ, order=85,
        group=GROUP, says=_("What committees asked of whom, by when, and what is overdue."),
    ),
    Navigation(
        station="act", label=_("Papers for you as a member"), url="coordination:mine", capability=MEMBER, order=86,
        group=GROUP, says=_("The papers of your committees, and what was asked of you."),
    ),
    Worklist(name="coordination.meetings", title=_("Meetings of committees"), rows=work.meeting_rows, order=34),
    Worklist(name="coordination.actions", title=_("Actions of committees"), rows=work.action_rows, order=35),
    Worklist(name="coordination.papers", title=_("Papers of committees"), rows=work.paper_rows, order=36),
    PersonPanel(
        name="coordination", title=_("Committees"), template="coordination/person_panel.html",
        context=shown.on_person, order=66,
    ),
    PlacePanel(
        name="coordination", title=_("Committees"), template="coordination/place_panel.html", context=shown.on_place,
        order=66,
    ),
    SubjectExtract(name="coordination", title=_("Committees that spoke of you"), of=shown.extract, order=74),
    FileOwner(name=OWNER, may_read=may_read_evidence),
    Tick(name="coordination.actions", run=remind),
    NoticeWords(
        words={DUE: _("An action of a committee falls due"), LATE: _("An action of a committee is overdue")}
    ),
    Export(
        name="coordination.actions", title=_("Actions of committees"), capability="exports.make",
        data_class=DataClass.ORDINARY, count=shown.action_count, sheet=shown.action_sheet,
    ),
)  # fmt: skip
