"""What rooms answer to somebody without an account, and what they hand up to be looked into."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from rihai.kit.actor import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """A certificate that was given, as anybody is told who has its code. `is_hers` is None where no name was typed.

    `is_name_gone`: its name was kept its time, so none can be compared.
    """

    code: str
    course: str
    issued_on: date
    subject: str = ""
    is_hers: bool | None = None
    is_name_gone: bool = False
    withdrawn_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateKind:
    """Certificates of a room that the page of codes answers for.

    `verify` is given a code as `kit.certified` writes it, the name that was typed, the language and the moment;
    None for a code it never gave. It compares the name and never hands one out.
    """

    name: str
    verify: Callable[[str, str, str, datetime], Verified | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hardship:
    """Something that people who work with it found hard, to be looked into: in a few words, the problem, who says so.

    It names nobody. `place_id` None: everywhere; `says_who` is where it was found ("workshop of …"), `url` that page.
    """

    title: str
    problem: str
    says_who: str
    place_id: int | None = None
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChallengeDoor:
    """Takes what rooms find hard to the register of challenges: `raised` keeps it there, inside the act that found it.

    Whoever keeps the register decides whether it becomes a challenge.
    """

    name: str
    raised: Callable[[Hardship, Actor, datetime], Any]
