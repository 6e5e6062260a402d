"""What phones ask: which forms there are, a form, its files, and to take an answer."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rihai.instruments.errors import NoSuchForm
from rihai.instruments.models import Device, FormFile, InstrumentVersion, Stage
from rihai.instruments.openrosa import answers
from rihai.instruments.openrosa.instance import NAME, SubmissionWrong
from rihai.instruments.openrosa.offered import forms_for, may_fetch
from rihai.instruments.openrosa.ready import Ready, ready, ready_for
from rihai.instruments.openrosa.served import mark_of, served
from rihai.instruments.operations.receiving import Receipt, receive
from rihai.instruments.views.door import by_phone
from rihai.kit.files.store import contents

XML_PART = "xml_submission_file"
INCOMPLETE = "*isIncomplete*"


@by_phone("GET")
def form_list(request: HttpRequest, device: Device, at: datetime) -> HttpResponse:
    """The forms that the owner of the phone may fill in on it, and ready ones for what is awaited of them."""
    asked = request.GET.get("formID", "")[:80]
    found = forms_for(form_id=asked)
    is_verbose = request.GET.get("verbose", "").lower() == "true"
    rows = [_row(one, is_verbose=is_verbose) for one in found]
    ready = [one for one in ready_for(device.account, at=at) if asked in {"", one.form_id}]
    return answers.listed([_row_ready(one, is_verbose=is_verbose) for one in ready] + rows)


def _row_ready(one: Ready, *, is_verbose: bool) -> dict[str, str]:
    address = settings.SITE + reverse("instruments:openrosa-ready", args=[one.version.pk, one.code])
    told = {"formID": one.form_id, "name": f"{one.version.title}: {one.name}", "hash": mark_of(one.content)}
    return {**_row(one.version, is_verbose=is_verbose), **told, "downloadUrl": address}


def _row(version: InstrumentVersion, *, is_verbose: bool) -> dict[str, str]:
    row = {
        "formID": version.instrument.form_id,
        "name": version.title or version.instrument.form_id,
        "version": str(version.number),
        "hash": mark_of(served(version.pk)),
        "downloadUrl": _address("instruments:openrosa-form", version.pk),
    }
    if is_verbose:
        row["descriptionText"] = " · ".join(version.titles.values())
    if version.files.all():
        row["manifestUrl"] = _address("instruments:openrosa-manifest", version.pk)
    return row


@by_phone("GET")
def form(_request: HttpRequest, _device: Device, _at: datetime, pk: UUID) -> HttpResponse:
    """The form itself."""
    version = _version(pk)
    return HttpResponse(served(version.pk), content_type="text/xml; charset=utf-8")


@by_phone("GET")
def form_ready(_request: HttpRequest, device: Device, _at: datetime, pk: UUID, code: str) -> HttpResponse:
    """A form that stands ready about something, with what is known of it in it."""
    _version(pk)
    found = ready(pk, code[:20], actor=device.account)
    return HttpResponse(found.content, content_type="text/xml; charset=utf-8")


@by_phone("GET")
def manifest(_request: HttpRequest, _device: Device, _at: datetime, pk: UUID) -> HttpResponse:
    """The files that belong to a form."""
    files = FormFile.objects.filter(version=_version(pk))
    return answers.manifest(
        {"filename": one.name, "hash": f"md5:{one.mark}", "downloadUrl": _address("instruments:openrosa-media", one.pk)}
        for one in files
    )


@by_phone("GET")
def media(_request: HttpRequest, _device: Device, _at: datetime, pk: UUID) -> HttpResponse:
    """One of the files."""
    found = FormFile.objects.select_related("stored").filter(pk=pk).first()
    if found is None:
        raise NoSuchForm(_("There is no such form."))
    _version(found.version_id)
    headers = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox; default-src 'none'"}
    return HttpResponse(contents(found.stored), content_type=found.stored.media_type, headers=headers)


@by_phone("HEAD", "POST")
def submission(request: HttpRequest, device: Device, at: datetime) -> HttpResponse:
    """Take an answer, or a part of one: 201 for what is new, 202 for what goes with it or was here already."""
    if request.method == "HEAD":
        return HttpResponse(status=204)
    too_large = _body(request)
    if too_large is not None:
        return too_large
    content, files, is_last = parts_of(request)
    receipt = receive(content=content, files=files, is_last=is_last, actor=device.account, at=at, device=device)
    return answers.message(_says(receipt), 201 if receipt.status == "new" else 202)


def _body(request: HttpRequest) -> HttpResponse | None:
    """Make the body readable where it came in chunks; an answer for one that is too large, else None."""
    limit = settings.UPLOAD_BYTES + 1_000_000  # what stands around the files
    says = _("This part is larger than %(limit)s MB. Nothing of it was kept.") % {"limit": limit // 1_000_000}
    told = request.META.get("CONTENT_LENGTH", "")
    if told.isdigit() and int(told) > limit:
        return answers.message(says, 413)
    if "chunked" in request.META.get("HTTP_TRANSFER_ENCODING", "").lower() and not told:
        body: bytes = request.META["wsgi.input"].read(limit + 1)
        if len(body) > limit:
            return answers.message(says, 413)
        request.META["CONTENT_LENGTH"] = str(len(body))
        setattr(request, "_stream", BytesIO(body))  # noqa: B010 - Django bounds the stream by a length nobody told it
    return None


def parts_of(request: HttpRequest) -> tuple[bytes, dict[str, bytes], bool]:
    """The answer, its files by name, and whether it is the last part. Raises SubmissionWrong."""
    try:
        posted, given = request.POST, request.FILES
    except (MultiPartParserError, SuspiciousOperation, BadRequest, OSError) as error:
        raise SubmissionWrong(_("What was sent broke off or is no submission. Nothing of it was kept.")) from error
    content = b""
    files: dict[str, bytes] = {}
    for field in given:
        for one in given.getlist(field):
            if getattr(one, "is_too_large", False):
                raise SubmissionWrong(_("The files of this part are too large. Nothing of it was kept."))
            if field == XML_PART:
                content = one.read()
            else:
                files[_name(one)] = one.read()
    content = content or posted.get(XML_PART, "").encode("utf-8", "replace")
    if not content:
        raise SubmissionWrong(_("No answer came with it (xml_submission_file). Nothing was kept."))
    return content, files, posted.get(INCOMPLETE, "").lower() != "yes"


def _name(given: Any) -> str:
    name = str(given.name or "")
    if not NAME.fullmatch(name) or name in {".", ".."}:
        raise SubmissionWrong(_("A file has a name that no file can have here. Nothing of it was kept."))
    return name


def _says(receipt: Receipt) -> str:
    stage = receipt.received.stage
    if stage == Stage.GIVEN:
        return _("Given.")
    if stage == Stage.COMING:
        count = receipt.received.posts
        return ngettext("%(n)s part is here; go on.", "%(n)s parts are here; go on.", count) % {"n": count}
    return _("Kept. It waits for you in Rihai, under “From your phone”.")


def _version(pk: UUID) -> InstrumentVersion:
    found = may_fetch(pk)
    if found is None:
        raise NoSuchForm(_("There is no such form."))
    return found


def _address(name: str, pk: UUID) -> str:
    return settings.SITE + reverse(name, args=[pk])
