"""Marks of those who were counted: by them two counts can be compared, and nobody can be read from them."""

from __future__ import annotations

from uuid import UUID

from rihai.kit.sealed.cipher import blind
from rihai.results.models import Project

SEAL = "results.counted"
LETTERS = 20


def mark_of_person(person_id: UUID | str) -> str:
    """The mark of a person of the rooms' records."""
    return blind(f"person {person_id}", SEAL).hex()[:LETTERS]


def mark_of_code(project: Project, code: str) -> str:
    """The mark of a code of a project's lists, which is that of every project with the same register."""
    return blind(f"code {register_of(project)} {code}", SEAL).hex()[:LETTERS]


def register_of(project: Project) -> str:
    """Where the codes of a project come from: its own numbering where nothing else is said."""
    return project.codes_of.casefold() or str(project.pk)
