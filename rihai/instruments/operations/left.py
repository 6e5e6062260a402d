"""What somebody left behind is taken over: it waits for whoever took it, or is given where its code says about whom."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.errors import NotFound, Refused
from rihai.instruments.errors import NoSuchForm
from rihai.instruments.left import left_behind
from rihai.instruments.models import Received, Stage
from rihai.instruments.openrosa.instance import read_instance
from rihai.instruments.operations.codes import meant_by
from rihai.instruments.operations.receiving import give_waiting
from rihai.kit.actor import Actor
from rihai.kit.audit import append


@transaction.atomic
def take_over(*, received_id: UUID, actor: Actor, at: datetime) -> Received:
    """Make the actor the one for whom it waits; given at once where its former owner's code says about whom.

    The room that takes the answer lets only those give it who may fill the form in about it. Raises NoSuchForm for one
    that the actor does not see left behind.
    """
    if received_id not in {one.pk for one in left_behind(actor)}:
        raise NoSuchForm(_("There is no such form."))
    with as_house(at):
        rows = Received.objects.select_for_update(of=("self",)).select_related("author", "version__instrument")
        kept = rows.filter(pk=received_id, stage=Stage.WAITING, author__is_active=False).first()
        if kept is None or not kept.xml:
            raise NoSuchForm(_("There is no such form."))
        former = kept.author
        about = meant_by(read_instance(kept.xml.encode()).code, actor=former)
        kept.author_id = actor.pk
        kept.save(update_fields=["author"])
        kept.files.update(author=actor.pk)
    if about is not None:
        try:
            give_waiting(received=kept, about=about, actor=actor, at=at)
        except (Refused, NotFound):
            about = None  # it waits for whoever took it over, who mends it
    append(
        "instruments.received.taken_over", actor=actor, at=at, subject=kept.pk, kind="received",
        detail={"of": former.pk, "form": kept.version.instrument.form_id, "given": about is not None},
    )  # fmt: skip
    with as_house(at):
        kept.refresh_from_db(fields=["stage", "answer"])
    return kept
