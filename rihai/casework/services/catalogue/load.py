"""Reads the catalogue: a folder of files, one a service, or every mistake in them at once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.translation import get_language

from rihai.casework.services.catalogue.strict import Mistakes, Part, parts, read
from rihai.casework.services.domains import Domain
from rihai.errors import Unreadable
from rihai.kit.classes import DataClass

SHIPPED = Path(__file__).parent
CLASSES = frozenset({DataClass.PERSONAL.value, DataClass.HEALTH.value})
"""What is sealed is kept by survivor support alone, what is privileged by the lawyer's matters; neither stands here."""
SETTINGS = frozenset({"prison", "police", "shelter", "probation", "community"})
INDICATOR = re.compile(r"[a-z]+(\.[a-z_]+){2,3}")
SLUG = re.compile(r"[a-z][a-z0-9_]{1,38}")


class CatalogueError(Unreadable):
    """The files of the catalogue do not load; the message holds a line for each mistake."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text in both languages."""

    en: str
    ur: str

    @property
    def shown(self) -> str:
        """In the reader's language."""
        return self.ur if (get_language() or "").startswith("ur") else self.en

    def __str__(self) -> str:
        return self.shown


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage; whoever enters one with a pledge gives it herself, and the day is kept."""

    id: str
    title: Words
    is_pledged: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it can end; `is_finished`: the service was gone through to its end."""

    id: str
    title: Words
    is_finished: bool


@dataclass(frozen=True, slots=True)
class Service:
    """One service of the catalogue. There is no field for who is left out: nobody is."""

    id: str
    order: int
    is_founding: bool
    title: Words
    says: Words
    for_whom: Words
    needs: tuple[str, ...]
    settings: tuple[str, ...]
    is_voluntary: bool
    data_class: str
    form: str
    stages: tuple[Stage, ...]
    outcomes: tuple[Outcome, ...]
    indicators: tuple[str, ...]
    earns_remission: bool
    is_certified: bool

    @property
    def domains(self) -> list[str]:
        """The needs it meets, in words."""
        return [str(Domain(one).label) for one in self.needs]

    def stage(self, stage_id: str) -> Stage | None:
        """The stage of that id."""
        return next((one for one in self.stages if one.id == stage_id), None)

    def outcome(self, outcome_id: str) -> Outcome | None:
        """The outcome of that id."""
        return next((one for one in self.outcomes if one.id == outcome_id), None)


def load(folder: Path) -> dict[str, Service]:
    """The services of a folder by id, in their order. Raises CatalogueError with every mistake of every file."""
    found: list[Service] = []
    wrong: list[str] = []
    for path in sorted(folder.glob("*.yaml")):
        mistakes = Mistakes(path.name)
        root = read(path.read_text(encoding="utf-8"), mistakes)
        if not mistakes.found:
            found.append(_service(Part(root, mistakes, "the service"), path.stem))
        wrong += mistakes.found
    if wrong:
        raise CatalogueError("\n".join(wrong))
    return {one.id: one for one in sorted(found, key=lambda one: (one.order, one.id))}


@cache
def catalogue() -> Mapping[str, Service]:
    """The services of this installation by id, in their order."""
    return load(SHIPPED)


def service(service_id: str) -> Service | None:
    """The service of that id; None for one the catalogue does not know (any more)."""
    return catalogue().get(service_id)


def title_of(service_id: str) -> str:
    """The name of a service in the reader's language; its id where the file is gone."""
    found = service(service_id)
    return found.title.shown if found else service_id


def _service(part: Part, stem: str) -> Service:
    slug = part.text("id")
    if slug and (slug != stem or not SLUG.fullmatch(slug)):
        part.mistakes.add(part.line, f"the id '{slug}' must be the name of the file, in small letters: '{stem}'")
    indicators = part.codes("indicators")
    for code in indicators:
        if not INDICATOR.fullmatch(code):
            part.mistakes.add(part.line, f"'{code}' is no code of an indicator (room.noun.what)")
    made = Service(
        id=slug, order=part.number("order"), is_founding=part.flag("founding"), title=_words(part, "title"),
        says=_words(part, "says"), for_whom=_words(part, "for_whom"),
        needs=part.codes("needs", frozenset(Domain.values)),
        settings=part.codes("settings", SETTINGS), is_voluntary=part.flag("voluntary"),
        data_class=_data_class(part), form=part.text("form", required=False),
        stages=tuple(_stage(one) for one in parts(part.items("stages", required=False), part.mistakes, "a stage")),
        outcomes=tuple(_outcome(one) for one in parts(part.items("outcomes"), part.mistakes, "an outcome")),
        indicators=indicators, earns_remission=part.flag("remission"), is_certified=part.flag("certificate"),
    )  # fmt: skip
    part.finish()
    for what, ids in (("stage", [one.id for one in made.stages]), ("outcome", [one.id for one in made.outcomes])):
        if len(ids) != len(set(ids)):
            part.mistakes.add(part.line, f"two of its {what}s have one id")
    if made.earns_remission and made.data_class != DataClass.PERSONAL:
        part.mistakes.add(part.line, "a lawyer is told of remission, so its data_class must be 'personal'")
    if not any(one.is_finished for one in made.outcomes):
        part.mistakes.add(part.line, "none of its outcomes is 'finished: true'")
    return made


def _data_class(part: Part) -> str:
    found = part.text("data_class")
    if found and found not in CLASSES:
        part.mistakes.add(part.line, f"the data_class '{found}' must be one of: {', '.join(sorted(CLASSES))}")
    return found


def _words(part: Part, key: str) -> Words:
    both = part.part(key)
    words = Words(both.text("en"), both.text("ur"))
    both.finish()
    return words


def _stage(part: Part) -> Stage:
    made = Stage(part.text("id"), _words(part, "title"), part.flag("pledge"))
    part.finish()
    return made


def _outcome(part: Part) -> Outcome:
    made = Outcome(part.text("id"), _words(part, "title"), part.flag("finished"))
    part.finish()
    return made
