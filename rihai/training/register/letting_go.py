"""Names that were kept their time are taken out of the register; counts, and the codes of certificates, stay."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.training.certificates.models import Certificate, Completion
from rihai.training.completions.models import FinishedLine
from rihai.training.errors import NotSo, NotThere
from rihai.training.exams.models import CodeHolder
from rihai.training.register.models import Twins
from rihai.training.register.queries import code_of, due_to_go, is_keeper
from rihai.training.sessions.models import ArrivingRow, Correction, Trainee


@transaction.atomic
def let_go(*, trainee_id: UUID, actor: Actor, at: datetime) -> Trainee:
    """Take a name, and all that leads to it, out of the register, with the entries that were joined with it.

    What stays: rank, posting, sex and whether they finished what, for counts; of a certificate the code, the course and
    the day, so that whoever holds it can still show it. For who keeps trainings for the whole office; once the time has
    run out, and never again undone. Raises NotThere, NotSo.
    """
    today = local_day(at)
    if not is_keeper(actor):
        raise NotThere(str(trainee_id))
    with as_house(at):
        head = Trainee.objects.select_for_update(of=("self",)).filter(pk=trainee_id, let_go_on=None).first()
        if head is None:
            raise NotThere(str(trainee_id))
        if head.pk not in {one.pk for one, _ended, _due in due_to_go(today)}:
            raise NotSo(_("Their time has not run out. Nothing was taken out."))
        entries = [head, *Trainee.objects.select_for_update(of=("self",)).filter(same_as=head).order_by("pk")]
        _take_out([one.pk for one in entries])
        for one in entries:
            one.full_name, one.let_go_on = code_of(one), today
            one.organisation = one.number = one.contact = ""
            one.joined_on, one.version = None, one.version + 1
            one.save()
    detail = {"entries": len(entries)}
    append("training.trainee.let_go", actor=actor, at=at, subject=head.pk, kind="trainee", detail=detail)
    return head


def _take_out(ids: list[UUID]) -> None:
    """What leads to them elsewhere: names on certificates and lists, whose code was whose, what was said of them."""
    own = Completion.objects.filter(trainee__in=ids)
    Certificate.objects.filter(completion__in=own.values("pk")).update(full_name="", withdrawn_because="")
    lines = FinishedLine.objects.filter(completion__in=own.values("pk"))
    lines.update(full_name="", service_number="", organisation="", certificate="", alike=None)
    # of whom they were only proposed for, somebody else may be the one: that line keeps its own name
    FinishedLine.objects.filter(alike__in=ids).update(alike=None)
    own.update(says="")
    CodeHolder.objects.filter(enrolment__trainee__in=ids).delete()
    Correction.objects.filter(enrolment__trainee__in=ids).update(because="")
    ArrivingRow.objects.filter(alike__in=ids).update(alike=None)
    Twins.objects.filter(Q(one__in=ids) | Q(other__in=ids)).delete()
