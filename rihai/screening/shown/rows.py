"""A finding in one line: who, where, why with its arithmetic, since when or from which day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from rihai.kit.offers import LawNote, RowSaid
from rihai.kit.templatetags.kit import day
from rihai.law.arithmetic import reckoning, spans_of
from rihai.law.engine import Finding as Answer
from rihai.law.labels import label
from rihai.law.lay import Row as LaidOut
from rihai.law.provision import Condition, Provision, Version
from rihai.people.shown.rows import row_of
from rihai.screening.law.packs import Law
from rihai.screening.models import Finding
from rihai.screening.queries.lists import clock_of
from rihai.screening.shown.bars import Bar, Held, bars_of, held_in
from rihai.screening.shown.notes import notes_on
from rihai.screening.shown.records import records_behind


@dataclass(frozen=True, slots=True)
class Doubted:
    """That a refusal put a fact of a line in doubt, in one sentence, and where the refusal stands."""

    says: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a list; texts are in the reader's language. `title` and `objections` where no heading says them."""

    finding: Finding
    who: str
    why: str
    note: str
    word: str
    lost: str = ""
    work: tuple[RowSaid, ...] = ()
    doubts: tuple[Doubted, ...] = ()
    held: Held | None = None
    bar: Bar | None = None
    title: str = ""
    objections: tuple[LawNote, ...] = ()


def language() -> str:
    """The reader's language, as the law knows it."""
    return (get_language() or "en")[:2]


@dataclass(frozen=True, slots=True)
class Inside:
    """A line of somebody still inside: the title of the provision, for how long, and objections to the provision."""

    row: Row
    title: str
    word: str
    objections: tuple[LawNote, ...]


@dataclass(frozen=True, slots=True)
class Clock:
    """The lines of those who are still inside longer than a clock allows."""

    key: str
    title: str
    count: int
    rows: tuple[Inside, ...]


def clocks_of(rows: Sequence[Row], counts: Any, law: Law, today: date) -> list[Clock]:
    """The lines of a page under the clocks that have run out, each with the title of its provision."""
    titles: dict[int | None, str] = {
        30: _("Over thirty days"), 7: _("Over seven days"), 1: _("Over a day"), 0: _("Within a day"),
        None: _("Since when is not known"),
    }  # fmt: skip
    notes = notes_on((row.finding.provision for row in rows), law)
    found: dict[int | None, list[Inside]] = {}
    for row in rows:
        said = notes.get(row.finding.provision, ())
        objections = tuple(note for note in said if note.kind == "objection")
        line = Inside(row, title_of(row.finding, law), inside_word(row.finding, today), objections)
        found.setdefault(clock_of(row.finding.since_on, today), []).append(line)
    return [Clock(f"clock-{key}", titles[key], counts.get(key, len(one)), tuple(one)) for key, one in found.items()]


def title_of(finding: Finding, law: Law) -> str:
    """The title of the finding's provision; its id where no pack has it any more."""
    one = law.provisions.get(finding.provision)
    return one.title.of(language()) if one else finding.provision


def inside_word(finding: Finding, today: date) -> str:
    """Still inside, 9 days."""
    if finding.since_on is None:
        return _("Still inside")
    days = max(0, (today - finding.since_on).days)
    return ngettext("Still inside, %(n)s day", "Still inside, %(n)s days", days) % {"n": days}


def cite_text(one: Provision) -> str:
    """The Act and section."""
    return f"{one.cite.act}, {one.cite.section}"


def operative(one: Provision) -> str:
    """The operative word of a provision, in the reader's language; empty where the law only asks somebody to look."""
    words = {"shall": _("shall"), "may": _("may")}
    return words.get(one.effect.word, "")


def rows_of(findings: Iterable[Finding], law: Law, today: date) -> list[Row]:
    """The lines of findings that the reader sees; their people and places have been fetched along."""
    found = list(findings)
    records = records_behind(found)
    rows = [_row(one, records[one.pk], law, today) for one in found]
    bars = bars_of([row.held for row in rows], language())
    return [replace(row, bar=bar) for row, bar in zip(rows, bars, strict=True)]


