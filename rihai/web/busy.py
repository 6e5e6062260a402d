"""When the database is busy with a long act: a page that says so, keeps what was typed, and asks again.

On SQLite one act writes at a time. Taking in or undoing a census of a hundred thousand people writes for a minute, and
whoever writes meanwhile, which every page about people does into its trail, waits up to twenty seconds. After that
nothing is written and nobody gets a page of ours that says that something broke.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from django.db.utils import OperationalError
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.http.request import RawPostDataException
from django.shortcuts import render
from django.views.defaults import server_error

from rihai.kit.scopes import API
from rihai.web.problems import problem

BUSY = "locked"
"""The word of SQLite for it: “database is locked”, “database table is locked”."""
SECRET = "/account/"  # noqa: S105
"""Below it people type passwords and codes, which stand on no page."""
AGAIN_AFTER = 60
Field = tuple[str, str]


def broken(request: HttpRequest) -> HttpResponse:
    """The answer to whatever broke: 503 and a way to ask again where the database was busy, else 500."""
    error = sys.exc_info()[1]
    if not (isinstance(error, OperationalError) and BUSY in str(error)):
        return server_error(request)
    response = problem(503) if request.path_info.startswith(API) else _page(request)
    response.headers["Retry-After"] = str(AGAIN_AFTER)
    return response


def _page(request: HttpRequest) -> HttpResponse:
    typed = list(_typed(request)) if request.method == "POST" else []
    context = {"address": request.get_full_path(), "is_post": request.method == "POST", "typed": typed,
               "had_files": _had_files(request)}  # fmt: skip
    return render(request, "503.html", context, status=503)


def _typed(request: HttpRequest) -> Iterator[Field]:
    """What the form held, field by field; nothing of a form that asks for a password."""
    if request.path_info.startswith(SECRET):
        return
    try:
        sent = request.POST
    except (MultiPartParserError, RawPostDataException):
        return
    for name, values in sent.lists():
        if name != "csrfmiddlewaretoken":
            yield from ((name, str(value)) for value in values)


def _had_files(request: HttpRequest) -> bool:
    return (request.content_type or "").startswith("multipart/") and bool(request.FILES)
