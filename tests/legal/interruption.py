"""Every act of a part of the room, in the order of a story: cut at its last step it has not happened, then it does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import pytest
from django.apps import apps

from rihai.accounts.models import Grant, Notification
from rihai.accounts.operations.house import as_house
from rihai.kit.audit.models import Event
from rihai.people.models import CustodyEpisode, Person, Statement


@dataclass(frozen=True)
class Act:
    """One act: the operation by its name, the module in which it ends, and how it is done."""

    name: str
    module: str
    do: Callable[[], object]


def tables_of(part: str) -> list[Any]:
    """The tables of a part, and those below that its acts write to."""
    ours: list[Any] = [one for one in apps.get_app_config("legal").get_models() if f".{part}." in one.__module__]
    return [*ours, Grant, Notification, Person, CustodyEpisode, Statement, Event]


def kept(tables: Iterable[Any]) -> dict[str, list[str]]:
    """Every row as the house sees it."""
    with as_house():
        return {model.__name__: sorted(map(str, model._default_manager.values())) for model in tables}


def interrupt_each(monkeypatch: pytest.MonkeyPatch, part: str, story: Sequence[Act]) -> None:
    """Each act is cut where its line goes into the trail; everything is as before. Then it is done, and is not."""
    tables = tables_of(part)

    def power_cut(*_args: object, **_kwargs: object) -> None:
        raise KeyboardInterrupt

    before = kept(tables)
    for act in story:
        with monkeypatch.context() as broken:
            broken.setattr(f"rihai.legal.{part}.operations.{act.module}.append", power_cut)
            with pytest.raises(KeyboardInterrupt):
                act.do()
        assert kept(tables) == before, f"{act.name}, interrupted, left something"
        act.do()
        before, earlier = kept(tables), before
        assert before != earlier, f"{act.name}, uninterrupted, happens"


def left_out(operations: ModuleType, story: Sequence[Act]) -> set[str]:
    """Operations of the part that no act of the story is."""
    acts = {name for name in operations.__all__ if callable(getattr(operations, name)) and name[0].islower()}
    return acts - {act.name for act in story}
