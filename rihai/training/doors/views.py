"""The pages of doors: those of a session, and the one page behind each, open to whoever has its address."""

from __future__ import annotations

import base64
import re
from datetime import datetime
from io import BytesIO
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from rihai.accounts.operations.house import as_house
from rihai.errors import NotFound, Refused
from rihai.instruments.errors import Incomplete
from rihai.instruments.filling import FillForm, name_of, texts_posted
from rihai.instruments.form import read_form
from rihai.instruments.form.filled import texts_of_names
from rihai.instruments.queries import published
from rihai.kit.gate import needs, public
from rihai.kit.links import HEADERS
from rihai.kit.slowed import too_often
from rihai.training.doors import operations
from rihai.training.doors.forms import CodeForm, OpenForm
from rihai.training.doors.models import Asks, Door
from rihai.training.doors.queries import code_behind, form_behind, has_sat, known_of, live_door, open_doors
from rihai.training.exams.models import TestCode
from rihai.training.exams.queries import test_of
from rihai.training.pages import status_of, told, who
from rihai.training.reach import KEEP
from rihai.training.sessions.views.sessions import crumbs, told_or_404

MOST = 400
"""Askings in an hour from one address of the network: a hall of people behind one, each with a few pages."""
PATHS = re.compile(r"/[\w/]+")
OURS = ("participant", "when")
"""Questions of a test that the page answers itself, from the code and the door."""


@needs(KEEP)
@never_cache
@require_http_methods(["GET", "POST"])
def doors(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The doors of a session that stand open; one is opened, and its address shown, once."""
    session = told_or_404(request, pk)
    test = test_of(pk)
    form = OpenForm(request.POST or None, has_test=test is not None and test.closed_at is None)
    opened = None
    if request.method == "POST" and form.is_valid():
        try:
            opened = operations.open_door(session_id=pk, **form.cleaned_data, **who(request))
        except Refused as refusal:
            form.add_error(None, str(refusal))
    context: dict[str, Any] = {
        "one": session, "form": form, "crumbs": crumbs(session), "page_class": "ordinary",
        "rows": list(open_doors(session, timezone.now())),
    }  # fmt: skip
    if opened is not None:
        address = request.build_absolute_uri(reverse("training:door", args=[opened.secret]))
        context |= {"opened": opened.door, "address": address, "picture": _picture(address)}
    return render(request, "training/doors/doors.html", context, status=200 if opened else status_of(form))


def _picture(address: str) -> str:
    """The address as a square that a telephone reads: an SVG as a data address, shown once."""
    import qrcode
    from qrcode.image.svg import SvgPathImage

    into = BytesIO()
    qrcode.make(address, image_factory=SvgPathImage, error_correction=qrcode.ERROR_CORRECT_M).save(into)
    return "data:image/svg+xml;base64," + base64.b64encode(into.getvalue()).decode()


@needs(KEEP)
@require_POST
def shut(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Shut a door."""
    made = told(request, lambda: operations.shut_door(door_id=pk, **who(request)), _("It is shut."))
    return redirect("training:doors", made.session_id) if made else redirect("training:sessions")


@public
@never_cache
@require_http_methods(["GET", "POST"])
def door(request: HttpRequest, secret: str) -> HttpResponse:
    """What a session's participant answers: by a code for a test, by none at its end. One form, without script."""
    answer = _behind(request, secret[:40], timezone.now())
    for name, value in HEADERS.items():
        answer[name] = value
    return answer


def _behind(request: HttpRequest, secret: str, at: datetime) -> HttpResponse:
    if too_often(request, "training-door", MOST):
        return _page(request, {"says": _("So much was asked from here in this hour. Wait a little.")}, 429)
    with as_house(at):
        found = live_door(secret, at=at)
        form_id = form_behind(found) if found is not None else None
    if found is None or form_id is None:
        return _nothing(request)
    code, asked = _code(request, found, at)
    if asked is not None:
        return _page(request, {"door": found, "asked": asked}, status_of(asked))
    return _form(request, secret, found, form_id, code, at)


def _code(request: HttpRequest, found: Door, at: datetime) -> tuple[TestCode | None, CodeForm | None]:
    """The code that was typed; or the form that asks for it, with what is wrong. At the end nothing is asked."""
    if found.asks == Asks.SAID:
        return None, None
    form = CodeForm(request.POST or None)
    if not form.is_valid():
        return None, form
    with as_house(at):
        code = code_behind(found, form.cleaned_data["code"])
        sat = code is not None and has_sat(found, code)
    if code is None:
        form.add_error("code", _("Nobody in this session has this code. Look at your slip again."))
    elif sat:
        form.add_error("code", _("A test was given under this code already. It counts once."))
    return (None, form) if form.errors else (code, None)


def _form(
    request: HttpRequest, secret: str, found: Door, form_id: str, code: TestCode | None, at: datetime
) -> HttpResponse:  # fmt: skip
    """The questions; given, or with what is missing beside each."""
    with as_house(at):
        version = published(form_id)
    if version is None:
        return _nothing(request)
    tree = read_form(version.xform)
    known = texts_of_names(tree, known_of(found, code))
    texts = {**texts_posted(request.POST), **known}
    language, now = (get_language() or "en")[:2], timezone.localtime(at).replace(tzinfo=None)
    problems, refusal, status = False, "", 200
    if "give" in request.POST:
        try:
            operations.answer_by_phone(secret=secret, code=code.code if code else "", texts=texts, at=at)
        except Incomplete:
            problems, status = True, 422
        except NotFound:
            return _nothing(request)
        except Refused as refused:
            refusal, status = str(refused), 409
        else:
            return _page(request, {"door": found, "given": True}, 200)
    form = FillForm(tree, texts, now=now, language=language, problems=problems)
    if refusal:
        form.refuse(refusal)
    parts = [part for part in form.parts() if part["name"] not in _settled(form)] if code else form.parts()
    context = {"door": found, "form": form, "parts": parts, "title": version.title, "code": code}
    return _page(request, context, status)


def _settled(form: FillForm) -> set[str]:
    """What a test's page need not ask: what it knows itself, and what is asked at another moment alone."""
    known = {one.node.path for one in form.filled.every() if one.node.name in OURS}
    return {
        name_of(one.key)
        for one in form.filled.every()
        if one.node.path in known or (not one.on and set(PATHS.findall(one.node.relevant)) <= known)
    }


def _nothing(request: HttpRequest) -> HttpResponse:
    says = _("Nothing is asked here, or not any more. Ask whoever gave you the address.")
    return _page(request, {"says": says}, 404)


def _page(request: HttpRequest, context: dict[str, Any], status: int) -> HttpResponse:
    context |= {"page_class": "ordinary", "office": settings.OFFICE}
    return render(request, "training/doors/door.html", context, status=status)
