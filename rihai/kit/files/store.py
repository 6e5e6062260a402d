"""Keeps a file sealed and gives it back to who may read it; both are lines in the trail: its log of custody.

The bytes are encrypted with age (https://age-encryption.org/v1) to the keyring and go through Django's storage, so
that a folder and an S3-compatible store are alike. They are stored before the row that knows them is committed: should
that fail, bytes lie there that nobody can read or find, and `sweep` takes them away after a day.
"""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext as _

from rihai.errors import NotFound, Unreadable
from rihai.kit.actor import Actor
from rihai.kit.audit.chain import append
from rihai.kit.files.kinds import FileRefused, kind_of
from rihai.kit.files.models import StoredFile
from rihai.kit.offers import FileOwner, offered
from rihai.kit.sealed.cipher import keyring

LONGEST_NAME = 200


class FileLost(Unreadable):
    """The stored bytes are not there, or are not those that were kept."""


def keep(
    content: bytes,
    *,
    name: str,
    data_class: str,
    actor: Actor | None,
    at: datetime,
    person_id: UUID | None = None,
    owner: str = "",
    is_ours: bool = False,
) -> StoredFile:
    """Keep a file under the name its giver used; one line in the trail.

    `owner` is the name of a FileOwner offer, which says who may read it; without, only who keeps it now. `is_ours` is
    a file the house made itself, of any size. Raises
    FileRefused for a file that is empty, too large, of a kind not taken in, or not what its name says.
    """
    if not content:
        raise FileRefused(_("The file is empty. Look whether it opens where it came from, and send it again."))
    if len(content) > settings.UPLOAD_BYTES and not is_ours:
        raise FileRefused(too_large())
    kind = kind_of(content, name)
    sealed = _encrypted(content)
    stored_as = default_storage.save(_random_name(), ContentFile(sealed))
    with transaction.atomic():
        stored = StoredFile.objects.create(
            owner=owner,
            person_id=person_id,
            data_class=data_class,
            name=_tidy(name),
            digest=hashlib.sha256(content).hexdigest(),
            media_type=kind.media_type,
            size=len(content),
            stored_as=stored_as,
            sealed_digest=hashlib.sha256(sealed).hexdigest(),
            kept_at=at,
            kept_by=actor.pk if actor else None,
        )
        _line("kit.file.kept", stored, actor, at)
    return stored


def too_large() -> str:
    """The sentence for a file beyond the cap."""
    says = _("The file is larger than the %(limit)s MB taken in here; nothing of it was kept. Send it in parts.")
    return says % {"limit": settings.UPLOAD_BYTES // 1_000_000}


def may_read(stored: StoredFile, actor: Actor) -> bool:
    """Whether the room that owns the file lets the actor read it."""
    if not stored.owner:
        return stored.kept_by == actor.pk
    return any(one.may_read(actor, stored) for one in offered(FileOwner) if one.name == stored.owner)


def read(stored: StoredFile, *, actor: Actor, at: datetime) -> bytes:
    """The open bytes; one line in the trail.

    Raises NotFound for who may not read it, as if there were no such file, and FileLost when the stored bytes are gone
    or are not those that were kept.
    """
    if not may_read(stored, actor):
        raise NotFound(_("There is no such file."))
    content = contents(stored)
    with transaction.atomic():
        _line("kit.file.read", stored, actor, at)
    return content


def contents(stored: StoredFile) -> bytes:
    """The open bytes, for the house itself (an erasure's extract, a check). Raises FileLost."""
    import pyrage

    try:
        with default_storage.open(stored.stored_as) as held:
            content: bytes = pyrage.decrypt(held.read(), [pyrage.x25519.Identity.from_str(keyring().files_key)])
    except (OSError, pyrage.DecryptError) as error:
        raise FileLost(_("The stored file is missing or damaged. Restore it from the last backup.")) from error
    if hashlib.sha256(content).hexdigest() != stored.digest:
        raise FileLost(_("The stored file is not the one that was kept. Restore it from the last backup."))
    return content


def erase(stored: StoredFile, *, actor: Actor | None, at: datetime, reason: str) -> None:
    """Take a file away for good, for a stated reason; its lines in the trail stay."""
    with transaction.atomic():
        place = stored.stored_as
        key = stored.pk
        stored.delete()
        append("kit.file.erased", actor=actor, at=at, subject=key, kind="kit.file", reason=reason)
        transaction.on_commit(lambda: default_storage.delete(place))


def sweep(at: datetime) -> int:
    """Take away stored bytes a day old that no row knows: their act never came to its end. Says how many."""
    taken = 0
    folders = default_storage.listdir("")[0] if default_storage.exists("") else []
    for folder in folders:
        places = [f"{folder}/{name}" for name in default_storage.listdir(folder)[1]]
        known = set(StoredFile.objects.filter(stored_as__startswith=f"{folder}/").values_list("stored_as", flat=True))
        for place in set(places) - known:
            if default_storage.get_modified_time(place) < at - timedelta(days=1):
                default_storage.delete(place)
                taken += 1
    return taken


def _encrypted(content: bytes) -> bytes:
    import pyrage

    recipient = pyrage.x25519.Identity.from_str(keyring().files_key).to_public()
    sealed: bytes = pyrage.encrypt(content, [recipient])
    return sealed


def _random_name() -> str:
    name = secrets.token_hex(20)
    return f"{name[:2]}/{name}.age"


def _tidy(name: str) -> str:
    """The name without folders or characters that do not print, its ending kept when it is cut."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    plain = "".join(one for one in last if one.isprintable()).strip() or "file"
    return plain if len(plain) <= LONGEST_NAME else plain[: LONGEST_NAME - 10] + plain[-10:]


def _line(act: str, stored: StoredFile, actor: Actor | None, at: datetime) -> None:
    detail = {"sealed_digest": stored.sealed_digest, "data_class": stored.data_class, "person": stored.person_id}
    append(act, actor=actor, at=at, subject=stored.pk, kind="kit.file", detail=detail)
