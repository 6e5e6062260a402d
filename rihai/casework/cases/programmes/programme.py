"""A programme as plain values: for whom it is, rule by rule with the reason in words, its stages and what it asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from django.utils.translation import get_language

Texts = Mapping[str, str]
RuleKind = Literal["setting", "sex", "age", "flag", "finding", "fact"]


def said(texts: Texts) -> str:
    """A text in the reader's language; in English where it is not translated."""
    return texts.get((get_language() or "en").partition("-")[0]) or texts["en"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing a programme asks of who comes to it.

    `among` are settings, codes of sex, codes of groups at risk (any of them) or ids of provisions (any met); `at_least`
    and `below` are completed years; `fact` is a yes-or-no fact of the record, which must be `wanted`.
    """

    kind: RuleKind
    says: Texts
    among: tuple[str, ...] = ()
    at_least: int | None = None
    below: int | None = None
    fact: str = ""
    wanted: bool = True

    @property
    def shown(self) -> str:
        """The reason in words."""
        return said(self.says)


@dataclass(frozen=True, slots=True)
class Stage:
    """A step of a programme that goes in steps."""

    code: str
    title: Texts

    @property
    def shown(self) -> str:
        """Its name in the reader's language."""
        return said(self.title)


@dataclass(frozen=True, slots=True)
class Programme:
    """One programme. `contact_days`: after so many days without contact a case is untouched; `consents` are purposes
    of consents (`people.Consent`) it asks for; `services` slugs of the catalogue of services; under a `retired` one no
    case is opened, and those that stand are shown and closed."""

    slug: str
    title: Texts
    says: Texts
    data_class: str = "personal"
    approval: bool = False
    retired: bool = False
    review_days: int = 90
    contact_days: int = 30
    weight: int = 1
    stages: tuple[Stage, ...] = ()
    services: tuple[str, ...] = ()
    consents: tuple[str, ...] = ("care",)
    for_whom: tuple[Rule, ...] = ()

    @property
    def shown(self) -> str:
        """Its name in the reader's language."""
        return said(self.title)

    @property
    def sentence(self) -> str:
        """What it is for, in the reader's language."""
        return said(self.says)

    def stage_shown(self, code: str) -> str:
        """The name of a stage; empty for none, the code itself for one that is gone from the file."""
        return next((one.shown for one in self.stages if one.code == code), code)


def gone(slug: str) -> Programme:
    """What is shown of a case whose programme is in no file any more."""
    plain: dict[str, Any] = {"en": slug}
    return Programme(slug, plain, {"en": ""})
