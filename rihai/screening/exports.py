"""The lists as tables that leave the house: within need-to-know, without guarded people, without health findings.

Who is guarded stands on no paper without a named decision. What rests on health facts stays on the screen of whoever
has that class.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from rihai.accounts.acting import asked_day
from rihai.accounts.models import Guarded
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.exports import ExportSheet
from rihai.law.labels import label
from rihai.paper.table import Column, Value
from rihai.people.models import Person
from rihai.people.typed import BY_HAND
from rihai.profile.flags import FLAGS
from rihai.screening.law.packs import Law, law_on
from rihai.screening.models import AtRisk, Finding, Gap
from rihai.screening.queries.figures import gaps_at, within
from rihai.screening.queries.lists import ALERTS, EFFECTS, INSIDE, LOST, TABS, Asked, chosen, order_of, told
from rihai.screening.queries.sight import risks_for
from rihai.screening.shown.losses import LOST_BY, LostLine, lost_lines
from rihai.screening.shown.notes import Notes, is_reviewed, notes_on
from rihai.screening.shown.risks import because
from rihai.screening.shown.rows import Row, language, rows_of

CHUNK = 500
FIXED = 5
"""Columns of the sheet for a prison before the facts that are asked."""
Filters = Mapping[str, str]


def count_of(tab: str, actor: Actor, filters: Filters) -> int:
    """How many rows a list has."""
    return _findings(tab, actor, filters).count()


def sheet_of(tab: str, title: str, actor: Actor, filters: Filters) -> ExportSheet:
    """A list with its reasons, one row a finding."""
    today = asked_day()
    law = law_on(today)
    findings = list(told(_findings(tab, actor, filters).order_by(*order_of(_asked(tab, filters)))))
    notes = notes_on((one.provision for one in findings), law)
    rows = [_line(row, law, notes) for row in _rows(findings, law, today)]
    note = _("These are matters to put before a court or an officer. No lawyer has reviewed most of these provisions.")
    return ExportSheet(title=title, columns=_columns(), rows=rows, note=note)


def _rows(findings: Sequence[Finding], law: Law, today: date) -> Iterator[Row]:
    for start in range(0, len(findings), CHUNK):
        yield from rows_of(findings[start : start + CHUNK], law, today)


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Name"), "text", 26),
        Column(_("Father’s or husband’s name"), "text", 24),
        Column(_("Place"), "text", 26),
        Column(_("Case"), "text", 18),
        Column(_("Court"), "text", 22),
        Column(_("Provision"), "text", 34),
        Column(_("Act and section"), "text", 26),
        Column(_("What the law says"), "text", 14),
        Column(_("Outcome"), "text", 18),
        Column(_("Since"), "date"),
        Column(_("From"), "date"),
        Column(_("Why"), "text", 60),
        Column(_("Missing"), "text", 34),
        Column(_("What lawyers say of the provision"), "text", 34),
    )


def _line(row: Row, law: Law, notes: Notes) -> tuple[Value, ...]:
    one, person = row.finding, row.finding.person
    provision, said = law.provisions.get(row.finding.provision), language()
    words = {"shall": _("shall"), "may": _("may")}
    return (
        person.full_name, person.father_or_husband_name, one.place.shown, one.case_id, one.court,
        provision.title.of(said) if provision else one.provision,
        f"{provision.cite.act}, {provision.cite.section}" if provision else "",
        words.get(provision.effect.word, "") if provision else "",
        str(one.get_outcome_display()), one.since_on, one.due_on, row.why,
        ", ".join(label(fact, said) for fact in one.missing), _lawyers(one.provision, law, notes),
    )  # fmt: skip


def _lawyers(provision: str, law: Law, notes: Notes) -> str:
    told = notes.get(provision, ())
    if told:
        return "; ".join(str(note.says) for note in told)
    return _("reviewed by a lawyer") if is_reviewed(provision, law, told) else _("no lawyer has reviewed it yet")


def _findings(tab: str, actor: Actor, filters: Filters) -> QuerySet[Finding]:
    """The rows that the address asks for."""
    found = chosen(_asked(tab, filters), actor=actor, today=asked_day())
    return found.exclude(data_class=DataClass.HEALTH).exclude(person__in=_guarded())


def _asked(tab: str, filters: Filters) -> Asked:
    """The list that the address asks for; what it says wrongly narrows nothing."""
    today = asked_day()
    by, kind = filters.get("by", tab), filters.get("kind", "")
    is_who = tab not in {INSIDE, ALERTS}
    lost, effect = filters.get("lost", ""), filters.get("effect", "")
    return Asked(
        tab=tab if not is_who else by if by in TABS else "today",
        kind=kind if kind in {"release", "help"} else "release",
        place=_number(filters.get("place", "")),
        rank=law_on(today).ranks.get(filters.get("provision", "")),
        court=court if (court := filters.get("court", "")).isprintable() else "",
        sex=filters.get("sex", "") if filters.get("sex", "") in dict(Person._meta.get_field("sex").flatchoices) else "",
        effect=effect if is_who and effect in EFFECTS else "",
        lost=int(lost) if is_who and by == "today" and lost in map(str, LOST) else 0,
        group=filters.get("group", ""),
    )


def _guarded() -> QuerySet[Guarded, object]:
    return Guarded.objects.filter(ended_at=None).values("person_id")


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def risk_count(actor: Actor, filters: Filters) -> int:
    """How many people of a group."""
    return _risks(actor, filters).count()


def risk_sheet(actor: Actor, filters: Filters, _language: str) -> ExportSheet:
    """The people of a group with the reason."""
    rows = list(_risks(actor, filters).select_related("person", "place").order_by("pk"))
    lines = because(rows, asked_day())
    return ExportSheet(
        title=_("At risk"),
        columns=(
            Column(_("Name"), "text", 26), Column(_("Place"), "text", 26), Column(_("Why"), "text", 60),
            Column(_("Since"), "date"),
        ),
        rows=[(one.risk.person.full_name, one.risk.place.shown, one.why, one.risk.since_on) for one in lines],
        note=_("Nobody who is guarded and no group that rests on health facts stands here."),
    )  # fmt: skip


def _risks(actor: Actor, filters: Filters) -> QuerySet[AtRisk]:
    code = filters.get("group", "")
    found = within(risks_for(actor), _number(filters.get("at", "")))
    found = found.filter(code=code if code in FLAGS else next(iter(FLAGS)))
    return found.exclude(data_class=DataClass.HEALTH).exclude(person__in=_guarded())


def lost_count(actor: Actor, filters: Filters) -> int:
    """How many lines the table of days lost has."""
    return len(_lost(actor, filters))


def lost_sheet(actor: Actor, filters: Filters, _language: str) -> ExportSheet:
    """Days lost by prison, cause or court, in two parts."""
    names = {"place": _("Prison"), "provision": _("Provision"), "court": _("Court")}
    return ExportSheet(
        title=_("Days lost"),
        columns=(
            Column(names[_by(filters)], "text", 34), Column(_("People, met"), "number"),
            Column(_("Days lost, met"), "number"), Column(_("People, arguable"), "number"),
            Column(_("Days lost, arguable"), "number"),
        ),
        rows=[
            (row.name, row.lost.met_people, row.lost.met_days, row.lost.open_people, row.lost.open_days)
            for row in _lost(actor, filters)
        ],
        note=_("Met and arguable are never added up. For colleagues who see these people; not for publication."),
    )  # fmt: skip


def _by(filters: Filters) -> str:
    return by if (by := filters.get("by", "")) in LOST_BY else "place"


def _lost(actor: Actor, filters: Filters) -> list[LostLine]:
    today = asked_day()
    return lost_lines(_by(filters), today, actor=actor, place=_number(filters.get("at", "")))


def ask_count(actor: Actor, filters: Filters) -> int:
    """How many people of a prison are asked about."""
    return _gaps(actor, filters).values("person", "case_id").distinct().count()


def ask_sheet(actor: Actor, filters: Filters, _language: str) -> ExportSheet:
    """The sheet for a prison: a line for each case, a column for each missing fact; only what is missing is blank."""
    gaps = list(_gaps(actor, filters))
    facts = sorted({one.fact for one in gaps}, key=lambda fact: (-sum(one.fact == fact for one in gaps), fact))
    lines: dict[tuple[str, str], list[Value]] = {}
    for one in gaps:
        key = (str(one.person_id), one.case_id)
        line = lines.setdefault(key, [*_who(one), *("—" for _fact in facts)])
        line[FIXED + facts.index(one.fact)] = ""
    return ExportSheet(
        title=_("Ask the prison"),
        columns=[
            Column(_("Reference, leave as it is"), "text", 46), Column(_("Name"), "text", 26),
            Column(_("Father’s or husband’s name"), "text", 24), Column(_("Case"), "text", 18),
            Column(_("Place"), "text", 24), *(Column(label(fact, language()), "text", 22) for fact in facts),
        ],
        rows=list(lines.values()),
        note=_("Please fill in the blank cells alone; — means that nothing is asked. Days as day/month/year."),
    )  # fmt: skip


def _who(gap: Gap) -> tuple[Value, ...]:
    person = gap.person
    return str(person.pk), person.full_name, person.father_or_husband_name, gap.case_id, gap.place.shown


def _gaps(actor: Actor, filters: Filters) -> QuerySet[Gap]:
    """What a prison is asked, and can answer in one cell; nothing that rests on legal facts, nobody who is guarded."""
    place = _number(filters.get("at", ""))
    if place is None:
        return Gap.objects.none()
    found = gaps_at(place, actor=actor).filter(data_class=DataClass.PERSONAL, fact__in=sorted(BY_HAND))
    found = found.select_related("person", "place")
    return found.exclude(person__in=_guarded())
