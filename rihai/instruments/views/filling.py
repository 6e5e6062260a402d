"""Filling a form in: saved as it is written, given once, corrected later; it works without script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from rihai.errors import NotFound, Refused
from rihai.instruments.errors import Incomplete, OtherWindow, Overtaken
from rihai.instruments.filling import FillForm, key_of, texts_posted, with_round, without_round
from rihai.instruments.form import Question, read_form
from rihai.instruments.form.filled import COUNT, texts_of_names, texts_of_values
from rihai.instruments.handling import FILLS, about
from rihai.instruments.models import Answer, Draft, Edition, InstrumentVersion
from rihai.instruments.openrosa.asked import waiting_of
from rihai.instruments.operations import correct, give, put_aside, save_draft
from rihai.instruments.operations.drafts import INSTANCE, new_instance_id
from rihai.instruments.queries import (
    answer_seen,
    differences,
    editions_of,
    given_already,
    my_draft,
    published,
    texts_in,
)
from rihai.instruments.views.reads import shown
from rihai.instruments.windows import NO_DRAFT, Both, new_window, put_together, window_of
from rihai.kit.classes import DataClass
from rihai.kit.gate import needs
from rihai.kit.handling import FormSubject
from rihai.kit.views.asked import actor_of

SAVE, LATER, GIVE = "save", "later", "give"


@dataclass
class Opening:
    """A form that is open: in which version, about whom, with which draft; `answer` where one is corrected."""

    version: InstrumentVersion
    handler: str
    subject: str
    about: FormSubject
    data_class: str
    draft: Draft | None
    answer: Answer | None = None
    texts: Mapping[str, str] | None = None

    @property
    def form_id(self) -> str:
        """The form's id."""
        return self.version.instrument.form_id


@needs(FILLS)
@never_cache
@require_http_methods(["GET", "POST"])
def fill(request: HttpRequest, handler: str, form_id: str, subject: str) -> HttpResponse:
    """Fill a form in about a subject of a room; what was begun stands in it."""
    actor = actor_of(request)
    offer, asked = about(handler, form_id, subject, actor=actor)
    draft = my_draft(form_id, handler, subject, actor=actor)
    version = draft.version if draft is not None else published(form_id)
    if version is None:
        raise Http404(form_id)
    shown(
        request, person_id=asked.person_id, data_class=offer.data_class, handler=handler, subject=subject
    )  # fmt: skip
    known = texts_of_names(read_form(version.xform), asked.prefilled)
    texts = texts_in(draft) if draft is not None else known
    return _page(request, Opening(version, handler, subject, asked, offer.data_class, draft, texts=texts))


