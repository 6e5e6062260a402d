"""Reads the source of the instrument: its areas and items, the rules each covers, and how each is answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from rihai.data_files import loaded

SOURCE = Path(__file__).parent / "mandela.yaml"
FORM_ID = "mandela_inspection"
LAST_RULE = 122
"""The Nelson Mandela Rules are numbered 1 to 122 (A/RES/70/175, annex)."""
Words = Mapping[str, str]
"""The same text by the code of its language."""


def said(words: Words) -> str:
    """A text in the reader's language, else in English."""
    return words.get((get_language() or "en")[:2]) or words.get("en", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A part of the instrument: its code, RES, and its title."""

    code: str
    title: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question of the instrument. `how` it is answered and `at_least` are explained at the head of the source."""

    code: str
    mandela: tuple[int, ...]
    bangkok: tuple[int, ...]
    evidence: tuple[str, ...]
    kind: str
    when: str
    how: str
    source: str
    asks: Words
    lines: Mapping[str, Words]
    at_least: tuple[int, ...] = ()
    points: tuple[Words, ...] = ()
    no_if: Words = field(default_factory=dict)
    yes_if: Words = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The name of its question in the form: res_01."""
        return self.code.lower().replace("-", "_")

    @property
    def area(self) -> str:
        """The code of its area."""
        return self.code[:3]

    @property
    def is_critical(self) -> bool:
        """Whether it guards life, bodily integrity, lawful custody or the inspection itself."""
        return self.kind == "critical"

    @property
    def is_rapid(self) -> bool:
        """Whether it is asked in the rapid round too."""
        return self.kind != ""

    @property
    def shown(self) -> list[tuple[str, str]]:
        """What is yes, partly and no, in the reader's language."""
        words = {"yes": _("Yes"), "partly": _("Partly"), "no": _("No")}
        return [(str(words[line]), said(text)) for line, text in self.lines.items()]

    def __str__(self) -> str:
        return said(self.asks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandela:
    """The whole instrument. `raw` holds what goes into the form as it stands: lists of choices, measurements."""

    version: str
    title: Words
    areas: tuple[Area, ...]
    items: Mapping[str, Item]
    raw: Mapping[str, Any]

    def of(self, area: str) -> list[Item]:
        """The items of an area."""
        return [one for one in self.items.values() if one.area == area]

    def covering(self, rule: int) -> list[Item]:
        """The items that cover one of the Nelson Mandela Rules."""
        return [one for one in self.items.values() if rule in one.mandela]

    def named(self, name: str) -> Item | None:
        """The item of a question's name; None for a question that is no item."""
        return self.items.get(name.upper().replace("_", "-"))


@cache
def mandela() -> Mandela:
    """The instrument as its source says it, read once."""
    read: dict[str, Any] = loaded(SOURCE.read_text(encoding="utf-8"))
    items = [_item(one) for one in read["items"]]
    return Mandela(
        version=read["version"],
        title=read["title"],
        areas=tuple(Area(code=one["code"], title={"en": one["en"], "ur": one["ur"]}) for one in read["areas"]),
        items={one.code: one for one in items},
        raw=read,
    )


def _item(one: Mapping[str, Any]) -> Item:
    rules: Sequence[int] = one["mandela"]
    return Item(
        code=one["id"], mandela=tuple(rules), bangkok=tuple(one.get("bangkok", ())), evidence=tuple(one["evidence"]),
        kind=one.get("is", ""), when=one.get("when", ""), how=one.get("how", "choose"), source=one.get("from", ""),
        asks=one["asks"], lines={line: one[line] for line in ("yes", "partly", "no")},
        at_least=tuple(one.get("at_least", ())), points=tuple(one.get("points", ())), no_if=one.get("no_if", {}),
        yes_if=one.get("yes_if", {}),
    )  # fmt: skip
