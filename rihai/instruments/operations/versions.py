"""A form is taken in as a draft, published, replaced by its next version, retired; what is published never changes."""

from __future__ import annotations

import re
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rihai.instruments.errors import FormWrong, NoSuchForm, NotNew, NotNow
from rihai.instruments.models import FormFile, Instrument, InstrumentVersion, VersionState
from rihai.instruments.reading import Problem, Read, read_workbook
from rihai.instruments.reading.sheets import SETTINGS
from rihai.instruments.shipped import shipped
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.files import keep
from rihai.kit.handling import FormHandler
from rihai.kit.offers import offered

OWNER = "instruments"
MOST_BYTES = 5_000_000
_COUNTED = re.compile(r"[-_]\d+$")
"""What a second download, or our own, puts behind a name: `visit-3`, `visit (1)`."""


def take_in(content: bytes, *, name: str, actor: Actor | None, at: datetime, ours: bool = False) -> InstrumentVersion:
    """Keep a workbook as the draft of its form's next version; a draft that is there is replaced.

    Whose form_id is made of the file's name becomes a form of its own and never the next version of another, for a
    file is easily called like one by chance. Raises FormWrong with everything to mend, NotNew for a form that is
    published word for word, FileUnreadable and FileRefused for a file that is no workbook.
    """
    read = read_workbook(content, name)
    if read.problems:
        raise _wrong(read.problems, read)
    return _kept(read, content, name=name, actor=actor, at=at, ours=ours)


@transaction.atomic
def _kept(read: Read, content: bytes, *, name: str, actor: Actor | None, at: datetime, ours: bool) -> InstrumentVersion:
    if read.is_by_file and (other := _there(read.form_id)):
        raise _wrong((Problem("id_there", SETTINGS, 2, {"name": read.form_id, "other": other}),), read)
    instrument, made = Instrument.objects.select_for_update().get_or_create(
        form_id=read.form_id, defaults={"made_at": at}
    )
    if read.is_by_file and not made:  # somebody gave one of that name in at this moment
        raise _wrong((Problem("id_there", SETTINGS, 2, {"name": read.form_id, "other": read.form_id}),), read)
    versions = instrument.versions
    if versions.filter(state=VersionState.PUBLISHED, digest=read.digest).exists():
        raise NotNew(_("This form is published already, word for word. Nothing was taken in."))
    belonging = list(FormFile.objects.filter(version__in=versions.filter(state=VersionState.DRAFT)))
    FormFile.objects.filter(pk__in=[one.pk for one in belonging]).delete()
    versions.filter(state=VersionState.DRAFT).delete()
    last = versions.aggregate(last=Max("number"))["last"] or 0
    stored = keep(content, name=name, data_class=DataClass.ORDINARY, actor=actor, at=at, owner=OWNER, is_ours=ours)
    version = InstrumentVersion.objects.create(
        instrument=instrument,
        number=last + 1,
        called=read.called,
        titles=dict(read.titles),
        workbook=stored,
        xform=read.xform,
        warnings=[one.plain() for one in read.warnings],
        facts=dict(read.facts),
        marks=dict(read.marks),
        questions=read.questions,
        digest=read.digest,
        made_by_name=actor.name[:120] if actor else "",
        made_at=at,
    )
    for one in belonging:  # what came with the draft goes along into the one in its place
        one.version = version
    FormFile.objects.bulk_create(belonging)
    detail = {"form": read.form_id, "number": version.number}
    append("instruments.version.taken_in", actor=actor, at=at, subject=version.pk, kind="instrument", detail=detail)
    return version


def _wrong(problems: tuple[Problem, ...], read: Read) -> FormWrong:
    count = len(problems)
    says = ngettext("%(n)s thing is to be mended.", "%(n)s things are to be mended.", count) % {"n": count}
    return FormWrong(f"{says} {_('Nothing was taken in.')}", problems, read.warnings)


def _there(form_id: str) -> str:
    """The form that a file of this name may be meant as: one that is there, or that the house or a room counts on."""
    names = [form_id]
    while (shorter := _COUNTED.sub("", names[-1])) != names[-1]:
        names.append(shorter)
    known = {*Instrument.objects.filter(form_id__in=names).values_list("form_id", flat=True)}
    known |= {path.stem for path in shipped()} | {one for offer in offered(FormHandler) for one in offer.forms}
    return next((one for one in names if one in known), "")


@transaction.atomic
def publish(*, version_id: UUID, actor: Actor | None, at: datetime) -> InstrumentVersion:
    """From now on the form is filled in in this version; drafts of answers keep theirs. Raises NoSuchForm, NotNow."""
    version = _version(version_id)
    if version.state != VersionState.DRAFT:
        raise NotNow(_("This version is published already."))
    instrument = version.instrument
    instrument.versions.filter(state=VersionState.PUBLISHED).update(state=VersionState.REPLACED)
    version.state, version.published_at = VersionState.PUBLISHED, at
    version.published_by_name = actor.name[:120] if actor else ""
    version.save(update_fields=["state", "published_at", "published_by_name"])
    Instrument.objects.filter(pk=instrument.pk).update(retired_at=None)
    _line("instruments.version.published", version, actor, at)
    return version


@transaction.atomic
def drop(*, version_id: UUID, actor: Actor, at: datetime) -> Instrument:
    """Take a draft away. Raises NoSuchForm, NotNow for a version that was published."""
    version = _version(version_id)
    if version.state != VersionState.DRAFT:
        raise NotNow(_("A published version is never taken away. Publish a newer one, or retire the form."))
    instrument = version.instrument
    version.delete()
    if not instrument.versions.exists():
        instrument.delete()
    append(
        "instruments.version.dropped", actor=actor, at=at, subject=version_id, kind="instrument",
        detail={"form": instrument.form_id},
    )  # fmt: skip
    return instrument


@transaction.atomic
def retire(*, form_id: str, actor: Actor, at: datetime) -> Instrument:
    """Nobody begins the form any more; answers stay, drafts can be finished. Raises NoSuchForm, NotNow."""
    instrument = _instrument(form_id)
    if instrument.retired_at:
        raise NotNow(_("The form is retired already."))
    return _set_retired(instrument, at, "instruments.form.retired", actor, at)


@transaction.atomic
def bring_back(*, form_id: str, actor: Actor, at: datetime) -> Instrument:
    """A retired form is filled in again. Raises NoSuchForm, NotNow."""
    instrument = _instrument(form_id)
    if not instrument.retired_at:
        raise NotNow(_("The form is not retired."))
    return _set_retired(instrument, None, "instruments.form.brought_back", actor, at)


def _set_retired(instrument: Instrument, moment: datetime | None, act: str, actor: Actor, at: datetime) -> Instrument:
    instrument.retired_at = moment
    instrument.save(update_fields=["retired_at"])
    append(act, actor=actor, at=at, subject=instrument.pk, kind="instrument", detail={"form": instrument.form_id})
    return instrument


def _instrument(form_id: str) -> Instrument:
    found = Instrument.objects.select_for_update().filter(form_id=form_id).first()
    if found is None:
        raise NoSuchForm(_("There is no such form."))
    return found


def _version(version_id: UUID) -> InstrumentVersion:
    found = InstrumentVersion.objects.select_for_update(of=("self",)).filter(pk=version_id).first()
    if found is None:
        raise NoSuchForm(_("There is no such form."))
    return found


def _line(act: str, version: InstrumentVersion, actor: Actor | None, at: datetime) -> None:
    detail = {"form": version.instrument.form_id, "number": version.number}
    append(act, actor=actor, at=at, subject=version.pk, kind="instrument", detail=detail)
