"""What differs between two records of one person: moved, another status in a case, or what cannot both be true."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rihai.census.compare.change import Difference
from rihai.census.link.particulars import bare, bare_fir, born_between
from rihai.days import read_date

Facts = Mapping[str, Any]
_JUDGED = frozenset({"convict", "condemned", "convicted_unsentenced"})


def moves(old: Facts, new: Facts, same_prison: Mapping[str, str]) -> list[Difference]:
    """Another prison, or another barrack of the same; `same_prison` gives the later writing of a prison's name."""
    before, after = bare(old.get("prison")), bare(new.get("prison"))
    if before and after and same_prison.get(before, before) != after:
        return [Difference("prison", old["prison"], new["prison"], "moved")]
    before, after = bare(old.get("barrack")), bare(new.get("barrack"))
    if before and after and before != after:
        return [Difference("barrack", old["barrack"], new["barrack"], "moved")]
    return []


def impossible(old: Facts, new: Facts) -> Iterator[Difference]:
    """What cannot both be true of one person: sex, birth; and in one case, the arrest, the conviction, the status.

    A conviction may be set aside and the case sent back for trial, and a person on bail arrested again in the same
    case: then an order says so, and the list should show it. So each of these is for somebody to look at.
    """
    if old.get("sex") and new.get("sex") and old["sex"] != new["sex"]:
        yield Difference("sex", old["sex"], new["sex"], "sex_changed")
    yield from _birth(old, new)
    for before, after in same_cases(old, new):
        case_id = after.get("case_id")
        for fact, earlier, later in (
            ("arrested_on", "arrest_earlier", "arrest_later"),
            ("convicted_on", "conviction_earlier", "conviction_later"),
        ):
            was, is_now = read_date(before.get(fact)), read_date(after.get(fact))
            if was and is_now and is_now.latest < was.earliest:
                yield Difference(fact, before[fact], after[fact], earlier, case_id)
            elif was and is_now and is_now.earliest > was.latest:
                yield Difference(fact, before[fact], after[fact], later, case_id)
        was, is_now = before.get("legal_status"), after.get("legal_status")
        if was in _JUDGED and is_now == "under_trial":
            yield Difference("legal_status", was, is_now, "back_under_trial", case_id)


def _birth(old: Facts, new: Facts) -> Iterator[Difference]:
    """Ages that no one birth explains, whatever time has passed between."""
    was, is_now = born_between(old), born_between(new)
    if not (was and is_now) or (was.earliest <= is_now.latest and is_now.earliest <= was.latest):
        return
    code = "younger" if is_now.earliest > was.latest else "older"
    yield Difference("age", _as_written(old), _as_written(new), code)


def _as_written(record: Facts) -> Any:
    return record.get("date_of_birth") or record.get("age_years")


def statuses(old: Facts, new: Facts) -> Iterator[Difference]:
    """Another legal status in the same case, where it can have come about."""
    for before, after in same_cases(old, new):
        was, is_now = before.get("legal_status"), after.get("legal_status")
        if was and is_now and was != is_now and not (was in _JUDGED and is_now == "under_trial"):
            yield Difference("legal_status", was, is_now, "status_changed", after.get("case_id"))


def same_cases(old: Facts, new: Facts) -> list[tuple[Facts, Facts]]:
    """The cases of two records of one person that are one case: by FIR; a single case without FIR by its arrest.

    Where neither tells, a single case on each side is taken for one only if one of them has no FIR.
    """
    befores, afters = list(old.get("cases") or ()), list(new.get("cases") or ())
    pairs = []
    for before in list(befores):
        after = next((case for case in afters if _is_same_fir(before, case)), None)
        if after is not None:
            pairs.append((before, after))
            befores.remove(before)
            afters.remove(after)
    if len(befores) == len(afters) == 1 and _may_be_one(befores, afters):
        pairs.append((befores[0], afters[0]))
    return pairs


def _is_same_fir(one: Facts, other: Facts) -> bool:
    numbers = [case.get("fir_number") for case in (one, other)]
    return all(numbers) and bare_fir(str(numbers[0])) == bare_fir(str(numbers[1]))


def _may_be_one(befores: Sequence[Facts], afters: Sequence[Facts]) -> bool:
    before, after = befores[0], afters[0]
    if not (before.get("fir_number") and after.get("fir_number")):
        return True
    return bool(before.get("arrested_on")) and before.get("arrested_on") == after.get("arrested_on")
