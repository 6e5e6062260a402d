"""The page without a network, what it takes along, and the door by which answers come back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from csp.constants import SELF, WASM_UNSAFE_EVAL
from csp.decorators import csp_update
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from rihai.accounts.asked import Asked
from rihai.errors import NotFound, Refused, Unreadable
from rihai.instruments.handling import FILLS
from rihai.instruments.models import Received, Stage
from rihai.instruments.offline.parts import LANGUAGES, WORKER, kept, mark, page
from rihai.instruments.offline.taking import answer_taken, answers_mine, blank_taken, blanks, form_taken
from rihai.instruments.openrosa.views import parts_of
from rihai.instruments.operations.receiving import receive
from rihai.instruments.views.reads import shown
from rihai.instruments.words import WHY
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs, public, signed_in
from rihai.kit.views.asked import actor_of

ENGINE = {"script-src": [SELF, WASM_UNSAFE_EVAL]}
"""The engine reads a form's rules with a grammar compiled to WebAssembly; no script is put together from text."""


def in_json(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A refusal as a sentence that the page shows."""

    @wraps(view)
    def answered(request: HttpRequest, **given: Any) -> HttpResponse:
        try:
            return view(request, **given)
        except NotFound as error:
            return JsonResponse({"says": str(error)}, status=404)
        except Unreadable as error:
            return JsonResponse({"says": str(error)}, status=400)
        except Refused as error:
            return JsonResponse({"says": str(error)}, status=409)

    return answered


@public
@require_GET
def begin(_request: HttpRequest) -> HttpResponse:
    """The page in the reader's language."""
    language = (get_language() or "en")[:2]
    return redirect("instruments:offline-page", language if language in LANGUAGES else "en")


@public
@require_GET
def offline(request: HttpRequest, language: str) -> HttpResponseBase:
    """The page itself: the same for everybody, it names nobody, and the browser keeps it."""
    if language not in LANGUAGES:
        raise Http404(language)

    @csp_update(ENGINE)
    def blank(_request: HttpRequest) -> HttpResponseBase:
        return HttpResponse(page(language), headers={"Cache-Control": "no-cache"})

    return blank(request)


@public
@require_GET
def worker(_request: HttpRequest) -> HttpResponse:
    """The script that keeps the page in the browser."""
    known = {"PARTS": kept(), "MARK": mark(), "BEGIN": reverse("instruments:offline")}
    head = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in known.items())
    body = head + WORKER.read_text(encoding="utf-8")
    return HttpResponse(body, content_type="text/javascript; charset=utf-8", headers={"Cache-Control": "no-cache"})


@signed_in
@never_cache
@require_GET
def door(request: Asked) -> HttpResponse:
    """Who is signed in, as a mark that names nobody; the token without which nothing is taken; what a post holds."""
    who = hashlib.sha256(f"rihai offline {request.user.pk}".encode()).hexdigest()[:32]
    may = request.user.may(FILLS)
    most = {"limit": settings.UPLOAD_BYTES, "parts": settings.DATA_UPLOAD_MAX_NUMBER_FILES}
    return JsonResponse({"who": who, "may": may, "token": get_token(request), **most})


@needs(FILLS)
@never_cache
@require_GET
@in_json
def take_form(request: HttpRequest, handler: str, form_id: str, subject: str) -> HttpResponse:
    """Take a form along about somebody or something."""
    offer, asked, told = form_taken(handler, form_id, subject, actor=actor_of(request))
    shown(request, person_id=asked.person_id, data_class=offer.data_class, handler=handler, subject=subject)
    return JsonResponse(told)


@needs(FILLS)
@never_cache
@require_GET
@in_json
def take_answer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take an answer along, to correct it."""
    offer, asked, told = answer_taken(pk, actor=actor_of(request))
    subject = told["subject"]
    shown(request, person_id=asked.person_id, data_class=offer.data_class, handler=offer.name, subject=subject)
    return JsonResponse(told)


@needs(FILLS)
@never_cache
@require_GET
def take_mine(request: HttpRequest) -> HttpResponse:
    """The answers of one's own that can be taken along, to be corrected."""
    found = answers_mine(actor=actor_of(request))
    listed(request, "instruments.offline.mine", len(found))
    return JsonResponse({"answers": found})


@needs(FILLS)
@never_cache
@require_GET
def take_blanks(_request: HttpRequest) -> HttpResponse:
    """The forms that can be taken along blank."""
    return JsonResponse({"forms": blanks()})


@needs(FILLS)
@never_cache
@require_GET
@in_json
def take_blank(_request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a blank form along."""
    return JsonResponse(blank_taken(pk))


@needs(FILLS)
@never_cache
@require_POST
@in_json
def send(request: HttpRequest) -> HttpResponse:
    """Take an answer that was filled in without a network, or a part of it; again and again if need be, kept once."""
    content, files, is_last = parts_of(request)
    handler, subject = request.POST.get("about_handler", ""), request.POST.get("about_subject", "")
    about = (handler[:60], subject) if handler else None
    receipt = receive(
        content=content, files=files, is_last=is_last, actor=actor_of(request), at=timezone.now(), about=about
    )
    received = receipt.received
    told = {"instance": received.instance_id, "stage": received.stage, **_says(received)}
    if received.stage == Stage.GIVEN and received.answer_id is not None:
        told["answer"] = str(received.answer_id)
    return JsonResponse(told, status=201 if receipt.status == "new" else 202)


def _says(received: Received) -> dict[str, str]:
    """What is left to do with an answer that came and could not be given at once."""
    if received.stage != Stage.WAITING:
        return {"says": "", "url": ""}
    why = str(received.says or WHY.get(received.why, "")) or _("It waits for you.")
    return {"says": why, "url": reverse("instruments:received", args=[received.pk])}
