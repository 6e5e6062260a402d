"""The list of Rule 395, made for a prison from its own census, to be signed there: under trial over three months."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.conf import settings
from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from rihai.accounts.acting import asked_day
from rihai.accounts.models import Guarded
from rihai.kit.actor import Actor
from rihai.kit.exports import ExportSheet
from rihai.legal.papers.handed import help_is_free
from rihai.paper.table import Column, Value
from rihai.people.models import CriminalCase, Hearing
from rihai.people.shown import charges_text, held_text
from rihai.places.models import Inside, Place
from rihai.screening.models import Finding
from rihai.screening.queries.lists import told
from rihai.screening.queries.sight import findings_for

PROVISION = "rule_395_visit"


def rows_for(actor: Actor) -> QuerySet[Finding]:
    """The findings of the rule that the actor sees; nobody who is guarded stands on a list that leaves the house."""
    guarded = Guarded.objects.filter(ended_at=None).values("person_id")
    return findings_for(actor).filter(provision=PROVISION, outcome="met").exclude(person__in=guarded)


def prisons(actor: Actor) -> list[tuple[Place, int]]:
    """The prisons that have somebody on the list, and how many people, most first."""
    counted = dict(rows_for(actor).order_by().values_list("place").annotate(n=Count("person", distinct=True)))
    places = Place.objects.in_bulk(list(counted))
    return sorted(((places[key], n) for key, n in counted.items()), key=lambda one: (-one[1], one[0].name))


def count(actor: Actor, filters: Mapping[str, str]) -> int:
    """How many cases of a prison."""
    return _of_prison(actor, filters).count()


def sheet(actor: Actor, filters: Mapping[str, str], _language: str) -> ExportSheet:
    """The list of one prison, longest held first, with the lines where the Superintendent signs."""
    found = list(told(_of_prison(actor, filters)).order_by("since_on", "person__full_name", "pk"))
    today = asked_day()
    cases, hearings = _cases(found), _hearings(found)
    rows: list[tuple[Value, ...]] = []
    for at, one in enumerate(found, 1):
        case = cases.get((one.person_id, one.case_id))
        last, coming = hearings.get(case.pk if case else None, (None, None))
        rows.append((at, *_who(one), *_case(one, case), *_held(one, today), last, coming, ""))
    place = found[0].place.shown if found else ""
    return ExportSheet(title=_("List under Rule 395: %(prison)s") % {"prison": place}, columns=_columns(), rows=rows,
                       note=f"{_foot(today)} {help_is_free()}")  # fmt: skip


def _of_prison(actor: Actor, filters: Mapping[str, str]) -> QuerySet[Finding]:
    at = filters.get("at", "")
    if not (at.isascii() and at.isdigit() and len(at) < 10):
        return Finding.objects.none()
    return rows_for(actor).filter(place__in=Inside.objects.filter(outer=int(at)).values("inner_id"))


def _columns() -> tuple[Column, ...]:
    texts = (
        (_("Name"), 22), (_("Father’s or husband’s name"), 20), (_("FIR or case"), 16), (_("Police station"), 16),
        (_("Sections"), 18), (_("Court"), 20),
    )  # fmt: skip
    return (
        Column(_("No."), "number", 5), *(Column(title, "text", width) for title, width in texts),
        Column(_("Admitted on"), "date", 12), Column(_("In prison for"), "text", 16),
        Column(_("Last in court"), "date", 12), Column(_("Next in court"), "date", 12),
        Column(_("Remarks"), "text", 16),
    )  # fmt: skip


def _who(one: Finding) -> tuple[Value, ...]:
    return one.person.full_name, one.person.father_or_husband_name


def _case(one: Finding, case: CriminalCase | None) -> tuple[Value, ...]:
    charges = [
        {"act": row.act, "section": row.section, "sub_limb": row.sub_limb, "section_text": row.section_text}
        for row in one.person.charges.all()
        if case is None or row.criminal_case_id == case.pk
    ]
    number = (case.fir_number if case else "") or one.case_id
    return number, case.police_station if case else "", charges_text(charges), one.court


def _held(one: Finding, today: date) -> tuple[Value, ...]:
    return one.person.held_since, held_text(one.person.held_since, today)


def _cases(found: list[Finding]) -> dict[tuple[object, str], CriminalCase]:
    people = {one.person_id for one in found}
    return {(one.person_id, one.case_id): one for one in CriminalCase.objects.filter(person__in=people)}


def _hearings(found: list[Finding]) -> dict[object, tuple[date | None, date | None]]:
    """By case: the last day in court, and the next."""
    days: dict[object, tuple[date | None, date | None]] = {}
    for one in Hearing.objects.filter(person__in={row.person_id for row in found}).order_by("listed_on"):
        last, coming = days.get(one.criminal_case_id, (None, None))
        days[one.criminal_case_id] = (last, one.listed_on) if one.is_next else (one.listed_on, coming)
    return days


def _foot(today: date) -> str:
    says = _(
        "Made by %(office)s on %(day)s from the prison’s own list, for the Superintendent to check and sign. The rule"
        " leaves out cases committed to the Court of Session. Checked: ____________  Superintendent: ____________"
        "  Day: ____________"
    )
    return says % {"office": settings.OFFICE, "day": today.isoformat()}
