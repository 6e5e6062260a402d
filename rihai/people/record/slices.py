"""A record cut into classes of data, so that a row holds one class; numbers of authorities apart, to be sealed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from rihai.errors import Unreadable
from rihai.facts import CASE_FACTS, PERSON_FACTS
from rihai.people.record.paths import Path

Facts = Mapping[str, Any]
IDENTIFYING = frozenset({"cnic", "other_identity", "prison_id"})
"""Facts that stand sealed wherever they are kept."""
_KEYS = frozenset({"id", "case_id", "cases"})
_UNSTORABLE = {0: "\ufffd", **dict.fromkeys(range(0xD800, 0xE000), "\ufffd")}
_PERSONAL = "personal"


class UnknownFact(Unreadable):
    """A record says something that is not in the dictionary of facts."""


@dataclass(slots=True)
class Slice:
    """What a record says in one class of data, and the raw texts of that; `identity` is what is to be sealed."""

    data_class: str
    facts: dict[str, Any] = field(default_factory=dict)
    raw: dict[str, str] = field(default_factory=dict)
    identity: dict[str, Any] = field(default_factory=dict)
    identity_raw: dict[str, str] = field(default_factory=dict)


@cache
def class_of(fact: str) -> str:
    """The class of a row that holds the fact. What is ordinary of itself is personal when it is said of a person.

    Raises UnknownFact for a name that the dictionary does not have.
    """
    if fact in _KEYS:
        return _PERSONAL
    known = CASE_FACTS.get(fact) or PERSON_FACTS.get(fact)
    if known is None:
        raise UnknownFact(fact[:80])
    return _PERSONAL if known.data_class == "ordinary" else known.data_class


def slices_of(record: Facts, raw: Mapping[str, str] | None = None, *, storable_already: bool = False) -> list[Slice]:
    """A record (law/facts.md, sections 2 to 6) by class, personal first and always there; `raw` is by path.

    A fact that is null is not known and is left out. `id` is left out too: a person's id is their own. The personal
    slice names every case, in order. What a database could not keep is replaced, unless it was `storable_already`.
    Raises UnknownFact.
    """
    if not storable_already:
        record, raw = storable(record), storable(raw or {})
    found: dict[str, Slice] = {_PERSONAL: Slice(_PERSONAL)}
    for name, value in record.items():
        if name in {"cases", "id"} or value is None:
            continue
        part = _of(found, class_of(name))
        (part.identity if name in IDENTIFYING else part.facts)[name] = value
    if record.get("cases") is not None:
        _cut_cases(record["cases"], found)
    for text, written in (raw or {}).items():
        fact = _fact_of(text)
        part = _of(found, class_of(fact))
        (part.identity_raw if fact in IDENTIFYING else part.raw)[text] = written
    return list(found.values())


def _fact_of(path: str) -> str:
    return path.rpartition("/")[2] if path.startswith("cases/") else path


def facts_in(facts: Facts) -> Iterator[tuple[Path, Any]]:
    """Every fact of a record or a part of one, with its path; not the names of the cases."""
    for name, value in facts.items():
        if name not in _KEYS:
            yield Path("", name), value
    for case in facts.get("cases") or ():
        case_id = case["case_id"]
        for name, value in case.items():
            if name != "case_id":
                yield Path(case_id, name), value


def storable(value: Any) -> Any:
    """The value as every database can keep it: without null bytes and halves of letters."""
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Mapping):
        return {_text(str(name)): storable(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [storable(item) for item in value]
    return value


def _cut_cases(cases: Any, found: dict[str, Slice]) -> None:
    for part in found.values():
        part.facts.pop("cases", None)
    personal = found[_PERSONAL].facts.setdefault("cases", [])
    for case in cases:
        case_id = case["case_id"]
        ours: dict[str, dict[str, Any]] = {_PERSONAL: {"case_id": case_id}}
        for name, value in case.items():
            if name != "case_id" and value is not None:
                ours.setdefault(class_of(name), {"case_id": case_id})[name] = value
        personal.append(ours.pop(_PERSONAL))
        for data_class, cut in ours.items():
            _of(found, data_class).facts.setdefault("cases", []).append(cut)


def _of(found: dict[str, Slice], data_class: str) -> Slice:
    return found.setdefault(data_class, Slice(data_class))


def _text(text: str) -> str:
    return text if text.isascii() and "\0" not in text else text.translate(_UNSTORABLE)
