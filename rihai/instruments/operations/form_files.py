"""Files that belong to a form, as the pictures in its questions: given to a draft, fetched by phones."""

from __future__ import annotations

import hashlib
import re
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.instruments.errors import NoSuchForm, NotNow
from rihai.instruments.models import FormFile, InstrumentVersion, VersionState
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.files import FileRefused, keep

OWNER = "instruments"
NAME = re.compile(r"[\w][\w .()-]{0,98}", re.UNICODE)
MOST = 60


@transaction.atomic
def add_file(*, version_id: UUID, name: str, content: bytes, actor: Actor, at: datetime) -> FormFile:
    """A file under the name the form has for it, in place of one of that name.

    Raises NoSuchForm; NotNow for a version that is published, which never changes; FileRefused.
    """
    version = InstrumentVersion.objects.select_for_update(of=("self",)).filter(pk=version_id).first()
    if version is None:
        raise NoSuchForm(_("There is no such form."))
    if version.state != VersionState.DRAFT:
        raise NotNow(_("A published version never changes. Give its files with the next draft."))
    name = name.replace("\\", "/").rpartition("/")[2].strip()
    if not NAME.fullmatch(name) or version.files.exclude(name=name).count() >= MOST:
        raise FileRefused(_("Name the file in letters and figures, as the form names it; sixty files at most."))
    stored = keep(content, name=name, data_class=DataClass.ORDINARY, actor=actor, at=at, owner=OWNER)
    version.files.filter(name=name).delete()
    mark = hashlib.md5(content, usedforsecurity=False).hexdigest()
    made = FormFile.objects.create(version=version, name=name, stored=stored, mark=mark)
    detail = {"number": version.number, "bytes": len(content)}
    append("instruments.file.added", actor=actor, at=at, subject=version.pk, kind="instrument", detail=detail)
    return made
