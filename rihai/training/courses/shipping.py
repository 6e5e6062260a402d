"""Puts the topics, ranks and courses that come with Rihai into an office, once each; what the office changed stays."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from django.db import transaction

from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.data_files import loaded
from rihai.kit.audit import append
from rihai.training.courses.models import Course, CourseVersion, Module, Rank, Topic, VersionState

FILE = Path(__file__).parent / "shipped.yaml"


@cache
def shipped() -> dict[str, list[dict[str, Any]]]:
    """Topics, ranks and courses as they ship."""
    found: dict[str, list[dict[str, Any]]] = loaded(FILE.read_text(encoding="utf-8"))
    return found


def keep_up(at: datetime) -> int:
    """With each tick of the clock: what ships and is not there yet; where nothing is missing it is two queries."""
    with as_house(at):
        there = {kind: set(kind.objects.values_list("code", flat=True)) for kind in (Topic, Course)}
        ships = ((Topic, "topics"), (Course, "courses"))
        if all(one["code"] in there[kind] for kind, name in ships for one in shipped()[name]):
            return 0
        return take_in(at)


@transaction.atomic
def take_in(at: datetime) -> int:
    """Write down what ships and is not there; says how many courses came, or came into use. Asked by the house.

    A course that shipped without modules and that nobody touched since is given those that ship now.
    """
    for order, one in enumerate(shipped()["topics"]):
        Topic.objects.get_or_create(code=one["code"], defaults=_topic(one, order))
    for order, one in enumerate(shipped()["ranks"]):
        said = {"title": one["en"], "title_ur": one["ur"], "audience": one["audience"], "order": order}
        Rank.objects.get_or_create(code=one["code"], defaults=said)
    topics = {one.code: one for one in Topic.objects.all()}
    new = [one for one in shipped()["courses"] if _course(one, topics, at)]
    append(
        "training.courses.taken_in", actor=None, at=at, kind="course", detail={"courses": [one["code"] for one in new]}
    )
    return len(new)


def _topic(one: dict[str, Any], order: int) -> dict[str, Any]:
    return {
        "title": one["en"], "title_ur": one["ur"], "minutes": one["minutes"], "objective": one["objective"],
        "objective_ur": one["objective_ur"], "source": one["source"], "order": order,
    }  # fmt: skip


def _course(one: dict[str, Any], topics: dict[str, Topic], at: datetime) -> bool:
    said = {
        "title": one["en"], "title_ur": one["ur"], "kind": one["kind"], "objective": one["objective"],
        "objective_ur": one["objective_ur"], "source": one["source"],
    }  # fmt: skip
    course, is_new = Course.objects.get_or_create(code=one["code"], defaults=said)
    if not is_new:
        empty = course.versions.filter(course__version=1, version=1, modules=None, materials=None)
        if course.versions.count() != 1 or not empty.filter(state=VersionState.DRAFT).exists():
            return False
        course.versions.all().delete()
        Course.objects.filter(pk=course.pk).update(**said)
    version = CourseVersion.objects.create(
        course=course, number=1, languages=["en", "ur"], made_at=at, in_use_on=local_day(at), state=VersionState.IN_USE
    )  # fmt: skip
    methods = {row["code"]: row.get("method", "") for row in shipped()["topics"]}
    Module.objects.bulk_create(
        module_of(topics[code], version, order, methods.get(code, "")) for order, code in enumerate(one["topics"], 1)
    )
    return True


def module_of(topic: Topic, version: CourseVersion, order: int, method: str = "") -> Module:
    """A module made of a topic; what is changed in it later changes no topic."""
    return Module(
        curriculum=version, topic=topic, order=order, title=topic.title, title_ur=topic.title_ur, minutes=topic.minutes,
        objective=topic.objective, objective_ur=topic.objective_ur, method=method,
    )  # fmt: skip
