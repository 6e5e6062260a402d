"""Lines for a committee's agenda: who could go, who is still inside although, who is under trial over three months."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from rihai.kit.actor import Actor
from rihai.kit.offers import AgendaFor, AgendaRow, AgendaSource
from rihai.screening.law.packs import law_on
from rihai.screening.models import Finding
from rihai.screening.queries.lists import INSIDE, Asked, chosen, told
from rihai.screening.shown.rows import Row, rows_of, title_of

THREE_MONTHS = "rule_395_visit"
Rows = tuple[Sequence[AgendaRow], int]
Chosen = Callable[[Actor, AgendaFor, date], QuerySet[Finding]]


def _could_go(actor: Actor, wanted: AgendaFor, on: date) -> QuerySet[Finding]:
    return chosen(Asked(place=wanted.place_id), actor=actor, today=on).filter(still_inside=False)


def _inside(actor: Actor, wanted: AgendaFor, on: date) -> QuerySet[Finding]:
    return chosen(Asked(tab=INSIDE, place=wanted.place_id), actor=actor, today=on)


def _three_months(actor: Actor, wanted: AgendaFor, on: date) -> QuerySet[Finding]:
    everything = Asked(tab="alerts", place=wanted.place_id)
    return chosen(everything, actor=actor, today=on).filter(provision=THREE_MONTHS)


def _rows(choose: Chosen) -> Callable[[Actor, AgendaFor, date], Rows]:
    """Each person once, by the finding that stands first; those longest there at the top of each provision."""

    def rows(actor: Actor, wanted: AgendaFor, on: date) -> Rows:
        found = choose(actor, wanted, on)
        first: dict[object, Finding] = {}
        for one in told(found.order_by("rank", "sort_on", "pk")[: wanted.most * 3]):
            first.setdefault(one.person_id, one)
        law, total = law_on(on), found.order_by().values("person").distinct().count()
        lines = rows_of(list(first.values())[: wanted.most], law, on)
        return [_line(one, title_of(one.finding, law)) for one in lines], total

    return rows


def _line(row: Row, title: str) -> AgendaRow:
    one = row.finding
    says = " ".join(text for text in (f"{title}:", row.why, row.word, row.lost) if text)
    return AgendaRow(
        key=f"{one.case_id}|{one.provision}", says=says, person_id=one.person_id, place_id=one.place_id,
        since=one.since_on, data_class=one.data_class, about={"case_id": one.case_id, "provision": one.provision},
    )  # fmt: skip


SOURCES = (
    AgendaSource(name="screening.could_go", title=_("Who could go"), rows=_rows(_could_go), order=10),
    AgendaSource(name="screening.inside", title=_("Still inside although…"), rows=_rows(_inside), order=20),
    AgendaSource(
        name="screening.three_months", title=_("Under trial over three months (Rule 395)"), rows=_rows(_three_months),
        order=30,
    ),
)  # fmt: skip
