"""Registers of earlier years: given in, headings confirmed, looked at, taken in, undone; and the own file back."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.casework.cases.programmes import programmes
from rihai.casework.cases.registers import operations as act
from rihai.casework.cases.registers import queries as ask
from rihai.casework.cases.registers.forms import MappingForm, RegisterForm
from rihai.casework.cases.registers.models import Register, RegisterState
from rihai.casework.cases.views.asked import done, posted, status_of, told
from rihai.errors import FileUnreadable
from rihai.kit.audit.reads import listed
from rihai.kit.files import FileRefused
from rihai.kit.gate import needs
from rihai.people.views.asked import actor_of, places_of
from rihai.words import say

KEEP = "casework.keep"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def registers(request: HttpRequest) -> HttpResponse:
    """The reader's registers, and a new one."""
    actor = actor_of(request)
    ours = [one for one in programmes().values() if one.data_class == "personal"]
    form = RegisterForm(
        posted(request), request.FILES or None, places=places_of(request, served=True), programmes=ours
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        upload, made = form.cleaned_data["file"], []
        try:
            if done(
                form,
                lambda said: made.append(
                    act.give_register(
                        content=upload.read(), name=str(upload.name), place=said["place"], programme=said["programme"],
                        actor=actor, at=timezone.now(),
                    )
                ),
            ):  # fmt: skip
                return redirect("casework:register", made[0].pk)
        except FileUnreadable as refusal:
            language = get_language() or "en"
            form.add_error("file", f"{say(refusal.message, language)} {say(refusal.mend, language)}")
        except FileRefused as refusal:
            form.add_error("file", str(refusal))
    rows = list(ask.registers_of(actor)[:50])
    return render(request, "casework/cases/registers.html", {"form": form, "rows": rows}, status=status_of(form))


@needs(KEEP)
@require_GET
def register(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One register at its step: headings to confirm, rows to look at, or what became of it."""
    one = _mine(request, pk)
    if one.state == RegisterState.TO_MAP:
        return redirect("casework:register-headings", pk)
    doubts = ask.doubts_of(one, actor=actor_of(request))
    listed(request, "casework.register", len(doubts), {})
    context = {
        "register": one, "sums": ask.sums_of(one), "links": ask.links_of(one), "doubts": doubts,
        "wrong": ask.wrong_rows(one), "page_class": "personal",
    }  # fmt: skip
    return render(request, "casework/cases/register.html", context)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def headings(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What each column holds."""
    one = _mine(request, pk)
    form = MappingForm(posted(request), mapping=one.mapping)
    if (
        request.method == "POST"
        and form.is_valid()
        and done(
            form,
            lambda _said: act.confirm_headings(
                register_id=pk, mapping=form.said(), actor=actor_of(request), at=timezone.now()
            ),
        )
    ):
        return redirect("casework:register", pk)
    context = {"register": one, "form": form}
    return render(request, "casework/cases/register_headings.html", context, status=status_of(form))


@needs(KEEP)
@require_POST
def decide(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Of each doubtful row that was answered: whom it means."""
    _mine(request, pk)
    said: dict[UUID, UUID | None] = {}
    for name, value in request.POST.items():
        row = _uuid(name.removeprefix("row-"))
        if row and name.startswith("row-") and value:
            said[row] = _uuid(str(value))
    told(
        request,
        lambda: act.decide_rows(register_id=pk, said=said, actor=actor_of(request), at=timezone.now()),
        _("It is written down."),
    )
    return redirect("casework:register", pk)


@needs(KEEP)
@require_POST
def take_in(request: HttpRequest, pk: UUID) -> HttpResponse:
    """All accepted rows become cases, or none."""
    _mine(request, pk)
    count: list[int] = []
    ok = told(
        request,
        lambda: count.append(act.take_in_register(register_id=pk, actor=actor_of(request), at=timezone.now())),
        _("The register is taken in."),
    )
    if ok:
        says = ngettext("%(n)d case came from it.", "%(n)d cases came from it.", count[0]) % {"n": count[0]}
        messages.info(request, says)
    return redirect("casework:register", pk)


@needs(KEEP)
@require_POST
def undo(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Everything as it was before, while nothing is built on it."""
    _mine(request, pk)
    told(
        request,
        lambda: act.undo_register(register_id=pk, actor=actor_of(request), at=timezone.now()),
        _("The register is undone; nothing of it is left but the file."),
    )
    return redirect("casework:register", pk)


@needs(KEEP)
@require_GET
def back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The reader's own file, with a column that says what to mend."""
    one = _mine(request, pk)
    name, content = ask.file_back(
        one, actor=actor_of(request), at=timezone.now(), language=get_language() or "en"
    )  # fmt: skip
    return HttpResponse(content, content_type=XLSX, headers={"Content-Disposition": _attached(name)})


def _attached(name: str) -> str:
    from django.utils.http import content_disposition_header

    return content_disposition_header(as_attachment=True, filename=name) or "attachment"


def _mine(request: HttpRequest, pk: UUID) -> Register:
    found = ask.register_seen(pk, actor=actor_of(request))
    if found is None:
        raise Http404(str(pk))
    return found


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
