"""What the parts of the room say a prison lacks to be ready; the overview gathers it.

A part writes `CHECKS: tuple[Check, ...]` in its `lacks.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from rihai.kit.actor import Actor

PARTS = ("plans", "drills", "procedures", "stores", "money", "emergencies", "materials")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """One thing a prison lacks: in one sentence, and where to mend it. `is_grave`: it stands first."""

    says: Any
    url: str = ""
    is_grave: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """Something a prison must have to be ready. `of` is asked of many prisons at once, in a constant number of queries;
    a prison it leaves out lacks nothing of it."""

    name: str
    title: Any
    of: Callable[[Actor, Collection[int], date], Mapping[int, Sequence[Lack]]]


@cache
def checks() -> tuple[Check, ...]:
    """Everything that is looked at, part by part."""
    modules = [f"rihai.preparedness.{part}.lacks" for part in PARTS]
    return tuple(one for name in modules if find_spec(name) for one in import_module(name).CHECKS)
