"""Sentences, remission and money of one case, reckoned from its lists."""

from __future__ import annotations

from fractions import Fraction

from rihai.days import ALWAYS, NEVER, UNKNOWN, Span, Term, add, fraction_of, read_term
from rihai.law.columns import LIFE_MONTHS
from rihai.law.reckon.custody import days_before
from rihai.law.reckon.known import Day, Length, Range, Record, Truth, date_of, first_known

_COUNTED = {"ordinary", "special"}
_RUNS = {"term", "life", "whole_life"}
_LONGEST = 36_000
"""More months than any calendar need reckon with: three thousand years of sentences one after another."""


def _of_kind(case: Record, *kinds: str) -> Truth:
    sentences = case.get("sentences")
    if sentences is None:
        return Truth(-1, "sentences")
    if any(one.get("kind") in kinds for one in sentences):
        return Truth(1)
    return Truth(-1, "sentences.kind") if any(one.get("kind") is None for one in sentences) else Truth(0)


def reckon_has_life(case: Record) -> Truth:
    """A sentence for life was passed in this case."""
    return _of_kind(case, "life", "whole_life")


def reckon_has_death(case: Record) -> Truth:
    """A sentence of death was passed; a condemned person is one under it by definition."""
    if case.get("sentences") is None and case.get("legal_status") == "condemned":
        return Truth(1)
    return _of_kind(case, "death")


def reckon_sentence_count(case: Record) -> Range:
    """Sentences that run: terms and life."""
    sentences = case.get("sentences")
    if sentences is None:
        return Range(0, ask="sentences")
    sure = sum(one.get("kind") in _RUNS for one in sentences)
    open_ = sum(one.get("kind") is None for one in sentences)
    return Range(sure, sure + open_, "sentences.kind" if open_ else "")


def _terms(case: Record) -> tuple[list[Term], str]:
    """The terms of the sentences that run, and what to ask when one of them is not known."""
    sentences = case.get("sentences")
    if sentences is None:
        return [], "sentences"
    terms = []
    for one in sentences:
        kind = one.get("kind")
        if kind == "life":
            terms.append(Term(LIFE_MONTHS, 0))
        elif kind == "term" or (kind is None and one.get("term")):
            term = read_term(one.get("term"))
            if term is None:
                return [], "sentences.term"
            terms.append(term)
        elif kind in {None, "death", "whole_life"}:
            return [], "sentences.kind" if kind is None else "sentences"
    return terms, ""


def reckon_sentence_term(case: Record) -> Length:
    """The terms together: the longest if concurrent, their sum if consecutive; between the two while that is open."""
    terms, ask = _terms(case)
    if ask:
        return Length(None, ask)
    if len(terms) <= 1:
        return Length(terms[0] if terms else Term(0, 0))
    months, days = sum(one.months for one in terms), sum(one.days for one in terms)
    longest, total = max(terms), Term(min(months, _LONGEST), min(days, 30 * _LONGEST))
    how = case.get("concurrent_or_consecutive")
    if how is None and longest != total:
        return Length(longest, "concurrent_or_consecutive", total)
    return Length(total if how == "consecutive" else longest)


def as_months(term: Term) -> float:
    """A term as a number to compare: thirty days of it are a month."""
    return term.months + term.days / 30


def reckon_sentence_months(case: Record) -> Range:
    """The months of that term; where it is not known how several run, from the longest to their sum."""
    terms, ask = _terms(case)
    if ask:
        return Range(0, ask=ask)
    together = reckon_sentence_term(case)
    assert together.term is not None
    if together.most is None:
        return Range(as_months(together.term), as_months(together.term))
    longest = max(as_months(one) for one in terms)
    return Range(longest, min(_LONGEST, sum(as_months(one) for one in terms)), together.ask)


def reckon_sentence_from(case: Record) -> Day:
    """Start of the first sentence, moved back by the custody before it where s.382-B was granted."""
    sentences = case.get("sentences") or []
    starts = [first_known(date_of(one, "starts_on"), date_of(one, "imposed_on")) for one in sentences]
    known = [span for span in starts if span != UNKNOWN]
    start = min(known) if known else date_of(case, "convicted_on")
    if start == UNKNOWN:
        return Day(UNKNOWN, "sentences.starts_on")
    granted = case.get("s382b_granted")
    if granted is False:
        return Day(start, "" if start.exact else "sentences.starts_on")
    before = days_before(case, start)
    if before is None:
        return Day(Span(ALWAYS, start.latest), "arrested_on" if granted else "s382b_granted")
    earliest = start.earliest - before.latest
    latest = start.latest - before.earliest if granted else start.latest
    span = Span(earliest, latest)
    if span.exact:
        return Day(span)
    return Day(span, "s382b_granted" if granted is None else "arrested_on" if start.exact else "sentences.starts_on")


def reckon_remission_total(case: Record) -> Range:
    """All remission: the entries' sum, else the total the prison gives."""
    ledger = case.get("remission_ledger")
    if ledger is not None and all(one.get("days") is not None for one in ledger):
        days = sum(one["days"] for one in ledger)
        return Range(days, days)
    total = case.get("remission_days")
    return Range(0, ask="remission_ledger") if total is None else _range(total)


