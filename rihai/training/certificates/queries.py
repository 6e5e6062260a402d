"""The certificates of a session, as far as the actor is told of who holds them."""

from __future__ import annotations

from django.db.models import QuerySet

from rihai.kit.actor import Actor
from rihai.training.certificates.models import Certificate
from rihai.training.reach import certificates_for
from rihai.training.sessions.models import Session


def given_in(session: Session, actor: Actor) -> QuerySet[Certificate]:
    """All that were given for a session, also those withdrawn since."""
    return certificates_for(actor).filter(completion__enrolment__session=session).select_related("completion")


def to_print(session: Session, actor: Actor) -> QuerySet[Certificate]:
    """Those that stand and still bear a name, by name."""
    return given_in(session, actor).filter(withdrawn_on=None).exclude(full_name="").order_by("full_name", "pk")
