"""Lines for a committee's agenda: who was referred to a committee, and whose line was refused and is not over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rihai.kit.actor import Actor
from rihai.kit.offers import AgendaFor, AgendaRow, AgendaSource
from rihai.legal.response.models import Receiver, Response, State
from rihai.legal.response.queries.sight import is_of_team, responses_for
from rihai.legal.response.shown.said import stands, word_of
from rihai.places.models import Inside
from rihai.screening.law.packs import law_on
from rihai.screening.shown.rows import language

Rows = tuple[Sequence[AgendaRow], int]
REFERRED = Q(state=State.REFERRED, receiver=Receiver.COMMITTEE)
REFUSED = Q(state=State.REFUSED)


def _rows(which: Q) -> Callable[[Actor, AgendaFor, date], Rows]:
    def rows(actor: Actor, wanted: AgendaFor, on: date) -> Rows:
        inner = Inside.objects.filter(outer=wanted.place_id).values("inner_id")
        found = responses_for(actor).filter(which, person__held_at__in=inner, twin=0).select_related("person")
        first: dict[object, Response] = {}
        for one in found.order_by("touched_at", "pk")[: wanted.most * 3]:
            first.setdefault(one.person_id, one)
        provisions, total = law_on(on).provisions, found.order_by().values("person").distinct().count()
        team = is_of_team(actor)

        def line(one: Response) -> AgendaRow:
            law = provisions.get(one.provision)
            title = law.title.of(language()) if law else ""
            why = stands(one) if team and one.state == State.REFUSED else ""
            return AgendaRow(
                key=f"{one.case_id}|{one.provision}", person_id=one.person_id, place_id=one.person.held_at_id,
                says=" ".join(text for text in (f"{title}:" if title else "", word_of(one), why) if text),
                since=one.refused_on, data_class=one.data_class,
                about={"case_id": one.case_id, "provision": one.provision},
            )  # fmt: skip

        return [line(one) for one in list(first.values())[: wanted.most]], total

    return rows


SOURCES = (
    AgendaSource(name="legal.referred", title=_("Referred to a committee"), rows=_rows(REFERRED), order=40),
    AgendaSource(name="legal.refused", title=_("Refused"), rows=_rows(REFUSED), order=50),
)