def _row(finding: Finding, record: dict[str, Any], law: Law, today: date) -> Row:
    person = row_of(finding.person, today)
    why, held = _reason(finding, record, law)
    notes = [person.why, _("held %(time)s") % {"time": person.held} if person.held else ""]
    if "held_in_other_case" in finding.notes:
        notes.append(_("another case also holds"))
    return Row(
        finding=finding,
        who=person.who,
        why=why,
        note=" · ".join(text for text in notes if text),
        word=word_of(finding),
        lost=lost_text(finding, law, today),
        held=held,
    )


def word_of(finding: Finding) -> str:
    """What the badge says: the outcome with its day, or with what is missing."""
    if finding.outcome == "not_yet":
        return _("Coming %(day)s") % {"day": day(finding.due_on)}
    if finding.outcome == "cannot_tell":
        names = [label(fact, language()) for fact in finding.missing]
        more = len(names) - 1
        said = _("Cannot tell: %(fact)s") % {"fact": names[0]} if names else _("Cannot tell")
        return said + (" " + ngettext("and %(n)s more", "and %(n)s more", more) % {"n": more} if more > 0 else "")
    if finding.since_on is None:
        return str(finding.get_outcome_display())
    says = _("Met since %(day)s") if finding.outcome == "met" else _("Arguable since %(day)s")
    return says % {"day": day(finding.since_on)}


def lost_text(finding: Finding, law: Law, today: date) -> str:
    """For how many days what the law says shall be done has not been done."""
    if finding.provision not in law.opening or finding.outcome not in {"met", "arguable"} or not finding.since_on:
        return ""
    days = max(0, (today - finding.since_on).days)
    return ngettext("%(n)s day lost", "%(n)s days lost", days) % {"n": days} if days else ""


def reason_of(finding: Finding, record: dict[str, Any], law: Law) -> str:
    """Why: of the conditions that carry the answer, the one that is reckoned, with its sum; else the first of them."""
    return _reason(finding, record, law)[0]


def _reason(finding: Finding, record: dict[str, Any], law: Law) -> tuple[str, Held | None]:
    """The reason in words, and the time held that decides, where one does."""
    asked = law.asked(finding.provision)
    if asked is None:
        return "", None
    pack, ready = asked
    case: dict[str, Any] = next((one for one in record.get("cases") or () if one.get("case_id") == finding.case_id), {})
    row = pack.rows.build(record, case, pack.day)
    answer = ready.find(row, pack.day, finding.case_id or None)
    conditions = [answer.version.conditions[name] for name in _carrying(answer.version, answer)]
    spans = [span for one in conditions for span in spans_of(one.node, row)]
    return _words_of(conditions, row, pack.day), held_in(spans, pack.day)


def _words_of(conditions: Sequence[Condition], row: LaidOut, on: int) -> str:
    said, first = language(), ""
    for condition in conditions:
        amount, total = reckoning(condition.node, row, on, said)
        says = capfirst(condition.says.of(said).replace("{amount}", amount))
        if total:
            return f"{says}{'۔' if said == 'ur' else '.'} {total}"
        first = first or says
    return first


def _carrying(version: Version, answer: Answer) -> list[str]:
    """The conditions that carry an answer, in order: of the way that holds, those that hold; else those still open."""
    state = {one.id: "open" if one.court and one.outcome == "cannot_tell" else one.outcome for one in answer.conditions}
    wanted = {"met": {"met"}, "arguable": {"met", "open"}}.get(answer.outcome)
    if wanted is None:
        sought = "not_met" if answer.outcome == "not_yet" else "cannot_tell"
        names = [name for way in version.ways for name in way if state[name] == sought]
        return names or [name for way in version.ways for name in way]
    way = next((way for way in version.ways if all(state[name] in wanted for name in way)), version.ways[0])
    return [name for name in way if state[name] == "met"] or list(way)
