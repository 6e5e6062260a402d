"""Certificates are given for finished courses and withdrawn; a course finished elsewhere is written down or unsaid."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged
from rihai.training.certificates.codes import unused_code
from rihai.training.certificates.models import Certificate, Completion, CompletionSource
from rihai.training.completions.models import Became, FinishedLine
from rihai.training.courses.models import Course
from rihai.training.errors import NotSo, NotThere
from rihai.training.reach import KEEP, certificates_for, register_for, told_session


@transaction.atomic
def give_certificates(*, session_id: UUID, actor: Actor, at: datetime) -> int:
    """Give a certificate to everybody who finished in a session and has none; says how many. Raises NotThere, NotSo.

    What stands on each is kept as it is on this day: a name or a title that changes later changes no paper.
    """
    session = told_session(session_id, actor=actor, lock=True)
    due = Completion.objects.filter(
        enrolment__session=session, certificate=None, undone_on=None, trainee__let_go_on=None
    )
    rows = list(due.select_related("trainee", "course"))
    if not rows:
        raise NotSo(_("Everybody who finished has a certificate, or nobody finished yet."))
    trainers = ", ".join(session.trainers.values_list("full_name", flat=True))[:300]
    minutes = sum(session.curriculum.modules.values_list("minutes", flat=True)) if session.curriculum else 0
    Certificate.objects.bulk_create(
        Certificate(
            completion=one, code=unused_code(), full_name=one.trainee.full_name, title=one.course.title,
            title_ur=one.course.title_ur, minutes=minutes, trainers=trainers, issued_on=local_day(at),
            issued_by_name=actor.name[:120],
        )
        for one in rows
    )  # fmt: skip
    detail = {"certificates": len(rows)}
    append("training.certificates.given", actor=actor, at=at, subject=session.pk, kind="session", detail=detail)
    return len(rows)


@transaction.atomic
def withdraw(*, certificate_id: UUID, version: int, because: str, actor: Actor, at: datetime) -> Certificate:
    """A certificate does not hold any more; the course counts as finished no more. Raises NotThere, NotSo, Changed."""
    one = certificates_for(actor).filter(pk=certificate_id).first() if actor.may(KEEP) else None
    if one is None:
        raise NotThere(str(certificate_id))
    if one.withdrawn_on is not None:
        raise NotSo(_("It was withdrawn already."))
    if not because.strip():
        raise NotSo(_("Say why it is withdrawn."))
    one.withdrawn_on, one.withdrawn_because = local_day(at), because.strip()[:200]
    save_if_unchanged(one, version=version, fields=["withdrawn_on", "withdrawn_because"])
    append("training.certificate.withdrawn", actor=actor, at=at, subject=one.pk, kind="certificate")
    return one


@transaction.atomic
def finished_elsewhere(
    *, trainee_id: UUID, course: Course, on: date, says: str, actor: Actor, at: datetime
) -> Completion:
    """Somebody finished a course elsewhere, by a certificate that was seen. Raises NotThere, NotSo."""
    trainee = register_for(actor).filter(pk=trainee_id).first() if actor.may(KEEP) else None
    if trainee is None:
        raise NotThere(str(trainee_id))
    if on > local_day(at):
        raise NotSo(_("This day is still to come."))
    made = Completion(
        trainee=trainee, course=course, on=on, source=CompletionSource.PAPER, says=says[:200], made_by=actor.pk,
        made_by_name=actor.name[:120], made_at=at,
    )  # fmt: skip
    made.save(force_insert=True)
    detail = {"course": course.pk}
    append("training.course.finished_elsewhere", actor=actor, at=at, subject=trainee.pk, kind="trainee", detail=detail)
    return made


@transaction.atomic
def unsay_elsewhere(*, completion_id: UUID, actor: Actor, at: datetime) -> UUID:
    """Somebody did not finish a course elsewhere after all: it counts no more, and the line of a list waits again.

    For who wrote it; gives the key of who learns. Raises NotThere.
    """
    mine = Completion.objects.select_for_update(of=("self",)).filter(made_by=actor.pk, enrolment=None)
    one = mine.filter(pk=completion_id).first() if actor.may(KEEP) else None
    if one is None:
        raise NotThere(str(completion_id))
    FinishedLine.objects.filter(completion=one).update(
        completion=None, became=Became.WAITING, settled_by_name="", settled_at=None
    )
    trainee_id, detail = one.trainee_id, {"course": one.course_id, "on": one.on}
    one.delete()
    append("training.course.unsaid_elsewhere", actor=actor, at=at, subject=trainee_id, kind="trainee", detail=detail)
    return trainee_id