def _range(value: object) -> Range:
    if isinstance(value, dict):
        return Range(value["min"], value["max"], "remission_ledger")
    assert isinstance(value, int | float)
    return Range(value, value)


def reckon_remission_counted(case: Record) -> Range:
    """Ordinary and special remission (Rule 217(i)); from the total alone, anything from none to all of it."""
    ledger = case.get("remission_ledger")
    if ledger is None:
        total = case.get("remission_days")
        most = reckon_remission_total(case).high
        return Range(0, most, "" if total == 0 else "remission_ledger")
    low = high = 0.0
    for one in ledger:
        kind, days = one.get("kind"), one.get("days")
        if kind is not None and kind not in _COUNTED:
            continue
        low += days if kind and days is not None else 0
        high += days if days is not None else float("inf")
    bounded = Range(low) if high == float("inf") else Range(low, high)
    return bounded._replace(ask="" if bounded.low == bounded.high else "remission_ledger.kind")


def reckon_remission_ceiling(case: Record) -> Range:
    """The days of one third of the sentence, counted on the calendar from its start."""
    length, start = reckon_sentence_term(case), reckon_sentence_from(case)
    if length.term is None:
        return Range(0, ask=length.ask)
    least = _third(length.term, start)
    if length.most is None:
        return least
    most = _third(length.most, start)
    return Range(least.low, most.high, ",".join(name for name in (length.ask, most.ask) if name))


def _third(term: Term, start: Day) -> Range:
    """The days of one third of a term that runs from a day."""
    if term.months == 0:
        days = -(-term.days // 3)
        return Range(days, days)
    if start.span.earliest == ALWAYS:
        months = term.months / 3
        return Range(int(28 * months), int(31 * months + term.days / 3) + 2, start.ask)
    thirds = {fraction_of(day, *term, 1, 3) - day for day in (start.span.earliest, start.span.latest)}
    slack = 0 if start.span.exact else 3  # the same months are up to three days longer from another day
    return Range(min(thirds) - slack, max(thirds) + slack, start.ask if slack else "")


def reckon_default_months(case: Record) -> Range:
    """The length of the term in default of the fine."""
    term = read_term(case.get("default_term"))
    return Range(0, ask="default_term") if term is None else Range(as_months(term), as_months(term))


def reckon_fine_share(case: Record) -> Range:
    """The part of the fine not yet paid."""
    share = unpaid_share(case)
    return Range(0, 1, "fine_paid_amount") if share is None else Range(float(share), float(share))


def unpaid_share(case: Record) -> Fraction | None:
    """Unpaid part of the fine as an exact fraction; None when not known."""
    fine, paid = case.get("fine"), case.get("fine_paid_amount")
    if case.get("fine_paid") is True or fine == 0:
        return Fraction(0)
    if fine is None or paid is None:
        return None
    total = Fraction(str(fine))
    return max(Fraction(0), (total - Fraction(str(paid))) / total)


def reckon_fine_suffered(case: Record) -> Day:
    """Day on which the time suffered in default is not less than proportional to the unpaid part (PPC s.69).

    That part of the term in default, from its first day: whole months first, what is left over in days, rounded up.
    """
    start, term, share = date_of(case, "default_term_from"), read_term(case.get("default_term")), unpaid_share(case)
    if start == UNKNOWN:
        return Day(UNKNOWN, "default_term_from")
    if term is None:
        return Day(Span(start.earliest, NEVER), "default_term")
    least, most = (share, share) if share is not None else (Fraction(0), Fraction(1))
    span = Span(_part_of(start.earliest, term, least), _part_of(start.latest, term, most))
    return Day(span, "" if span.exact else "fine_paid_amount" if share is None else "default_term_from")


def _part_of(start: int, term: Term, part: Fraction) -> int:
    """The day on which a part of a term is complete, exact for any fraction."""
    months = term.months * part
    whole = int(months)
    reached = add(start, whole)
    left = (add(start, whole + 1) - reached) * (months - whole) + term.days * part
    return reached + -int(-left // 1)


def reckon_fine_settled(case: Record, on: int) -> Day:
    """Day on which the whole fine was paid; NEVER while it is known not to be."""
    written = date_of(case, "fine_paid_on")
    if written != UNKNOWN:
        return Day(written, "" if written.exact else "fine_paid_on")
    paid = case.get("fine_paid")
    share = unpaid_share(case)
    if paid is True or share == 0:
        start = date_of(case, "default_term_from")
        return Day(Span(min(start.earliest, on), on), "fine_paid_on")
    if paid is False or share is not None:
        return Day(Span(NEVER, NEVER))
    return Day(UNKNOWN, "fine_paid")


def reckon_only_money(case: Record) -> Truth:
    """Only a fine or compensation keeps the person in this case."""
    ground = case.get("detention_ground")
    if ground is None:
        return Truth(-1, "detention_ground")
    return Truth(int(ground in {"fine_default", "diyat_default"}))
