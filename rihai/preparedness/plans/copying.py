"""What a new version starts with: the template of its hazard, or what the version in force says."""

from __future__ import annotations

from typing import TypeVar

from rihai.preparedness.plans.models import EntrySort, PlanEntry, PlanRole, PlanStep, PlanVersion
from rihai.preparedness.plans.templates_known import template_of

R = TypeVar("R", PlanRole, PlanStep, PlanEntry)
KEPT = ("triggers", "evacuation", "vulnerable")


def copy_template(edition: PlanVersion) -> None:
    """The words of the template in both languages; numbers and minutes are for the prison to write."""
    known = template_of(edition.plan.hazard)
    for name in KEPT:
        words = known.texts[name]
        setattr(edition, name, words["en"])
        setattr(edition, f"{name}_ur", words["ur"])
    edition.sources = "\n".join(known.sources)
    edition.save()
    PlanRole.objects.bulk_create(
        PlanRole(edition=edition, order=n, post=one.post, deputy=one.deputy, duty=one.en, duty_ur=one.ur)
        for n, one in enumerate(known.roles)
    )
    PlanStep.objects.bulk_create(
        PlanStep(edition=edition, order=n, post=one.post, says=one.en, says_ur=one.ur)
        for n, one in enumerate(known.steps)
    )
    PlanEntry.objects.bulk_create(
        PlanEntry(
            edition=edition, order=n, sort=EntrySort(one.sort), name=one.en, name_ur=one.ur, says=one.more_en,
            says_ur=one.more_ur,
        )
        for n, one in enumerate(known.entries)
    )  # fmt: skip


def copy_rows(before: PlanVersion, edition: PlanVersion) -> None:
    """The rows of the version in force, as rows of the new one."""
    PlanRole.objects.bulk_create([_copy(row, edition) for row in before.roles.all()])
    PlanStep.objects.bulk_create([_copy(row, edition) for row in before.steps.all()])
    PlanEntry.objects.bulk_create([_copy(row, edition) for row in before.entries.all()])


def _copy(row: R, edition: PlanVersion) -> R:
    columns = [one.attname for one in row._meta.concrete_fields if one.name not in {"id", "edition"}]
    return type(row)(edition=edition, **{name: getattr(row, name) for name in columns})
