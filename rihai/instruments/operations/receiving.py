"""An answer comes from a phone, in one post or several: kept first, then given where it is known about whom it is.

Each post is one transaction. Whatever was answered 201 or 202 is kept; whatever was not is sent again by the phone, and
the id of the answer sees to it that it is kept once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.errors import Refused
from rihai.instruments.errors import Incomplete, NoSuchForm, Overtaken
from rihai.instruments.handling import handler_named
from rihai.instruments.models import (
    Answer,
    AnswerFile,
    Device,
    Edition,
    InstrumentVersion,
    Received,
    Stage,
    VersionState,
)
from rihai.instruments.openrosa.instance import (
    Instance,
    SubmissionWrong,
    files_named,
    moment_of,
    read_instance,
    texts_of,
)
from rihai.instruments.operations.answers import Sent, correct, give
from rihai.instruments.operations.codes import meant_by
from rihai.instruments.operations.files import of_class
from rihai.instruments.queries import form_of
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.files import keep

OWNER = "instruments.answers"
MOST_FILES = 200
AHEAD = timedelta(hours=36)
"""So far ahead of ours a phone's clock may be and still be believed; further off, our own time counts."""


class NotTheSame(Refused):
    """An answer of that id is there already and says something else; neither was changed."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a post: a `new` answer, `more` of one, or one that was there `again`."""

    received: Received
    status: Literal["new", "more", "again"]


@transaction.atomic
def receive(
    *, content: bytes, files: Mapping[str, bytes], is_last: bool, actor: Actor, at: datetime,
    device: Device | None = None, about: tuple[str, str] | None = None,
) -> Receipt:  # fmt: skip
    """Keep what was posted; with its last part, give the answer where that can be done, else leave it to its author.

    `about` is the handler and subject where the sender knows them, else the code in the answer says it. Raises
    SubmissionWrong, NoSuchForm, NotTheSame and FileRefused, after which nothing of this post was kept.
    """
    instance = read_instance(content)
    version = _version(instance)
    form = form_of(version.pk)
    texts = texts_of(instance, form)
    received, is_new = _kept(instance, version, device, actor, at)
    added = _keep_files(received, files, files_named(instance, form), actor, at)
    if received.stage != Stage.COMING:
        if added:
            _line(received, added, actor, at)
        return Receipt(received, "more" if added else "again")
    if is_last:
        _give_or_wait(received, instance, texts, about or meant_by(instance.code, actor=actor), actor, at)
    if received.stage != Stage.GIVEN and (is_new or added or is_last):
        _line(received, added, actor, at)
    return Receipt(received, "new" if is_new else "more" if added or received.stage != Stage.COMING else "again")


def give_waiting(
    *, received: Received, about: tuple[str, str], actor: Actor, at: datetime, anyhow: bool = False
) -> Answer:
    """Give an answer that waits, now that its author says about whom it is. `anyhow`: over a correction made since.

    Raises what `give` and `correct` raise, NotTheSame for one that does not wait.
    """
    with transaction.atomic():
        kept = Received.objects.select_for_update().filter(pk=received.pk, author=actor.pk).first()
        if kept is None or kept.stage != Stage.WAITING or not kept.xml:
            raise NotTheSame(_("This answer does not wait any more."))
        instance = read_instance(kept.xml.encode())
        texts = texts_of(instance, form_of(kept.version_id))
        return _give(kept, instance, texts, about, actor, at, anyhow=anyhow)


@transaction.atomic
def put_received_aside(*, received: Received, actor: Actor, at: datetime) -> None:
    """Throw away an answer that waits. Raises NotTheSame for one that does not."""
    done = Received.objects.filter(pk=received.pk, author=actor.pk, stage=Stage.WAITING)
    if not done.update(stage=Stage.ASIDE, xml=None, last_at=at):
        raise NotTheSame(_("This answer does not wait any more."))
    append("instruments.received.put_aside", actor=actor, at=at, subject=received.pk, kind="received")


def _version(instance: Instance) -> InstrumentVersion:
    """The version it was filled in: by our number, or as the workbook calls it."""
    found = InstrumentVersion.objects.select_related("instrument").defer("xform").exclude(state=VersionState.DRAFT)
    versions = {str(one.number): one for one in found.filter(instrument__form_id=instance.form_id).order_by("number")}
    by_name = {one.called: one for one in versions.values() if one.called}
    version = versions.get(instance.version) or by_name.get(instance.version)
    if version is None:
        raise NoSuchForm(_("There is no such form, or not in this version. Fetch the forms again; the answer stays."))
    if _is_sealed(instance.form_id):
        raise SubmissionWrong(_("This form is filled in here alone, never on a phone that others may open."))
    return version


def _is_sealed(form_id: str) -> bool:
    from rihai.kit.handling import FormHandler
    from rihai.kit.offers import offered

    takers = [one for one in offered(FormHandler) if form_id in one.forms]
    return bool(takers) and all(one.data_class == DataClass.SEALED for one in takers)


