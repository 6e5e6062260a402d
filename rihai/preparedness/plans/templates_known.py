"""The templates of the data file: for each hazard what a plan starts with, in both languages, and what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from rihai.data_files import loaded
from rihai.preparedness.plans.hazards import Hazard
from rihai.preparedness.plans.models import EntrySort
from rihai.preparedness.posts.models import PostOf

FILE = Path(__file__).parent / "templates_known.yaml"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a template: who, what in English and in Urdu."""

    en: str
    ur: str
    post: str = ""
    deputy: str = ""
    sort: str = ""
    more_en: str = ""
    more_ur: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    """What a plan for a hazard starts with."""

    texts: Mapping[str, Mapping[str, str]]
    roles: tuple[Row, ...]
    steps: tuple[Row, ...]
    entries: tuple[Row, ...]
    sources: tuple[str, ...]


@cache
def templates() -> Mapping[str, Template]:
    """Every template by its hazard. The lines of `all` stand in each: those of the alarm first, the count last."""
    data = loaded(FILE.read_text(encoding="utf-8"))
    return {code: _template(data["all"], data[code]) for code in Hazard.values}


def template_of(hazard: str) -> Template:
    """The template of a hazard."""
    return templates()[hazard]


def _template(common: dict[str, Any], own: dict[str, Any]) -> Template:
    return Template(
        texts={name: own.get(name) or common[name] for name in ("triggers", "evacuation", "vulnerable")},
        roles=tuple(_role(one) for one in [*common["roles"], *own.get("roles", [])]),
        steps=tuple(_step(one) for one in [*common["first"], *own["steps"], *common["last"]]),
        entries=tuple(
            Row(sort=str(sort), en=one[0], ur=one[1], more_en=one[2], more_ur=one[3])
            for sort, key in ((EntrySort.AGENCY, "agencies"), (EntrySort.ASSEMBLY, "assembly"),
                              (EntrySort.RESOURCE, "resources"))
            for one in [*common[key], *own.get(key, [])]
        ),
        sources=(*common["sources"], *own.get("sources", [])),
    )  # fmt: skip


def _role(one: list[str]) -> Row:
    return Row(post=PostOf(one[0]).value, deputy=PostOf(one[1]).value, en=one[2], ur=one[3])


def _step(one: list[str]) -> Row:
    return Row(post=PostOf(one[0]).value, en=one[1], ur=one[2])
