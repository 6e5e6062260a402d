"""The download of a stored file."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from rihai.errors import NotFound
from rihai.kit.files.models import StoredFile
from rihai.kit.files.store import read
from rihai.kit.gate import signed_in
from rihai.kit.views.asked import actor_of


@signed_in
@require_safe
@never_cache
def file(request: HttpRequest, file_id: UUID) -> HttpResponse:
    """The file to be saved, never shown: a page or script inside it does not run in our name."""
    stored = StoredFile.objects.filter(pk=file_id).first()
    if stored is None:
        raise NotFound(_("There is no such file."))
    content = read(stored, actor=actor_of(request), at=timezone.now())
    return download(content, stored.name or "file", stored.media_type)


def download(content: bytes, name: str, media_type: str) -> HttpResponse:
    """An answer that every browser saves under its name and none shows or guesses at."""
    headers = {
        "Content-Disposition": content_disposition_header(True, name) or "attachment",
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(content, content_type=media_type, headers=headers)