def _kept(
    instance: Instance, version: InstrumentVersion, device: Device | None, actor: Actor, at: datetime
) -> tuple[Received, bool]:
    """The row of the answer, locked; another's, or one that says something else, is refused."""
    with as_house(at):
        is_taken = not Received.objects.filter(instance_id=instance.instance_id).exists() and (
            Edition.objects.filter(instance_id=instance.instance_id).exists()
        )
        found, is_new = (None, False) if is_taken else Received.objects.select_for_update().get_or_create(
            instance_id=instance.instance_id,
            defaults={
                "deprecates": instance.deprecates, "instrument_id": version.instrument_id, "version": version,
                "author_id": actor.pk, "device": device, "digest": instance.digest, "xml": instance.xml, "first_at": at,
                "last_at": at,
            },
        )  # fmt: skip
    if found is None or found.author_id != actor.pk or found.digest != instance.digest:
        raise NotTheSame(_("An answer of this id is here already and says something else. Neither was changed."))
    if not is_new:
        found.posts, found.last_at = found.posts + 1, at
        found.save(update_fields=["posts", "last_at"])
    return found, is_new


def _keep_files(
    received: Received, files: Mapping[str, bytes], named: frozenset[str], actor: Actor, at: datetime
) -> int:
    """Keep the files that are new; says how many. A file that the answer does not name is refused."""
    known = {one.name: one for one in received.files.select_related("stored")}
    if len(known.keys() | files.keys()) > MOST_FILES:
        raise SubmissionWrong(_("More than %(n)s files came with one answer. Nothing was kept.") % {"n": MOST_FILES})
    added = 0
    for name, content in files.items():
        if name not in named and name != "audit.csv":
            raise SubmissionWrong(_("A file came that the answer does not name. Nothing of this part was kept."))
        if name in known and known[name].stored.digest != hashlib.sha256(content).hexdigest():
            raise NotTheSame(_("A file of this name is here already and is another. Neither was changed."))
        if name in known or received.stage == Stage.ASIDE:
            continue
        answer = received.answer
        data_class = answer.data_class if answer is not None else DataClass.PERSONAL
        person_id = answer.person_id if answer is not None else None
        stored = keep(
            content, name=name, data_class=data_class, actor=actor, at=at, person_id=person_id, owner=OWNER
        )  # fmt: skip
        AnswerFile.objects.create(
            received=received, answer=answer, author_id=actor.pk, name=name, stored=stored, kept_at=at,
            data_class=data_class, person_id=person_id, first_person=person_id,
        )  # fmt: skip
        added += 1
    return added


def _give_or_wait(
    received: Received, instance: Instance, texts: Mapping[str, str], about: tuple[str, str] | None, actor: Actor,
    at: datetime,
) -> None:  # fmt: skip
    """Give it in a part of the transaction of its own; what keeps it back is kept beside it."""
    why, says = "", ""
    try:
        with transaction.atomic():
            _give(received, instance, texts, about, actor, at)
            return
    except Incomplete:
        why = "incomplete"
    except NoSuchForm:
        why = "closed" if received.deprecates else "nobody" if about is None else "not_yours"
    except Overtaken:
        why = "overtaken"
    except Refused as refusal:
        why, says = "refused", str(refusal)[:300]
    received.stage, received.why, received.says, received.answer = Stage.WAITING, why, says, None
    received.xml = instance.xml
    received.save(update_fields=["stage", "why", "says", "answer", "xml"])


def _give(
    received: Received, instance: Instance, texts: Mapping[str, str], about: tuple[str, str] | None, actor: Actor,
    at: datetime, *, anyhow: bool = False,
) -> Answer:  # fmt: skip
    """Give the answer, or its correction; what came is the answer's own from now on."""
    ended = moment_of(instance.times.get("end", ""), latest=at + AHEAD)
    sent = Sent(
        instance_id=instance.instance_id, version=received.version, judged_at=ended or at,
        began_at=moment_of(instance.times.get("start", ""), latest=at + AHEAD), ended_at=ended,
        kept=lambda answer: _hand_over(received, answer, at), detail={"received": received.pk, **_device(received)},
    )  # fmt: skip
    with as_house(at):
        former = (
            Edition.objects.filter(instance_id=instance.deprecates or "-").select_related("answer__version").first()
        )
    if former is not None and former.answer.version.instrument_id == received.instrument_id:
        base = former.answer.number if anyhow else former.number
        return correct(answer_id=former.answer_id, base=base, texts=texts, actor=actor, at=at, sent=sent)
    if about is None:
        raise NoSuchForm(_("It is not said about whom or what this is."))
    handler, subject = about
    offer = handler_named(handler)
    if device_may_not(offer.data_class if offer is not None else "", received):
        raise NoSuchForm(_("There is no such form."))
    form_id = received.version.instrument.form_id
    return give(form_id=form_id, handler=handler, subject=subject, texts=texts, actor=actor, at=at, sent=sent)


def device_may_not(data_class: str, received: Received) -> bool:
    """Whether a class is kept off phones: what is sealed is written here alone."""
    return data_class == DataClass.SEALED and received.device_id is not None


def _hand_over(received: Received, answer: Answer, at: datetime) -> None:
    """The files become the answer's, in its class and about its person; the XML is the edition's and goes here."""
    received.stage, received.why, received.says, received.answer, received.xml = Stage.GIVEN, "", "", answer, None
    received.save(update_fields=["stage", "why", "says", "answer", "xml"])
    of_class(received.files.all(), answer, at)


def _device(received: Received) -> dict[str, object]:
    return {"device": received.device_id} if received.device_id else {}


def _line(received: Received, added: int, actor: Actor, at: datetime) -> None:
    detail = {
        "form": received.instrument.form_id, "stage": received.stage, "why": received.why, "files": added,
        **_device(received),
    }  # fmt: skip
    append("instruments.received.came", actor=actor, at=at, subject=received.pk, kind="received", detail=detail)
