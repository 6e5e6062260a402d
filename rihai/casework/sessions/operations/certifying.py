"""Certificates: given for a finished course, with a code."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.casework.services.catalogue import service
from rihai.casework.services.errors import WrongEntry
from rihai.casework.services.models import Enrolment
from rihai.casework.services.operations.reach import kept_row
from rihai.casework.sessions.models import Attendance, Came, Certificate
from rihai.kit.actor import Actor
from rihai.kit.acts import after
from rihai.kit.audit import append
from rihai.kit.certified import new_certificate_code
from rihai.kit.offers import Done


@transaction.atomic
def give_certificate(
    *, enrolment_id: UUID, subject: str, subject_ur: str, trainer: str, on: date, actor: Actor, at: datetime
) -> Certificate:
    """Give the certificate of a finished course; once. Raises NoSuchRecord, WrongEntry."""
    row = kept_row(Enrolment, enrolment_id, actor=actor, at=at)
    found = service(row.service)
    if found is None or not found.is_certified or not row.is_finished:
        raise WrongEntry(_("A certificate is given when a course that has one is finished."))
    if Certificate.objects.filter(enrolment=row).exists():
        raise WrongEntry(_("The certificate was given already. Print it again."))
    came = Attendance.objects.filter(enrolment=row, came=Came.PRESENT).count()
    made = Certificate(
        person_id=row.person_id, first_person=row.person_id, data_class=row.data_class, enrolment=row,
        code=new_certificate_code(), service=row.service, subject=subject[:120], subject_ur=subject_ur[:120],
        sessions=came, trainer=trainer[:120], issued_on=on, made_by=actor.pk, made_by_name=actor.name[:120], made_at=at,
    )  # fmt: skip
    made.save(force_insert=True)
    detail = {"certificate": made.pk, "service": row.service}
    after(Done(act="casework.certificate.given", actor=actor, at=at, person_ids=(row.person_id,), detail=detail))
    append("casework.certificate.given", actor=actor, at=at, subject=row.person_id, kind="person", detail=detail)
    return made
