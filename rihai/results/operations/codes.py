"""Two codes turn out to be one person, and perhaps two after all: totals follow, and what was locked says so."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.census.served.words import plain_code
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.results.counting.marks import mark_of_code
from rihai.results.errors import NoSuchProject, NotSo
from rihai.results.models import MergedSince, Project, SameCode, ServiceRow
from rihai.results.reach import KEEP, project_for, projects_for


@transaction.atomic
def join_codes(*, project_id: UUID, code: str, same_as: str, reason: str, actor: Actor, at: datetime) -> SameCode:
    """Count the rows of `code` as those of `same_as`. Raises NoSuchProject, NotSo."""
    project = project_for(project_id, actor=actor, capability=KEEP)
    Project.objects.select_for_update().get(pk=project.pk)
    code, same_as = plain_code(code), plain_code(same_as)
    rows = ServiceRow.objects.filter(project=project)
    if code == same_as:
        raise NotSo(_("That is one code already."))
    if not reason.strip():
        raise NotSo(_("Say how you know that they are one person."))
    for one in (code, same_as):
        if not rows.filter(who=one, code=one).exists():
            raise NotSo(_("No row is counted under one of these codes. Write them as the list has them."))
    if SameCode.objects.filter(project=project, same_as=code, parted_at=None).exists():
        raise NotSo(_("Other codes were joined to this one. Join it the other way round."))
    made = SameCode.objects.create(
        project=project, code=code, same_as=same_as, reason=reason[:400], by_name=actor.name[:120], at=at
    )
    rows.filter(code=code).update(who=same_as)
    with as_house(at):
        MergedSince.objects.create(kept=mark_of_code(project, same_as), gone=mark_of_code(project, code), at=at)
    append("results.codes.joined", actor=actor, at=at, subject=project.pk, kind="project", detail={"row": made.pk})
    return made


@transaction.atomic
def part_codes(*, same_id: UUID, actor: Actor, at: datetime) -> SameCode:
    """They were two after all. Raises NoSuchProject, NotSo."""
    mine = projects_for(actor, KEEP).values("pk")
    rows = SameCode.objects.select_for_update(of=("self",)).select_related("project")
    found = rows.filter(pk=same_id, project__in=mine).first()
    if found is None:
        raise NoSuchProject(str(same_id))
    Project.objects.select_for_update().get(pk=found.project_id)
    if found.parted_at is not None:
        raise NotSo(_("They are two codes already."))
    found.parted_at = at
    found.save(update_fields=["parted_at"])
    ServiceRow.objects.filter(project=found.project_id, code=found.code).update(who=found.code)
    with as_house(at):
        kept, gone = mark_of_code(found.project, found.same_as), mark_of_code(found.project, found.code)
        MergedSince.objects.filter(kept=kept, gone=gone).delete()
    append(
        "results.codes.parted", actor=actor, at=at, subject=found.project_id, kind="project", detail={"row": found.pk}
    )
    return found
