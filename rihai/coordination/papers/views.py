"""Pages of papers: sent, a copy as PDF or Excel, a link; what a member reads by account or by link."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.accounts.operations.house import as_house
from rihai.coordination.bodies.queries import posts_of_account
from rihai.coordination.decisions.operations import actions_of_post, answer_by_link
from rihai.coordination.decisions.queries import own_actions
from rihai.coordination.papers import operations
from rihai.coordination.papers.content import Content, content_of
from rihai.coordination.papers.forms import LinkForm, MemberAnswersForm, SendForm
from rihai.coordination.papers.models import CopyLink, PaperCopy
from rihai.coordination.papers.operations import live_link, look, own_copy
from rihai.coordination.papers.printed import copy_pdf, copy_sheet
from rihai.coordination.reach import KEEP, MEMBER, of_bodies
from rihai.coordination.views import LANGUAGES, XLSX, as_file, form_page, found, kept_meeting_or_404, told, who
from rihai.errors import NotFound, Refused
from rihai.kit.audit.reads import listed
from rihai.kit.files import FileRefused
from rihai.kit.forms import PinForm
from rihai.kit.gate import needs, public
from rihai.kit.links import HEADERS
from rihai.kit.views.asked import actor_of

MAKE = {"pdf": (copy_pdf, "application/pdf"), "xlsx": (copy_sheet, XLSX)}
PAGE = 24


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def send(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Freeze the agenda and make the copies."""
    one = kept_meeting_or_404(request, pk)
    form = SendForm(request.POST or None, on=one.on)
    return form_page(
        request, form, to=reverse("coordination:meeting", args=[pk]), title=_("Papers for the members"),
        word=_("Freeze the agenda and make the copies"), meeting=one, page_class="personal",
        act=lambda: operations.send(meeting_id=pk, **form.cleaned_data, **who(request)),
        says=_("The papers are made, numbered, and written into the register of what was shared."),
        standfirst=_(
            "Each person is given with the least a committee needs: name, case, court, sections, status, prison, the"
            " matter and its days. Nothing of health, family or complaints."
        ),
    )  # fmt: skip


@needs(KEEP)
@require_GET
def copy(request: HttpRequest, pk: UUID, language: str, kind: str) -> HttpResponse:
    """A numbered copy to hand over."""
    if language not in LANGUAGES or kind not in MAKE:
        raise Http404(kind)
    try:
        made = operations.make_copy(copy_id=pk, kind=kind, language=language, **who(request))
    except NotFound as missing:
        raise Http404(str(missing)) from missing
    return _made(made, language, kind)