@needs(FILLS)
@never_cache
@require_http_methods(["GET", "POST"])
def mend(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Correct an answer: its newest edition stands in the form, or the draft of the correction."""
    actor = actor_of(request)
    found = answer_seen(pk, actor=actor)
    if found is None:
        raise Http404(str(pk))
    answer = found.answer
    offer, asked = about(answer.handler, found.form_id, answer.subject, actor=actor)
    shown(
        request, person_id=asked.person_id, data_class=offer.data_class, handler=answer.handler, subject=answer.subject
    )  # fmt: skip
    draft = my_draft(found.form_id, answer.handler, answer.subject, actor=actor, answer=answer)
    texts = texts_in(draft) if draft is not None else texts_of_values(found.edition.told)
    return _page(
        request,
        Opening(answer.version, answer.handler, answer.subject, asked, offer.data_class, draft, answer, texts),
    )


@needs(FILLS)
@require_POST
def aside(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Throw one's own draft away."""
    put_aside(draft_id=pk, actor=actor_of(request), at=timezone.now())
    messages.success(request, _("What you had begun was thrown away."))
    return redirect("instruments:mine")


def _page(request: HttpRequest, opening: Opening) -> HttpResponse:
    if request.method == "GET":
        return _shown(request, opening, opening.texts or {})
    texts = {**_left_out(opening), **texts_posted(request.POST)}
    if "more" in request.POST or "less" in request.POST:
        return _rounds(request, opening, texts)
    act = request.POST.get("act", SAVE)
    if act == GIVE:
        return _give(request, opening, texts)
    try:
        draft = _save(request, opening, texts)
    except OtherWindow as refusal:
        return _elsewhere(request, opening, texts, str(refusal))
    if act == LATER:
        messages.success(request, _("Kept for you. It stands among the forms you began."))
        return redirect("instruments:mine")
    return _saved(opening, texts, draft) if _wants_json(request) else redirect(request.path)


def _left_out(opening: Opening) -> dict[str, str]:
    """What stands in the answer and no page takes, as the name of a picture: it stays as it came."""
    parts = read_form(opening.version.xform).by_path
    root = read_form(opening.version.xform).root
    kept = {}
    for key, text in (opening.texts or {}).items():
        node = parts.get(f"/{root}/" + "/".join(one.partition("[")[0] for one in key.split("/")))
        if isinstance(node, Question) and node.kind == "other":
            kept[key] = text
    return kept


def _save(request: HttpRequest, opening: Opening, texts: Mapping[str, str]) -> Draft:
    return save_draft(
        form_id=opening.form_id, handler=opening.handler, subject=opening.subject, texts=texts,
        actor=actor_of(request), at=timezone.now(), answer=opening.answer, instance_id=request.POST.get("instance", ""),
        base=_base(request), window=window_of(request.POST),
    )  # fmt: skip


def _base(request: HttpRequest) -> int:
    """The edition from which a correction was begun, as its page says; 0 where it says none."""
    base = request.POST.get("base", "")
    return int(base) if base.isdecimal() and len(base) < 6 else 0


def _elsewhere(request: HttpRequest, opening: Opening, texts: Mapping[str, str], says: str) -> HttpResponse:
    """What this window and the other one wrote, together; where they differ, both are shown, and nothing is saved."""
    if _wants_json(request):
        return JsonResponse({"elsewhere": says}, status=409)
    form = read_form(opening.version.xform)
    there = texts_in(opening.draft) if opening.draft is not None else {}
    together, both = put_together(form, there, texts, now=_now(), language=_language())
    return _shown(request, opening, together, refusal=says, both=both, status=409)


def _saved(opening: Opening, texts: Mapping[str, str], draft: Draft) -> JsonResponse:
    """What the page needs to know: when it was saved, what is not asked now, what is said otherwise now."""
    form = _form(opening, texts)
    clock = timezone.localtime(draft.saved_at).strftime("%H:%M")
    changed = {one["name"]: render_to_string("instruments/inside.html", {"part": one}) for one in form.changing()}
    return JsonResponse({
        "saved": _("Saved at %(time)s.") % {"time": f"\u2066{clock}\u2069"}, "off": form.off(), "changed": changed,
        "names": list(form.fields), "known": draft.saves,
    })  # fmt: skip


def _rounds(request: HttpRequest, opening: Opening, texts: dict[str, str]) -> HttpResponse:
    """A repeat asked once more, or a round of it taken away; both are saved."""
    more, less = request.POST.get("more", ""), request.POST.get("less", "")
    key = key_of(more or less)
    stem = key if more else key.rpartition("[")[0]
    count = texts.get(f"{stem}{COUNT}", "1")
    counted = int(count) if count.isdigit() and len(count) < 4 else 1
    changed = with_round(texts, key, count=counted) if more else without_round(texts, key, count=counted)
    try:
        _save(request, opening, changed)
    except OtherWindow as refusal:
        return _elsewhere(request, opening, texts, str(refusal))
    return redirect(f"{request.path}#{more or less}")


def _give(request: HttpRequest, opening: Opening, texts: Mapping[str, str]) -> HttpResponse:
    """Keep what was written, then give it; a refusal leaves it as a draft and is said."""
    actor, now = actor_of(request), timezone.now()
    instance_id = request.POST.get("instance", "")
    given = given_already(instance_id, actor=actor) if INSTANCE.fullmatch(instance_id) else None
    if given is not None:
        return _sent_twice(request, opening, texts, given)
    try:
        draft = _save(request, opening, texts)
        if opening.answer is None:
            give(
                form_id=opening.form_id, handler=opening.handler, subject=opening.subject, texts=texts, actor=actor,
                at=now, instance_id=instance_id,
            )  # fmt: skip
        else:
            number = _base(request) or draft.base
            correct(answer_id=opening.answer.pk, base=number, texts=texts, actor=actor, at=now)
    except OtherWindow as refusal:
        return _elsewhere(request, opening, texts, str(refusal))
    except Incomplete:
        return _shown(request, opening, texts, problems=True, status=400)
    except Overtaken as refusal:
        return _shown(request, opening, texts, refusal=str(refusal), clash=True, status=409)
    except NotFound:
        raise
    except Refused as refusal:
        return _shown(request, opening, texts, refusal=str(refusal), status=409)
    return _done(request, opening)


def _sent_twice(request: HttpRequest, opening: Opening, texts: Mapping[str, str], given: Edition) -> HttpResponse:
    """The same page sent again is given already; from another window, that says otherwise, it is shown both."""
    there = texts_of_values(given.told)
    form = read_form(opening.version.xform)
    together, both = put_together(form, there, texts, now=_now(), language=_language())
    if not both:
        return _done(request, opening)
    says = _("It was given from another window. Give this too only if it is an answer of its own; else correct that.")
    return _shown(request, opening, together, refusal=says, both=both, instance=new_instance_id(), status=409)


def _done(request: HttpRequest, opening: Opening) -> HttpResponse:
    title = opening.version.title
    says = _("%(form)s is given.") if opening.answer is None else _("%(form)s is corrected.")
    messages.success(request, says % {"form": title})
    return redirect(opening.about.url)


def _form(opening: Opening, texts: Mapping[str, str], *, problems: bool = False) -> FillForm:
    return FillForm(read_form(opening.version.xform), texts, now=_now(), language=_language(), problems=problems)


def _shown(
    request: HttpRequest, opening: Opening, texts: Mapping[str, str], *, problems: bool = False, refusal: str = "",
    clash: bool = False, both: Sequence[Both] = (), instance: str = "", status: int = 200,
) -> HttpResponse:  # fmt: skip
    form = _form(opening, texts, problems=problems)
    if refusal:
        form.refuse(refusal)
    editions: list[Edition] = editions_of(opening.answer) if opening.answer is not None and clash else []
    base = opening.draft.base if opening.draft is not None else opening.answer.number if opening.answer else 0
    base = _base(request) or base
    theirs: list[tuple[str, str, str]] = []
    if editions:
        before = editions[min(base, len(editions)) - 1] if base else editions[0]
        theirs, base = differences(before, editions[-1]), editions[-1].number
    draft = my_draft(opening.form_id, opening.handler, opening.subject, actor=actor_of(request), answer=opening.answer)
    sent = instance or request.POST.get("instance", "")
    is_new = opening.answer is None and request.method == "GET"
    context: dict[str, Any] = {
        "form": form, "parts": form.parts(), "opening": opening, "draft": draft, "base": base, "theirs": theirs,
        "instance": draft.instance_id if draft is not None else sent if INSTANCE.fullmatch(sent) else new_instance_id(),
        "elsewhere": is_new and opening.data_class != DataClass.SEALED,
        "on_paper": is_new,
        "came": waiting_of(actor_of(request), form_id=opening.form_id) if is_new else [],
        "page_class": opening.data_class, "begun": draft is not None and request.method == "GET",
        "window": new_window(), "known": draft.saves if draft is not None else NO_DRAFT, "both": both,
    }  # fmt: skip
    return render(request, "instruments/fill.html", context, status=status)


def _wants_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept", "").startswith("application/json")


def _language() -> str:
    return (get_language() or "en")[:2]


def _now() -> datetime:
    return timezone.localtime().replace(tzinfo=None)
