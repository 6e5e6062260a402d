"""One row of an offence table: what the law says of one section, limb or weight between two days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rihai.days import ALWAYS, NEVER, read_date
from rihai.offences.notation import place

COLUMNS = (
    "act", "section", "sub_limb", "from", "to", "substance", "grams_from", "grams_to", "title_en", "title_ur",
    "bailable", "cognizable", "max_kind", "max_months", "min_months", "life_too", "prohibitory", "liability",
    "group", "status", "source", "confidence",
)  # fmt: skip
"""The columns of the file. An empty cell is not known, except where said.

`from` is the first day of the act on which the row applies, `to` the first day on which it no longer does (empty: no
bound); `grams_from` and `grams_to` run the same way. `substance` holds the drugs the row is about, apart by a space
(empty: any). `max_kind` is the heaviest punishment, `not_death` where only that much is known. `life_too` says beside
death, or beside a heaviest punishment not known, whether life is one as well. `max_months` and `min_months` are the
fixed terms. `liability` is `shared`, `abetment` or `attempt` for sections without a punishment of their own.
"""

FACTS = (
    "punishable_with_death", "punishable_with_life", "max_term_months", "min_term_months",
    "bailable", "cognizable", "prohibitory", "terrorism",
)  # fmt: skip

GROUPS = (
    "murder", "attempted_murder", "hurt", "traffic_and_negligence", "sexual", "kidnapping", "trafficking",
    "family_and_children", "robbery", "theft", "extortion", "fraud", "dishonoured_cheque", "forgery",
    "property_damage", "trespass", "electricity", "intimidation", "religion", "public_order", "traffic", "terrorism",
    "narcotics", "alcohol", "gambling", "arms", "cyber", "immigration", "vagrancy", "preventive", "liability", "other",
)  # fmt: skip
"""Our own grouping for statistics, close to the list Punjab's prisons publish by offence; the law knows none of it."""

Value = bool | int | None

_CHOICES: dict[str, tuple[str, ...]] = {
    "bailable": ("", "yes", "no"),
    "cognizable": ("", "yes", "no"),
    "life_too": ("", "yes", "no"),
    "prohibitory": ("", "yes", "no"),
    "max_kind": ("", "death", "not_death", "life", "years", "fine"),
    "liability": ("", "shared", "abetment", "attempt"),
    "group": GROUPS,
    "status": ("in_force", "repealed", "unknown"),
    "confidence": ("high", "medium", "low"),
}
_NEEDED = ("act", "section", "title_en", "title_ur", "source")
_NUMBERS = ("grams_from", "grams_to", "max_months", "min_months")
_DAYS = ("from", "to")


@dataclass(frozen=True, slots=True)
class Row:
    """`start` is the first offence day of the row and `end` the first day after it; weights run the same way.

    `limb` is the bare limb of `notation.place`; no `substances` means any. `facts` holds every name of FACTS but
    `terrorism`, which follows the Act.
    """

    line: int
    act: str
    section: str
    limb: str
    sub_limb: str
    start: int
    end: int
    substances: frozenset[str]
    grams_from: int
    grams_to: int
    facts: Mapping[str, Value]
    title: str
    title_ur: str
    group: str
    liability: str
    repealed: bool
    confidence: str
    source: str

    @property
    def by_weight(self) -> bool:
        """True when the drug or its weight decides whether the row applies."""
        return bool(self.substances) or self.grams_from > 0 or self.grams_to < NEVER

    def holds(self, grams: float) -> bool:
        """True when the weight is one the row is about."""
        return self.grams_from <= grams < self.grams_to


def mistakes_of(cells: Mapping[str, str]) -> list[str]:
    """Everything wrong with one row of the file, each in a sentence without the line."""
    found = [f"{name} is missing" for name in _NEEDED if not cells[name]]
    found += [
        f"{name} is {cells[name]!r}, which is none of {', '.join(filter(None, allowed))}"
        for name, allowed in _CHOICES.items()
        if cells[name] not in allowed
    ]
    found += [
        f"{name} is {cells[name]!r}, which is no whole number"
        for name in _NUMBERS
        if cells[name] and not (cells[name].isascii() and cells[name].isdigit())
    ]
    found += [
        f"{name} is {cells[name]!r}, which is no day" for name in _DAYS if cells[name] and not _is_day(cells[name])
    ]
    return found or list(_contradictions(cells))


def _contradictions(cells: Mapping[str, str]) -> Iterator[str]:
    kind, life, longest, shortest = (cells[name] for name in ("max_kind", "life_too", "max_months", "min_months"))
    if life and kind not in {"death", "not_death", ""}:
        yield f"life_too is said of a punishment of {kind}"
    if longest and shortest and int(shortest) > int(longest):
        yield "min_months is more than max_months"
    if _day(cells["from"], ALWAYS) >= _day(cells["to"], NEVER):
        yield "from is not before to"
    if _number(cells["grams_from"], 0) >= _number(cells["grams_to"], NEVER):
        yield "grams_from is not below grams_to"
    if cells["liability"] and any(
        cells[name] for name in (*_NUMBERS, "bailable", "max_kind", "life_too", "prohibitory")
    ):
        yield "a section of liability has no punishment of its own"
    if cells["prohibitory"] == "no" and kind in {"death", "life"}:
        yield f"prohibitory is no though the punishment is {kind}"


def _is_day(text: str) -> bool:
    span = read_date(text)
    return span is not None and span.exact


def _day(text: str, otherwise: int) -> int:
    span = read_date(text)
    return span.earliest if span else otherwise


def _number(text: str, otherwise: int) -> int:
    return int(text) if text else otherwise


def _yes_no(text: str) -> bool | None:
    return {"yes": True, "no": False}.get(text)


def row_of(cells: Mapping[str, str], line: int) -> Row:
    """The row that the cells of one line say; call it only where `mistakes_of` finds none."""
    where = place(cells["act"], cells["section"], cells["sub_limb"])
    return Row(
        line=line,
        act=cells["act"],
        section=where.section,
        limb=where.limb,
        sub_limb=cells["sub_limb"],
        start=_day(cells["from"], ALWAYS),
        end=_day(cells["to"], NEVER),
        substances=frozenset(cells["substance"].split()),
        grams_from=_number(cells["grams_from"], 0),
        grams_to=_number(cells["grams_to"], NEVER),
        facts=_facts_of(cells),
        title=cells["title_en"],
        title_ur=cells["title_ur"],
        group=cells["group"],
        liability=cells["liability"],
        repealed=cells["status"] == "repealed",
        confidence=cells["confidence"],
        source=cells["source"],
    )


def _facts_of(cells: Mapping[str, str]) -> dict[str, Value]:
    """`life` means no death, `years` and `fine` mean neither; beside death, life is said by `life_too` alone."""
    kind = cells["max_kind"]
    return {
        "punishable_with_death": {"death": True, "": None}.get(kind, False),
        "punishable_with_life": {"life": True, "years": False, "fine": False}.get(kind, _yes_no(cells["life_too"])),
        "max_term_months": int(cells["max_months"]) if cells["max_months"] else None,
        "min_term_months": int(cells["min_months"]) if cells["min_months"] else None,
        "bailable": _yes_no(cells["bailable"]),
        "cognizable": _yes_no(cells["cognizable"]),
        "prohibitory": _yes_no(cells["prohibitory"]),
    }
