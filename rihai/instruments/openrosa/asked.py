"""What is asked of phones and of what came from them: always one's own."""

from __future__ import annotations

from uuid import UUID

from django.utils.timezone import localtime
from django.utils.translation import get_language

from rihai.accounts.operations.house import as_house
from rihai.instruments.form import Filled
from rihai.instruments.handling import keys_seen
from rihai.instruments.models import Answer, AnswerFile, Device, Received, Stage
from rihai.instruments.openrosa.instance import read_instance, texts_of
from rihai.instruments.queries import form_of, key_of
from rihai.kit.actor import Actor
from rihai.kit.files import StoredFile

SHOWN = 100


def devices_of(actor: Actor) -> list[Device]:
    """The actor's phones, those that work first."""
    return sorted(Device.objects.filter(account=actor.pk)[:SHOWN], key=lambda one: one.ended_at is not None)


def waiting_of(actor: Actor, *, form_id: str = "") -> list[Received]:
    """What came from the actor's phones and waits for them, the oldest first."""
    found = Received.objects.filter(author=actor.pk, stage=Stage.WAITING).select_related("version__instrument")
    found = found.filter(instrument__form_id=form_id) if form_id else found
    return list(found.defer("version__xform", "xml").order_by("first_at")[:SHOWN])


def received_seen(received_id: UUID, *, actor: Actor) -> Received | None:
    """One of the actor's own that waits."""
    found = Received.objects.select_related("version__instrument").defer("version__xform")
    return found.filter(pk=received_id, author=actor.pk, stage=Stage.WAITING).first()


def filled_from(received: Received) -> Filled:
    """The form with what came in it, in the reader's language."""
    form = form_of(received.version_id)
    texts = texts_of(read_instance((received.xml or "").encode()), form)
    now = localtime(received.first_at).replace(tzinfo=None)
    return Filled(form, texts, now=now, language=(get_language() or "en")[:2])


def files_of(answer: Answer) -> list[AnswerFile]:
    """The files of an answer that was seen."""
    with as_house():
        return list(AnswerFile.objects.filter(answer=answer).select_related("stored"))


def may_read(actor: Actor, stored: StoredFile) -> bool:
    """A file is read by whoever sees its answer; while that waits, by its author."""
    with as_house():
        found = AnswerFile.objects.select_related("answer").filter(stored=stored).first()
    if found is None:
        return False
    if found.answer is None:
        return found.author_id == actor.pk
    return key_of(found.answer) in keys_seen(found.answer.handler, [key_of(found.answer)], actor=actor)
