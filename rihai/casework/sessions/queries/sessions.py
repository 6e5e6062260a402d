"""Groups and sessions: those at places where the actor sees people in their class, and who is expected at one."""

from __future__ import annotations

from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from django.db.models import Count, Exists, Model, OuterRef, Q, QuerySet

from rihai.accounts.queries import standing
from rihai.casework.cases.capabilities import read_by
from rihai.casework.services.models import Enrolment
from rihai.casework.services.queries.reach import rows_for
from rihai.casework.sessions.models import Attendance, Came, Certificate, Group, Member, Remark, Session, SessionState
from rihai.kit.actor import Actor
from rihai.places.models import Inside

PAGE = 50
M = TypeVar("M", bound=Model)


def _at_my_places(actor: Actor, at: datetime | None) -> Q:
    """Rows whose place is one where the actor sees people in the row's class."""
    now, found = standing(actor, at), Q(pk__in=())
    for one in read_by(actor):
        reach = now.reach(one)
        if reach.everywhere:
            found |= Q(data_class=one)
        elif reach.places:
            found |= Q(data_class=one, place__in=Inside.objects.filter(outer__in=reach.places).values("inner_id"))
    return found


def groups_for(actor: Actor, *, at: datetime | None = None) -> QuerySet[Group]:
    """The groups at the actor's places."""
    return Group.objects.filter(_at_my_places(actor, at))


def sessions_for(actor: Actor, *, at: datetime | None = None) -> QuerySet[Session]:
    """The sessions at the actor's places; one person's alone, where the actor sees that person."""
    seen = rows_for(Attendance, actor, at=at).filter(session=OuterRef("pk"))
    return Session.objects.filter(_at_my_places(actor, at)).filter(Q(group__isnull=False) | Exists(seen))


def groups_listed(actor: Actor, *, on: date) -> list[Group]:
    """The groups that meet, with how many are in each as far as the actor sees them."""
    found = groups_for(actor).filter(Q(ended_on=None) | Q(ended_on__gt=on)).select_related("place")
    rows = list(found[:PAGE])
    seen = rows_for(Member, actor).filter(ended_on=None, group__in=rows).order_by().values_list("group")
    counts = dict(seen.annotate(n=Count("pk")))
    for one in rows:
        one.n = counts.get(one.pk, 0)
    return rows


def sessions_listed(actor: Actor, *, state: str = "") -> list[Session]:
    """Sessions, the newest first, with how many are expected and how many came."""
    rows = sessions_for(actor).select_related("place", "group")
    if state:
        rows = rows.filter(state=state)
    return with_counts(rows, actor, most=PAGE)


def with_counts(found: QuerySet[Session], actor: Actor, *, most: int) -> list[Session]:
    """The first of them with `expected` and `came`: distinct people, as far as the actor sees them.

    Counted for the rows of the page alone, however many sessions there are.
    """
    rows = list(found[:most])
    seen = rows_for(Attendance, actor).filter(session__in=rows).order_by().values_list("session")
    present = Count("person", filter=Q(came=Came.PRESENT), distinct=True)
    counts = {key: (all_of, came) for key, all_of, came in seen.annotate(n=Count("person", distinct=True), m=present)}
    for one in rows:
        one.expected, one.came = counts.get(one.pk, (0, 0))
    return rows


def to_record(actor: Actor, *, on: date) -> QuerySet[Session]:
    """Sessions whose day has come and of which nobody said who came."""
    return sessions_for(actor).filter(state=SessionState.PLANNED, on__lte=on).select_related("place", "group")


def sheet(session: Session, *, actor: Actor) -> list[Attendance]:
    """Those expected whom the actor sees, by name."""
    rows = rows_for(Attendance, actor).filter(session=session).select_related("person")
    return list(rows.order_by("person__full_name", "pk"))


def remarks_of(session: Session, *, actor: Actor) -> list[Remark]:
    """What was remarked in a session, as far as the actor sees the class and the person."""
    return list(rows_for(Remark, actor).filter(session=session).select_related("person")[:PAGE])


def members_of(group: Group, *, actor: Actor) -> list[Member]:
    """Who is in a group now, as far as the actor sees them."""
    rows = rows_for(Member, actor).filter(group=group, ended_on=None).select_related("person")
    return list(rows.order_by("person__full_name", "pk"))


def could_join(group: Group, *, actor: Actor) -> QuerySet[Enrolment]:
    """Who is in the service at the place of a group and not yet in it."""
    inside = Member.objects.filter(group=group, ended_on=None).values("person_id")
    near = Inside.objects.filter(outer=group.place_id).values("inner_id")
    rows = rows_for(Enrolment, actor).filter(service=group.service, ended_on=None)
    rows = rows.filter(Q(place__in=near) | Q(person__held_at__in=near)).exclude(person__in=inside)
    return rows.select_related("person").order_by("person__full_name", "pk")


def could_come(session: Session, *, actor: Actor) -> QuerySet[Enrolment]:
    """Who is in the service at the place of a session and is not expected."""
    there = Attendance.objects.filter(session=session).values("person_id")
    near = Inside.objects.filter(outer=session.place_id).values("inner_id")
    rows = rows_for(Enrolment, actor).filter(service=session.service, ended_on=None)
    rows = rows.filter(Q(place__in=near) | Q(person__held_at__in=near)).exclude(person__in=there)
    return rows.select_related("person").order_by("person__full_name", "pk")


def certificate_seen(certificate_id: UUID, *, actor: Actor) -> Certificate | None:
    """One certificate; None for one the actor may not see."""
    return rows_for(Certificate, actor).select_related("person").filter(pk=certificate_id).first()


def certificate_by_code(code: str, *, actor: Actor) -> Certificate | None:
    """The certificate of a code, as far as the actor sees whose it is."""
    return rows_for(Certificate, actor).select_related("person").filter(code=code.strip().upper()[:12]).first()