def _made(made: PaperCopy, language: str, kind: str) -> HttpResponse:
    make, mime = MAKE[kind]
    content = make(made, language, at=timezone.now())
    return as_file(content, mime, f"meeting-{made.papers.meeting.number}-copy-{made.number}-{language}.{kind}")


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def links(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The links of a copy; a new one is shown once, with its code."""
    keeps = of_bodies(actor_of(request), "papers__meeting__body", KEEP)
    rows = PaperCopy.objects.filter(keeps).select_related("papers__meeting__body", "post")
    one, now = found(rows.filter(pk=pk).first(), pk), timezone.now()
    form, given = LinkForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        try:
            given = operations.make_link(copy_id=pk, days=form.cleaned_data["days"], **who(request))
        except Refused as refusal:
            form.add_error(None, str(refusal))
    address = request.build_absolute_uri(reverse("coordination:shared", args=[given.secret])) if given else ""
    serves = one.papers.use_until >= timezone.localdate(now)
    known = [(link, serves and link.is_live(now)) for link in CopyLink.objects.filter(copy=one)]
    context = {
        "copy": one, "one": one.papers.meeting, "form": LinkForm() if given else form, "address": address,
        "pin": given.pin if given else "", "links": known, "page_class": "personal",
    }  # fmt: skip
    return render(request, "coordination/papers/links.html", context, status=422 if form.errors else 200)


@needs(KEEP)
@require_POST
def end_link(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Close a link."""
    act = told(request, lambda: operations.close_link(link_id=pk, **who(request)), _("Closed; it opens nothing now."))
    return redirect("coordination:links", act.copy_id) if act else redirect("coordination:bodies")


@needs(MEMBER)
@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """What a member has: papers of meetings, and actions of theirs."""
    actor, today = actor_of(request), timezone.localdate()
    with as_house():
        posts = posts_of_account(actor.pk, today)
        copies = list(
            PaperCopy.objects.filter(post__in=posts, papers__use_until__gte=today)
            .select_related("papers__meeting__body__place", "post").order_by("-papers__meeting__on", "number")[:PAGE]
        )  # fmt: skip
        actions = list(own_actions(actor.pk, posts)[:PAGE])
    context = {"copies": copies, "actions": actions, "today": today, "has_post": bool(posts), "page_class": "personal"}
    return render(request, "coordination/papers/mine.html", context)


@needs(MEMBER)
@require_GET
def own(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A copy on the screen, for the member whose it is."""
    one = _own(request, pk)
    listed(request, "coordination.copy", 1, {"copy": str(pk)})
    language = (get_language() or "en")[:2]
    context = {"copy": one, "content": _content(one, language), "page_class": "personal"}
    return render(request, "coordination/papers/own.html", context)


@needs(MEMBER)
@require_GET
def own_file(request: HttpRequest, pk: UUID, language: str, kind: str) -> HttpResponse:
    """The same as a file."""
    if language not in LANGUAGES or kind not in MAKE:
        raise Http404(kind)
    one = _own(request, pk)
    listed(request, "coordination.copy", 1, {"copy": str(pk), "format": kind})
    return _made(one, language, kind)


def _own(request: HttpRequest, pk: UUID) -> PaperCopy:
    one = found(own_copy(pk, actor=actor_of(request), at=timezone.now()), pk)
    if one.papers.use_until < timezone.localdate():
        raise Http404(str(pk))
    return one


def _content(one: PaperCopy, language: str) -> Content:
    return content_of(one.papers.meeting, language, at=timezone.now())


@public
@never_cache
@require_http_methods(["GET", "POST"])
def shared(request: HttpRequest, secret: str) -> HttpResponse:
    """Asks for the second secret, then shows the copy and takes answers. A link that is over shows nothing."""
    now, form = timezone.now(), PinForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        pin = form.cleaned_data["pin"]
        if "by_name" in request.POST:
            return _answered(request, secret, pin)
        seen = look(secret=secret, pin=pin, at=now)
        if seen.state == "open" and seen.copy:
            return _open(request, seen.copy, _answers(seen.copy, pin))
        if seen.state == "wrong":
            return _answer(request, "wrong", 403, form=PinForm())
    if live_link(secret, at=now) is None:
        return _answer(request, "gone", 404)
    return _answer(request, "ask", 400 if form.is_bound else 200, form=form)


def _answered(request: HttpRequest, secret: str, pin: str) -> HttpResponse:
    """The answers that came with the code."""
    now = timezone.now()
    seen = look(secret=secret, pin=pin, at=now)
    if seen.state != "open" or seen.copy is None:
        return _answer(request, seen.state, 403 if seen.state == "wrong" else 404, form=PinForm())
    form = _answers(seen.copy, pin, request)
    if form.is_valid():
        try:
            n = answer_by_link(
                secret=secret, pin=pin, by_name=form.cleaned_data["by_name"], answers=form.said(), at=now
            )  # fmt: skip
            return _open(request, seen.copy, _answers(seen.copy, pin), taken=n)
        except (Refused, FileRefused) as refusal:
            form.add_error(None, str(refusal))
    return _open(request, seen.copy, form, status=422)


def _answers(one: PaperCopy, pin: str, request: HttpRequest | None = None) -> MemberAnswersForm:
    with as_house():
        actions = actions_of_post(one.post)
    given = (request.POST, request.FILES) if request else (None, None)
    return MemberAnswersForm(*given, actions=actions, pin=pin)


def _open(
    request: HttpRequest, one: PaperCopy, form: MemberAnswersForm, *, taken: int | None = None, status: int = 200
) -> HttpResponse:  # fmt: skip
    content = _content(one, (get_language() or "en")[:2])
    with as_house():
        return _answer(request, "open", status, copy=one, content=content, form=form, taken=taken)


def _answer(request: HttpRequest, state: str, status: int, **context: object) -> HttpResponse:
    page = render(request, "coordination/papers/shared.html", {"state": state, **context}, status=status)
    for name, value in HEADERS.items():
        page.headers[name] = value
    return page
