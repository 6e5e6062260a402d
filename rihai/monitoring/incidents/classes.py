"""The classes of incidents and allegations, read from their source: clocks, questions, which of them are sealed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from django.db import models
from django.utils.timezone import localdate, make_aware
from django.utils.translation import gettext_lazy as _

from rihai.data_files import loaded
from rihai.monitoring.instrument.items import Words, said

SOURCE = Path(__file__).parent / "classes.yaml"
WEEKEND = (5, 6)
"""Saturday and Sunday, as Monday is 0."""


class Severity(models.TextChoices):
    """How grave it is; the clocks follow it."""

    S1 = "s1", _("life or body in danger now")
    S2 = "s2", _("serious harm done or near, or unlawful custody")
    S3 = "s3", _("a breach without present danger")
    S4 = "s4", _("a matter of quality")


class Raises(models.TextChoices):
    """What makes it one degree graver."""

    CHILD = "child", _("a child")
    PREGNANT = "pregnant", _("a pregnant woman")
    MIND = "mind", _("somebody with a mental disability")
    REPRISAL = "reprisal", _("danger of reprisal")
    REPEATED = "repeated", _("it happened before")
    ALONE = "alone", _("somebody in solitary confinement")


class What(models.TextChoices):
    """What a clock is about."""

    SAFETY = "safety", _("Make sure that they are safe, human to human")
    NOTIFY = "notify", _("Tell whoever has to act")
    FOLLOW = "follow", _("Speak with them again, and see proof")
    EXAM = "exam", _("Offer a clinical examination: marks fade")
    HIV = "hiv", _("Protection against HIV, within 72 hours")
    CONTRACEPTION = "contraception", _("Emergency contraception, within 120 hours")
    REPRISAL = "reprisal", _("Ask about reprisal")
    FAMILY = "family", _("Make sure that the family was told")
    PRESERVE = "preserve", _("Make sure that evidence is preserved")
    REMOVED = "removed", _("See that the restraints are off")
    HEALTH = "health", _("A doctor sees them, alone")
    COUNT = "count", _("Count who is hurt and who is missing")
    MOVED = "moved", _("See that the child is moved")
    LAWYER = "lawyer", _("A lawyer or legal aid is told")
    COURT = "court", _("An application is before the court")
    RESTORED = "restored", _("See that it is restored")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question of a class: yes, no or not known; a number; or a text."""

    name: str
    kind: str
    asks: Words

    def __str__(self) -> str:
        return said(self.asks)


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentClass:
    """A class with its sub-classes. `but` says by sub-class what is otherwise; `version` is that of the questions."""

    code: str
    title: Words
    anchor: str
    severity: str
    sealed: bool
    clocks: tuple[tuple[str, str], ...]
    subs: Mapping[str, Words]
    but: Mapping[str, Mapping[str, Any]]
    version: int
    questions: tuple[Question, ...]

    def __str__(self) -> str:
        return said(self.title)


@cache
def classes() -> dict[str, IncidentClass]:
    """All classes by code, in their order."""
    read: list[dict[str, Any]] = loaded(SOURCE.read_text(encoding="utf-8"))
    return {one["code"]: _class(one) for one in read}


def _class(one: Mapping[str, Any]) -> IncidentClass:
    questions = (Question(name=name, kind=kind, asks={"en": en, "ur": ur}) for name, kind, en, ur in one["ask"])
    return IncidentClass(
        code=one["code"], title={"en": one["en"], "ur": one["ur"]}, anchor=one["anchor"], severity=one["severity"],
        sealed=one.get("sealed", False), clocks=tuple((what, str(within)) for what, within in one["clocks"]),
        subs={code: {"en": en, "ur": ur} for code, en, ur in one["subs"]}, but=one.get("but", {}),
        version=one["version"], questions=tuple(questions),
    )  # fmt: skip


def class_of(sub: str) -> IncidentClass:
    """The class of a sub-class: T1 of T1.4. Raises KeyError for none."""
    return classes()[sub.split(".", maxsplit=1)[0]]


def sub_title(sub: str) -> str:
    """The sub-class in the reader's language, with its class; the code alone where the source knows it no more."""
    known = classes().get(sub.split(".", maxsplit=1)[0])
    words = known.subs.get(sub) if known else None
    return f"{known}: {said(words)}" if known and words else sub


def choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """The sub-classes to choose from, under their classes."""
    return [
        (f"{one.code} · {one}", [(code, f"{code} · {said(words)}") for code, words in one.subs.items()])
        for one in classes().values()
    ]


def is_sealed(sub: str) -> bool:
    """Whether incidents of a sub-class are seen by their team alone."""
    known = class_of(sub)
    return bool(known.but.get(sub, {}).get("sealed", known.sealed))


def severity_of(sub: str, raises: frozenset[str]) -> str:
    """How grave it is by its class, one degree graver for what makes it so; never beyond the gravest."""
    known = class_of(sub)
    plain = known.but.get(sub, {}).get("severity", known.severity)
    return f"s{max(1, int(plain[1]) - 1)}" if raises and plain != "s1" else str(plain)


def clocks_of(sub: str, severity: str, learned_at: datetime) -> list[tuple[str, datetime]]:
    """What has to be done until when, from the moment when anybody of the office learned of it.

    Where it is graver than its class, safety and telling come within the time of that degree.
    """
    known = class_of(sub)
    own = known.but.get(sub, {})
    clocks = [(what, str(within)) for what, within in own.get("clocks", known.clocks)]
    due = [(what, until(within, learned_at)) for what, within in clocks]
    if severity == Severity.S1:
        most = {What.SAFETY: timedelta(hours=1), What.NOTIFY: timedelta(hours=4), What.FOLLOW: timedelta(hours=24)}
        plain = own.get("severity", known.severity)
        if plain != Severity.S1:
            due = [(what, min(at, learned_at + most[What(what)]) if what in most else at) for what, at in due]
    return sorted(due, key=lambda one: one[1])


def until(within: str, start: datetime) -> datetime:
    """The moment by which: minutes, the end of that day, or working days."""
    if within == "day":
        return make_aware(datetime.combine(localdate(start), time(23, 59)))
    if within.startswith("workdays "):
        left, at = int(within.split()[1]), start
        while left:
            at += timedelta(days=1)
            left -= localdate(at).weekday() not in WEEKEND
        return at
    return start + timedelta(minutes=int(within))
