"""What the page of a person and the page of a place show of the law."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.kit.actor import Actor
from rihai.kit.offers import LawNote, WorkRow
from rihai.people.models import Person
from rihai.places.kinds import HOLDING
from rihai.places.models import Inside, Place
from rihai.profile.disclosure import RULE, Figures, Key, control
from rihai.screening.law.packs import law_on
from rihai.screening.models import Screened
from rihai.screening.queries.figures import parts, within
from rihai.screening.queries.lists import INSIDE, TABS, Asked, chosen, people_by_tab, told
from rihai.screening.queries.sight import findings_for
from rihai.screening.queries.standing import standing_of_person
from rihai.screening.shown.notes import Notes, notes_on
from rihai.screening.shown.rows import Row, language, rows_of, title_of

NEW_DAYS = 7
ROWS = 8
ORDER = {"release": 0, "alert": 1, "help": 2, "bar": 3}


def of_person(actor: Actor, person_id: UUID, today: date) -> dict[str, Any] | None:
    """What the law says of a person, as far as the actor sees it; the rest is named as withheld."""
    law = law_on(today)
    standing = standing_of_person(person_id, actor=actor)
    if standing.screened is None and not standing.findings and not standing.withheld and not standing.is_stale:
        return None
    rows = rows_of(standing.findings, law, today)
    rows.sort(key=lambda row: (row.finding.outcome == "cannot_tell", ORDER[row.finding.kind], row.finding.rank))
    notes = notes_on((row.finding.provision for row in rows), law)
    met, open_ = (0, 0)
    if standing.screened and not standing.withheld:
        met, open_ = parts(standing.screened.met_from, standing.screened.open_from, today)
    withheld: dict[str, int] = {}
    for one in standing.withheld:
        withheld[one.veil] = withheld.get(one.veil, 0) + 1
    return {
        "rows": [(row, title_of(row.finding, law), _objections(notes, row)) for row in rows],
        "withheld": sorted(withheld.items()),
        "screened": standing.screened,
        "is_stale": standing.is_stale,
        "met": met,
        "open": open_,
    }


def _objections(notes: Notes, row: Row) -> tuple[LawNote, ...]:
    return tuple(note for note in notes.get(row.finding.provision, ()) if note.kind == "objection")


def of_place(actor: Actor, place_id: int, today: date) -> dict[str, Any] | None:
    """How many people of a place the law reaches: those the actor sees; for roles without names, controlled counts."""
    if not Place.objects.filter(pk=place_id, kind__in=HOLDING).exists():
        return None
    if not actor.may("people.see"):
        return _controlled(place_id, today)
    asked = Asked(place=place_id)
    counts = people_by_tab(asked, actor=actor, today=today)
    inside = chosen(asked.on_tab(INSIDE), actor=actor, today=today).aggregate(n=Count("person", distinct=True))["n"]
    if not any(counts.values()) and not inside:
        return None
    return {"place_id": place_id, "counts": [(tab, counts[tab]) for tab in TABS], "inside": inside}


def _controlled(place_id: int, today: date) -> dict[str, Any] | None:
    """Counts for roles that need no names: small ones are withheld, so that nobody can be recognised."""
    with as_house():
        held = Person.objects.filter(merged_into=None, held_at__isnull=False)
        everybody = held.filter(held_at__in=Inside.objects.filter(outer=place_id).values("inner_id")).count()
        told_ = within(Screened.objects.all(), place_id).aggregate(
            met=Count("pk", filter=Q(leaves="met")), arguable=Count("pk", filter=Q(leaves="arguable"))
        )
    if not everybody:
        return None
    figures, period, threshold = Figures(), today.isoformat(), RULE.threshold(everybody, is_sensitive=True)
    whole = figures.add(Key(period, "held"), everybody, threshold)
    parts_ = [figures.add(Key(period, name), told_[name], threshold) for name in ("met", "arguable")]
    figures.add_rest(whole, parts_)
    release = control(figures, base=RULE.base).release
    return {"controlled": [(key.series, release.printed(key)) for key in (whole, *parts_)]}


def newly_reached(actor: Actor, on: date) -> Sequence[WorkRow]:
    """People whom a provision of release that says *shall* has reached in the last days, newest first."""
    if not actor.may("people.keep"):
        return []
    law = law_on(on)
    since = on - timedelta(days=NEW_DAYS)
    found = findings_for(actor).filter(
        kind="release", outcome__in=("met", "arguable"), reached_on__gt=since, provision__in=sorted(law.opening)
    )
    findings = list(told(found).order_by("-reached_on", "pk")[:ROWS])
    return [
        _work_row(row, law.provisions[row.finding.provision].title.of(language())) for row in rows_of(findings, law, on)
    ]


def _work_row(row: Row, title: str) -> WorkRow:
    finding = row.finding
    return WorkRow(
        who=finding.person.full_name or _("Name not known"),
        url=reverse("screening:finding", args=[finding.pk]),
        why=f"{title}. {row.why}",
        where=finding.place.shown,
        status=finding.sign,
        word=row.word,
        act=_("Look"),
        person_id=finding.person_id,
    )
