"""The form for anybody: three short steps; each press keeps what was written, and the last gives code and PIN.

What is written goes into a sealed draft under a token that stands in the form alone: not in an address, not in a
cookie, so that a shared phone tells nobody. A page that is sent again because the line was slow gives the same answer.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.views.decorators.http import require_http_methods

from rihai.helpline.codes import in_groups
from rihai.helpline.knocks import WRITES, HeldUp, held_up, knock
from rihai.helpline.public import light, light_page
from rihai.helpline.requests.forms.ask import STEPS
from rihai.helpline.requests.models import Draft, Said
from rihai.helpline.requests.operations.asking import draft_of, keep_draft, send
from rihai.helpline.requests.triage import AMBER, RED, Level, level_of
from rihai.kit.forms import Form
from rihai.kit.gate import public

PAGE = "helpline/requests/ask.html"
TEXTS = ("what", "name", "father", "prison", "medicine", "caller", "relation", "phone", "word", "may_tell", "knows")


@public
@light
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """A step of the form, or what comes after the last."""
    if request.method == "GET":
        return _page(request, 1, STEPS[0](), "")
    now, token = timezone.now(), request.POST.get("token", "")[:80]
    step = min(max(_number(request.POST.get("step", "1")), 1), len(STEPS))
    draft = draft_of(token, at=now)
    if "in" in request.POST:  # another language, with everything that is written
        return _page(request, step, STEPS[step - 1](initial=_typed(request, step)), token, draft)
    form = STEPS[step - 1](request.POST)
    if not form.is_valid():
        return _page(request, step, form, token, draft, status=422)
    if draft is None and (held := held_up(request, WRITES, at=now)):
        form.add_error(None, held.says)
        return _page(request, step, form, token, status=429, held=held)
    return _kept(request, step, form, token, draft)


def _kept(request: HttpRequest, step: int, form: Form, token: str, draft: Draft | None) -> HttpResponse:
    """What was written is kept; the next step, the one before, or the end."""
    now, lost = timezone.now(), draft is None and step > 1
    if draft is not None and draft.request is not None:
        return _end(request, token, Said(), "", draft.request.level)
    said, topic = _merged(draft, form)
    if draft is None:
        knock(request, WRITES, at=now)
    token = keep_draft(token=token, said=said, topic=topic, at=now)
    if lost:
        return _page(request, 1, STEPS[0](initial=_written(said, topic)), token, notice=True)
    if step == len(STEPS) and "back" not in request.POST:
        return _end(request, token, said, topic)
    step += -1 if "back" in request.POST and step > 1 else 1
    return _page(request, step, STEPS[step - 1](initial=_written(said, topic)), token, draft_of(token, at=now))


def _end(request: HttpRequest, token: str, said: Said, topic: str, level: str = "") -> HttpResponse:
    language = translation.get_language() or ""
    said = replace(said, no_call=said.no_call or not said.phone)
    given = send(token=token, said=said, topic=topic, language=language, at=timezone.now())
    is_red = (level or level_of(said.signs, topic)) == Level.RED
    context = {"code": in_groups(given.code), "pin": in_groups(given.pin), "is_red": is_red}
    return light_page(request, "helpline/requests/asked.html", context)


def _merged(draft: Draft | None, form: Form) -> tuple[Said, str]:
    """What the draft holds with what this step says."""
    said = Said.read(draft.text or "") if draft else Said()
    told = form.cleaned_data
    texts = {name: str(told[name]).strip() for name in TEXTS if name in told}
    known: dict[str, Any] = {name: value for name, value in texts.items() if value or name != "may_tell"}
    said = replace(said, **known)
    if "signs" in told:
        said = replace(said, signs=(*told["signs"], *(one for one in said.signs if one in AMBER)))
    if "more_signs" in told:
        said = replace(said, signs=(*(one for one in said.signs if one in RED), *told["more_signs"]))
    if "times" in told:
        said = replace(said, times=tuple(told["times"]), no_call=bool(told["no_call"]))
    return said, str(told.get("topic", draft.topic if draft else ""))


def _written(said: Said, topic: str) -> dict[str, Any]:
    """As the fields of the steps hold it."""
    texts = {name: getattr(said, name) for name in TEXTS}
    more = {"signs": said.signs, "more_signs": said.signs, "times": said.times, "no_call": said.no_call}
    return {**texts, **more, "topic": topic}


def _typed(request: HttpRequest, step: int) -> dict[str, Any]:
    """What stands in the fields of a step that is not sent yet."""
    many = {"signs", "more_signs", "times"}
    fields = STEPS[step - 1].base_fields
    return {
        name: [one[:20] for one in request.POST.getlist(name)[:20]]
        if name in many
        else request.POST.get(name, "")[:3000]
        for name in fields
    }


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 3 else 1


def _page(
    request: HttpRequest, step: int, form: Form, token: str, draft: Draft | None = None, *, status: int = 200,
    notice: bool = False, held: HeldUp | None = None,
) -> HttpResponse:  # fmt: skip
    signs = Said.read(draft.text or "").signs if draft else ()
    context = {
        "form": form, "step": step, "last": len(STEPS), "token": token, "is_red": any(one in signs for one in RED),
        "lost": notice, "held": held,
    }  # fmt: skip
    return light_page(request, PAGE, context, status=status)
