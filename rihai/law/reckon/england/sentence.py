"""What a record says of one standard determinate sentence of England and Wales, and what it leaves open.

Only what the pack reckons is in scope: one sentence, standard determinate, not released at two thirds, no recall.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from typing import Any, NamedTuple

from rihai.days import ALWAYS, NEVER, UNKNOWN, Span, Term, add, read_term
from rihai.days.calendar import date_of as calendar_date
from rihai.law.reckon.custody import days_before
from rihai.law.reckon.known import Day, Range, Record, date_of, first_known

_FACTS = {
    "remand": "remand_credit_days",
    "tagged": "tagged_bail_credit_days",
    "exclusions": "early_release_exclusions",
    "young": "section_250",
    "barred": "hdc_statutory_exclusion",
}
_EXCLUSIONS = tuple(
    frozenset(codes)
    for codes in (
        (), ("sexual",), ("added_december_2024",), ("sentencing_act_2026_schedule",),
        ("sexual", "sentencing_act_2026_schedule"),
    )
)  # fmt: skip
"""One set of grounds for each way in which they can change the fraction."""


class Sentence(NamedTuple):
    """One sentence with everything known. Days are numbers; `law` is the day whose law is asked.

    `remand` and `tagged` are days that count as served, `young` a sentence under section 250, `barred` shut out of
    home detention curfew by statute.
    """

    day: int
    term: Term
    law: int
    remand: int
    tagged: int
    exclusions: frozenset[str]
    young: bool
    barred: bool

    @property
    def ends(self) -> int:
        """The last day of the sentence before any credit (ESED)."""
        return last_day(self.day, self.term)

    @property
    def days(self) -> int:
        """How many days the sentence has, first and last included."""
        return self.ends - self.day + 1

    @property
    def credits(self) -> int:
        """The days that count as served (CJA 2003 ss.240ZA, 240A)."""
        return self.remand + self.tagged


def last_day(day: int, term: Term) -> int:
    """The last day of a term that begins on `day`: months first, then days, less one.

    Where the day of the month does not exist, the last day of that month is the last day of the term: one month from
    31 August ends on 30 September (Ministry of Justice, calculate-release-dates-api, Crown copyright, MIT).
    """
    reached = add(day, term.months)
    lacking = calendar_date(reached).day < calendar_date(day).day
    return reached + term.days - (0 if lacking else 1)


class Possible(NamedTuple):
    """Every sentence that the record allows; `open` names the parts that are not known, `ask` what hides the rest."""

    sentences: tuple[Sentence, ...]
    open: tuple[str, ...] = ()
    ask: str = ""


def possible(case: Record, on: int, *, any_release: bool) -> Possible:
    """The sentences a case may hold; none where it is out of scope, or where its kind, day or term is not known.

    With `any_release` it does not matter whether the person was recalled or is released at two thirds: the sentence
    ends on the same day.
    """
    day, term, ask = _written(case)
    asks = [ask] if ask else []
    if case.get("sentence_type") is None:
        asks.append("sentence_type")
    if not any_release:
        asks += [fact for fact in ("recalled", "sds_plus") if case.get(fact) is None]
    if _out_of_scope(case):
        return Possible((), ask="sentence_type")
    if asks or term is None:
        return Possible((), ask=",".join(asks))
    law, ends = max(on, day), last_day(day, term)
    parts = dict(_parts(case, most=ends - day + 1))
    made = tuple(
        Sentence(day, term, law, **dict(zip(parts, values, strict=True))) for values in product(*parts.values())
    )
    return Possible(made, tuple(name for name, values in parts.items() if len(values) > 1))


def _out_of_scope(case: Record) -> bool:
    sentences = case.get("sentences")
    return (
        case.get("sentence_type") not in {None, "sds"}
        or case.get("recalled") is True
        or case.get("sds_plus") is True
        or (sentences is not None and len(sentences) != 1)
        or any(one.get("kind") not in {None, "term"} for one in sentences or ())
    )


def _written(case: Record) -> tuple[int, Term | None, str]:
    """The day the sentence was imposed and its term, or what to ask for."""
    sentences = case.get("sentences")
    if not sentences:
        return 0, None, "sentences"
    day = first_known(date_of(sentences[0], "imposed_on"), date_of(sentences[0], "starts_on"))
    term = read_term(sentences[0].get("term"))
    if term is None or term == Term(0, 0):
        return 0, None, "sentences.term"
    return (day.earliest, term, "") if day.exact else (0, None, "sentences.imposed_on")


def _parts(case: Record, most: int) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """For each other part of a sentence the values it may have."""
    yield "remand", _days(remand_days(case), most)
    yield "tagged", _days(_range(case.get("tagged_bail_credit_days")), most)
    written = case.get("early_release_exclusions")
    yield "exclusions", _EXCLUSIONS if written is None else (frozenset(written),)
    for part in ("young", "barred"):
        value = case.get(_FACTS[part])
        yield part, (False, True) if value is None else (value,)


def _days(known: Range, most: int) -> tuple[int, ...]:
    low, high = max(0, int(known.low)), int(min(most, known.high))
    return (low,) if known.low == known.high else (low, max(low, high))


def _range(value: Any) -> Range:
    if isinstance(value, dict):
        return Range(value["min"], value["max"])
    return Range(0) if value is None else Range(value, value)


def remand_days(case: Record) -> Range:
    """Days on remand that count as served: as given, else the days in custody in this case before the sentence.

    Days on which another matter held the person too do not count (CJA 2003 s.240ZA(4)): unless none is known to hold,
    anything from no day to all of them.
    """
    ask = _FACTS["remand"]
    if case.get(ask) is not None:
        return _range(case[ask])._replace(ask=ask)
    day, term, _ = _written(case)
    before = days_before(case, Span(day, day)) if term is not None and case.get("custody") is not None else None
    if before is None or before.latest >= NEVER or before.earliest <= ALWAYS:
        return Range(0, ask=ask)
    sure = before.earliest if case.get("held_in_other_case") is False else 0
    return Range(sure, before.latest, "" if sure == before.latest else ask)


def reckon(case: Record, on: int, rule: Callable[[Sentence], int], *, any_release: bool = False) -> Day:
    """The day a rule gives: exact where every sentence that the record allows gives the same."""
    found = possible(case, on, any_release=any_release)
    if not found.sentences:
        return Day(UNKNOWN, found.ask)
    days = {sentence: rule(sentence) for sentence in found.sentences}
    span = Span(min(days.values()), max(days.values()))
    matters = [name for name in found.open if _matters(days, name)]
    if "remand" in matters or "tagged" in matters:
        return Day(Span(found.sentences[0].day, NEVER), _named(matters))
    return Day(span, _named(matters))


def _named(parts: list[str]) -> str:
    return ",".join(_FACTS[part] for part in parts)


def _matters(days: dict[Sentence, int], part: str) -> bool:
    """Whether two sentences that differ in that part alone give different days."""
    place = Sentence._fields.index(part)
    found: dict[tuple[object, ...], set[int]] = {}
    for sentence, day in days.items():
        found.setdefault(sentence[:place] + sentence[place + 1 :], set()).add(day)
    return any(len(several) > 1 for several in found.values())
