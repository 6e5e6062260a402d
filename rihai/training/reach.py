"""Who is told what of training. Courses, sessions and trainers: whoever reads here. Who learns: by session and posting.

What somebody did in a session is told to its trainers, to who planned it and to who looks after its course; that they
finished a course, and what is overdue, also to who judges where they are posted. Everybody else is told counts.
`walls.py` repeats it in PostgreSQL.
"""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet

from rihai.accounts.models import SYSTEM_ID
from rihai.accounts.queries.sight import standing
from rihai.accounts.roles import ROLES
from rihai.kit.actor import Actor
from rihai.places.kinds import Kind
from rihai.places.models import Inside, Place
from rihai.training.certificates.models import Certificate, Completion
from rihai.training.errors import NotThere
from rihai.training.sessions.models import Enrolment, Session, Trainee
from rihai.training.walls import JUDGE, KEEP, READ

AREAS = (Kind.COUNTRY, Kind.PROVINCE, Kind.DIVISION, Kind.DISTRICT, Kind.PRISON)
"""Places that can be looked at as a whole, the widest first."""


def is_everywhere(actor: Actor, capability: str) -> bool:
    """Whether a posting with the capability covers the whole office."""
    if actor.pk == SYSTEM_ID:
        return True
    return any(post.everywhere for post in standing(actor).posts if capability in ROLES[post.role].capabilities)


def covered(actor: Actor, capability: str, column: str = "place") -> Q:
    """Rows whose place a posting covers that gives the capability; those without a place for the whole office."""
    if is_everywhere(actor, capability):
        return Q()
    posts = [post for post in standing(actor).posts if capability in ROLES[post.role].capabilities]
    places = frozenset[int]().union(*(post.places for post in posts))
    return Q(**{f"{column}__in": Inside.objects.filter(outer__in=places).values("inner_id")}) if places else Q(pk=None)


def places_for(actor: Actor, capability: str) -> QuerySet[Place]:
    """The open places that the actor's posting covers, by name."""
    return Place.objects.filter(covered(actor, capability, "pk"), closed_on=None).order_by("name", "pk")


def sessions_for(actor: Actor) -> QuerySet[Session]:
    """Sessions: they are announced to whoever reads training."""
    if not actor.may(READ) and actor.pk != SYSTEM_ID:
        return Session.objects.none()
    return Session.objects.select_related("place", "curriculum__course")


def told_sessions(actor: Actor) -> QuerySet[Session]:
    """The sessions whose people the actor is told: taught or planned by them, or of a course they look after."""
    if actor.pk == SYSTEM_ID:
        return Session.objects.all()
    if not actor.may(KEEP):
        return Session.objects.none()
    led = Session.trainers.through.objects.filter(trainer__account=actor.pk).values("session_id")
    mine = Q(kept_by=actor.pk) | Q(curriculum__course__kept_by=actor.pk) | Q(pk__in=led)
    return Session.objects.filter(mine)


def is_told(actor: Actor, session: Session) -> bool:
    """Whether the actor is told who learns in a session."""
    return told_sessions(actor).filter(pk=session.pk).exists()


def told_session(pk: UUID, *, actor: Actor, lock: bool = False) -> Session:
    """A session whose people the actor is told; `lock`: held until the act is done. Raises NotThere."""
    rows = Session.objects.filter(pk__in=told_sessions(actor).values("pk"), pk=pk)
    found = (rows.select_for_update(of=("self",)) if lock else rows).first()
    if found is None:
        raise NotThere(str(pk))
    return found


def _in_told(actor: Actor) -> QuerySet[Enrolment]:
    return Enrolment.objects.filter(session__in=told_sessions(actor).values("pk"))


def enrolments_for(actor: Actor) -> QuerySet[Enrolment]:
    """Who is in which session, as far as the actor is told."""
    return _in_told(actor).select_related("trainee__rank", "trainee__place")


def trainees_for(actor: Actor) -> QuerySet[Trainee]:
    """Those who learn: of one's places, of one's sessions, and whom one wrote down oneself."""
    if actor.pk == SYSTEM_ID:
        return Trainee.objects.all()
    seen = Q(pk=None)
    if actor.may(KEEP):
        seen |= covered(actor, KEEP) or Q(pk__isnull=False)
        seen |= Q(pk__in=_in_told(actor).values("trainee_id")) | Q(made_by=actor.pk)
    if actor.may(JUDGE):
        seen |= covered(actor, JUDGE) | covered(actor, JUDGE, "same_as__place") or Q(pk__isnull=False)
    return Trainee.objects.filter(seen).select_related("rank", "place")


def register_for(actor: Actor) -> QuerySet[Trainee]:
    """The entries that stand for somebody: not joined with another, nor without a name any more."""
    return trainees_for(actor).filter(same_as=None, let_go_on=None)


def judged_trainees(actor: Actor) -> QuerySet[Trainee]:
    """Those whose overdue courses the actor is told by name: posted where they judge; each person once."""
    if not actor.may(JUDGE):
        return Trainee.objects.none()
    return Trainee.objects.filter(covered(actor, JUDGE), same_as=None).select_related("rank", "place")


def completions_for(actor: Actor) -> QuerySet[Completion]:
    """Finished courses: of one's sessions, of those one judges, and those one wrote down."""
    if actor.pk == SYSTEM_ID:
        return Completion.objects.all()
    judged = judged_trainees(actor).values("pk")
    seen = Q(enrolment__in=_in_told(actor).values("pk")) | Q(trainee__in=judged) | Q(trainee__same_as__in=judged)
    return Completion.objects.filter(seen | Q(made_by=actor.pk))


def certificates_for(actor: Actor) -> QuerySet[Certificate]:
    """The certificates of the finished courses that the actor is told."""
    return Certificate.objects.filter(completion__in=completions_for(actor).values("pk"))


__all__ = [
    "AREAS", "JUDGE", "KEEP", "READ", "certificates_for", "completions_for", "covered", "enrolments_for",
    "is_everywhere", "is_told", "judged_trainees", "places_for", "register_for", "sessions_for",
    "told_session", "told_sessions", "trainees_for",
]  # fmt: skip
