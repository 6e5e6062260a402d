"""A publication is prepared, signed off by somebody else, and noted: where it was sent, what was corrected."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.advocacy.errors import NotSo, NotThere
from rihai.advocacy.papers import Given, stored
from rihai.advocacy.publications.models import (
    NoteKind,
    Publication,
    PublicationFile,
    PublicationNote,
    PublicationState,
)
from rihai.advocacy.publications.queries import publication_for
from rihai.advocacy.scope import KEEP, SIGN
from rihai.advocacy.stories.standing import must_come_out
from rihai.advocacy.stories.using import goes_into_print
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged

OWNER = "advocacy.publication"
FIELDS = ("title", "title_ur", "kind", "says", "embargo_at")
DRAFT, ASKED, SIGNED = PublicationState.DRAFT, PublicationState.ASKED, PublicationState.SIGNED


@transaction.atomic
def keep_publication(
    *, said: Mapping[str, Any], publication_id: UUID | None = None, version: int = 0, actor: Actor, at: datetime
) -> Publication:
    """Begin a publication, or mend one in preparation. `said`: FIELDS. Raises NotThere, NotSo, Changed."""
    if not actor.may(KEEP):
        raise NotThere("publication")
    values = {name: said.get(name) if name == "embargo_at" else said.get(name) or "" for name in FIELDS}
    if publication_id is None:
        one = Publication.objects.create(prepared_by=actor.pk, prepared_by_name=actor.name[:120], made_at=at, **values)
    else:
        one = _in(DRAFT, publication_id, actor)
        for name, value in values.items():
            setattr(one, name, value)
        save_if_unchanged(one, version=version, fields=list(values))
    append("advocacy.publication.kept", actor=actor, at=at, subject=one.pk, kind="publication")
    return one


@transaction.atomic
def add_file(
    *, publication_id: UUID, language: str, file: Given | None, actor: Actor, at: datetime
) -> PublicationFile:  # fmt: skip
    """The publication in one language; a later file of a language takes the place of the one before. Raises NotThere,
    NotSo, FileRefused."""
    one = _in(DRAFT, publication_id, actor)
    paper = stored(file, actor=actor, at=at, owner=OWNER)
    if paper is None:
        raise NotSo(_("Give the file."))
    one.files.filter(language=language).delete()
    made = PublicationFile.objects.create(
        publication=one, language=language, file=paper, by=actor.pk, by_name=actor.name[:120], at=at
    )
    detail = {"publication": one.pk, "language": language}
    append("advocacy.file.added", actor=actor, at=at, subject=made.pk, kind="publication", detail=detail)
    return made


@transaction.atomic
def ask_to_sign(*, publication_id: UUID, actor: Actor, at: datetime) -> Publication:
    """It is ready and waits for somebody else's signature. Raises NotThere, NotSo."""
    one = _in(DRAFT, publication_id, actor)
    if not one.files.exists():
        raise NotSo(_("Add its file first."))
    return _moved(one, ASKED, "advocacy.publication.finished", actor=actor, at=at)


@transaction.atomic
def sign(*, publication_id: UUID, actor: Actor, at: datetime) -> Publication:
    """Sign it off: it is out once its embargo has passed. Raises NotThere, NotSo: for who prepared it or gave a file of
    it, and while a story in it may not be used."""
    one = _in(ASKED, publication_id, actor, SIGN)
    if actor.pk == one.prepared_by or one.files.filter(by=actor.pk).exists():
        raise NotSo(_("Somebody else signs off what you prepared."))
    if missing := goes_into_print(one, at):
        raise NotSo(_("A story in it may not be used yet: %(why)s") % {"why": " ".join(missing)})
    one.signed_by, one.signed_by_name, one.signed_at, one.sent_back_why = actor.pk, actor.name[:120], at, ""
    return _moved(one, SIGNED, "advocacy.publication.signed", actor=actor, at=at)


@transaction.atomic
def send_back(*, publication_id: UUID, why: str, actor: Actor, at: datetime) -> Publication:
    """It is not ready: whoever prepares it is told why. Raises NotThere, NotSo."""
    one = _in(ASKED, publication_id, actor, SIGN)
    if not why.strip():
        raise NotSo(_("Say what is to be mended."))
    one.sent_back_why = why.strip()
    return _moved(one, DRAFT, "advocacy.publication.sent_back", actor=actor, at=at)


@transaction.atomic
def withdraw(*, publication_id: UUID, why: str, actor: Actor, at: datetime) -> Publication:
    """It is no longer given out; that and why stay to be read. Raises NotThere, NotSo."""
    one = _in(SIGNED, publication_id, actor, SIGN)
    if not why.strip():
        raise NotSo(_("Say why it is withdrawn."))
    _noted(one, NoteKind.WITHDRAWN, local_day(at), "", why.strip(), actor, at)
    return _moved(one, PublicationState.WITHDRAWN, "advocacy.publication.withdrawn", actor=actor, at=at)


@transaction.atomic
def note(
    *, publication_id: UUID, kind: str, on: date, who: str, says: str, actor: Actor, at: datetime
) -> PublicationNote:  # fmt: skip
    """Note to whom it was sent, or a correction. Raises NotThere, NotSo: before it is out nothing is sent."""
    one = _in(SIGNED, publication_id, actor)
    if not one.is_out(at):
        raise NotSo(_("Its embargo has not passed: it may not be sent yet."))
    if on > local_day(at):
        raise NotSo(_("This day is still to come; write it once it has been."))
    if kind == NoteKind.SENT and must_come_out(one, local_day(at)):
        raise NotSo(_("A story in it must come down: it is sent to nobody. Withdraw it, or take the story out."))
    if kind == NoteKind.SENT and not who.strip():
        raise NotSo(_("Say to whom it was sent."))
    if kind == NoteKind.CORRECTION and not says.strip():
        raise NotSo(_("Say what was wrong, and what is right."))
    made = _noted(one, kind, on, who.strip(), says.strip(), actor, at)
    detail = {"publication": one.pk, "kind": str(kind)}
    append("advocacy.publication.noted", actor=actor, at=at, subject=made.pk, kind="publication", detail=detail)
    return made


def _noted(one: Publication, kind: str, on: date, who: str, says: str, actor: Actor, at: datetime) -> PublicationNote:
    return PublicationNote.objects.create(
        publication=one, kind=kind, on=on, who=who[:300], says=says[:1000], by_name=actor.name[:120], at=at
    )


def _in(state: str, pk: UUID, actor: Actor, capability: str = KEEP) -> Publication:
    one = publication_for(pk, actor=actor, capability=capability)
    if one.state != state:
        raise NotSo(_("The publication is %(state)s; this cannot be done now.") % {"state": one.get_state_display()})
    return one


def _moved(one: Publication, state: str, act: str, *, actor: Actor, at: datetime) -> Publication:
    one.state, one.version = state, one.version + 1
    one.save(update_fields=["state", "signed_by", "signed_by_name", "signed_at", "sent_back_why", "version"])
    append(act, actor=actor, at=at, subject=one.pk, kind="publication")
    return one
