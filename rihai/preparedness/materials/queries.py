"""Information materials as the actor sees them: all of them; where they went and hang at the places of the actor."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from rihai.kit.actor import Actor
from rihai.kit.files import StoredFile
from rihai.preparedness.errors import NotThere
from rihai.preparedness.materials.models import Material, Posted, Sending, Text
from rihai.preparedness.reach import READ
from rihai.preparedness.stores.queries import by_any

ARRIVES, HANGS = timedelta(days=14), timedelta(days=7)
"""After sending it should have arrived, after arriving it should hang: then My work asks."""


def materials_for(actor: Actor) -> QuerySet[Material]:
    """Every material, for whoever reads here: they are no prison's own."""
    return Material.objects.all() if actor.may(READ) else Material.objects.none()


def material_for(pk: UUID, *, actor: Actor) -> Material:
    """One of them, locked until the act is done. Raises NotThere."""
    found = materials_for(actor).select_for_update(of=("self",)).filter(pk=pk).first()
    if found is None:
        raise NotThere(str(pk))
    return found


def texts_for(actor: Actor) -> QuerySet[Text]:
    """Every material in every language, for whoever reads here."""
    rows = Text.objects.select_related("material")
    return rows if actor.may(READ) else rows.none()


def text_for(pk: UUID, *, actor: Actor) -> Text:
    """A material in a language. Raises NotThere."""
    found = texts_for(actor).select_for_update(of=("self",)).filter(pk=pk).first()
    if found is None:
        raise NotThere(str(pk))
    return found


def sendings_for(actor: Actor, *capabilities: str) -> QuerySet[Sending]:
    """What was sent to the places where the actor may do one of these, else read; the newest first."""
    rows = Sending.objects.filter(by_any(actor, *(capabilities or (READ,))))
    return rows.select_related("text__material", "place")


def sending_for(pk: UUID, *capabilities: str, actor: Actor) -> Sending:
    """One of them, locked. Raises NotThere."""
    found = sendings_for(actor, *capabilities).select_for_update(of=("self",)).filter(pk=pk).first()
    if found is None:
        raise NotThere(str(pk))
    return found


def posted_for(actor: Actor, *capabilities: str) -> QuerySet[Posted]:
    """What hangs, or hung, at those places, the oldest first."""
    mine = sendings_for(actor, *capabilities).order_by().values("pk")
    return Posted.objects.filter(sending__in=mine).select_related("sending__text__material", "sending__place")


def out_of_date(on: date, prefix: str = "") -> Q:
    """Materials that are withdrawn or past their day; `prefix` leads to them from another table."""
    withdrawn, past = f"{prefix}withdrawn_on__lte", f"{prefix}good_until__lt"
    return Q(**{withdrawn: on}) | Q(**{past: on})


def to_take_down(rows: QuerySet[Posted], on: date) -> QuerySet[Posted]:
    """What still hangs although it is out of date."""
    return rows.filter(out_of_date(on, "sending__text__material__"), down_on=None)


def waiting(rows: QuerySet[Sending], on: date) -> QuerySet[Sending]:
    """What was sent a fortnight ago and nobody says that it came; what came a week ago, is good, and hangs nowhere."""
    hangs = Exists(Posted.objects.filter(sending=OuterRef("pk")))
    lost = Q(received_on=None, sent_on__lte=on - ARRIVES)
    unposted = Q(received_on__lte=on - HANGS, received__gt=0) & ~hangs
    good = ~Q(text__material__in=Material.objects.filter(out_of_date(on)).values("pk"))
    return rows.filter(lost | (unposted & good))


def may_read_file(actor: Actor, stored: StoredFile) -> bool:
    """A material's file is read by whoever reads materials."""
    return actor.may(READ) and Text.objects.filter(file=stored).exists()
