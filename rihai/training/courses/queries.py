"""Courses, trainers and rules as whoever reads training sees them."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet, Sum

from rihai.accounts.models import Account
from rihai.accounts.roles import ROLES
from rihai.kit.actor import Actor
from rihai.kit.files import StoredFile
from rihai.training.courses.models import Course, CourseVersion, Mandatory, Material, Trainer, VersionState, in_hours
from rihai.training.walls import KEEP, READ


def courses_listed(actor: Actor) -> Sequence[Course]:
    """All courses with their version in use, its time and how many modules; two queries."""
    if not actor.may(READ):
        return []
    counted = CourseVersion.objects.exclude(state=VersionState.RETIRED).annotate(
        n_modules=Count("modules"), n_minutes=Sum("modules__minutes")
    )
    rows = list(Course.objects.prefetch_related(Prefetch("versions", counted.order_by("-state"), to_attr="live")))
    for version in [each for one in rows for each in getattr(one, "live", ())]:
        version.parts, version.time = getattr(version, "n_modules", 0), in_hours(getattr(version, "n_minutes", 0))
    return rows


def versions_for(actor: Actor) -> QuerySet[CourseVersion]:
    """Every version of every course."""
    rows = CourseVersion.objects.select_related("course__kept_by")
    return rows if actor.may(READ) else rows.none()


def courses_for(actor: Actor) -> QuerySet[Course]:
    """Every course."""
    rows = Course.objects.select_related("kept_by")
    return rows if actor.may(READ) else rows.none()


def rules_listed(actor: Actor) -> QuerySet[Mandatory]:
    """What is mandatory and has not ended."""
    rows = Mandatory.objects.filter(ended_on=None).select_related("course", "rank", "place")
    return rows if actor.may(READ) else rows.none()


def trainers_for(actor: Actor) -> QuerySet[Trainer]:
    """The pool, those who no longer teach last."""
    rows = Trainer.objects.select_related("place", "account").prefetch_related("qualifications__course")
    return rows if actor.may(READ) else rows.none()


def accounts_that_keep() -> QuerySet[Account]:
    """Accounts with a posting by which training is kept, by name."""
    roles = [key for key, role in ROLES.items() if KEEP in role.capabilities]
    held = Q(postings__role__in=roles, postings__ended_on=None)
    return Account.objects.filter(held, is_active=True).distinct().order_by("name")


def may_keep_course(actor: Actor, course: Course) -> bool:
    """Whether the actor may change a course: its keeper, or whoever keeps training where nobody looks after it."""
    return actor.may(KEEP) and course.kept_by_id in {None, actor.pk}


def may_read_material(actor: Actor, stored: StoredFile) -> bool:
    """A file that a course is taught with is read by whoever reads training."""
    return actor.may(READ) and Material.objects.filter(file=stored).exists()


def trainer_for(pk: UUID, *, actor: Actor) -> Trainer | None:
    """One trainer."""
    return trainers_for(actor).filter(pk=pk).first()
