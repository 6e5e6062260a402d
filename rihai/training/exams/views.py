"""The pages of a session's tests: figures and codes, laying it down, whose the codes are, closing it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.accounts.operations.house import as_house
from rihai.instruments.handling import FILLS
from rihai.instruments.queries import now_published
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.training.doors.queries import open_doors
from rihai.training.exams import operations
from rihai.training.exams.forms import TestForm
from rihai.training.exams.forms_of_tests import HANDLER, tests_there_are
from rihai.training.exams.models import SessionTest
from rihai.training.exams.queries import (
    FEWEST_SHOWN,
    codes_seen,
    holders_of,
    key_of,
    marked_of,
    questions_of,
    test_of,
)
from rihai.training.exams.reach import holds_codes, types_in
from rihai.training.exams.state import sides_of
from rihai.training.pages import act_page, one_of, told, who
from rihai.training.reach import KEEP, READ, is_told, sessions_for, told_sessions
from rihai.training.sessions.models import Session, SessionState


def session_asked(request: HttpRequest, pk: UUID) -> Session:
    """The session an address names. Raises Http404."""
    return one_of(sessions_for(actor_of(request)), pk)


def crumbs_of(session: Session) -> list[tuple[str, Any]]:
    """From the list of sessions to this one."""
    return [
        (reverse("training:sessions"), _("Training sessions")),
        (reverse("training:session", args=[session.pk]), session.shown),
    ]


@needs(READ)
@require_GET
def test(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A session's tests: what they say of all together; for who types them in the codes, and never a name."""
    actor, session = actor_of(request), session_asked(request, pk)
    laid_down = test_of(pk)
    context: dict[str, Any] = {
        "session": session, "test": laid_down, "crumbs": crumbs_of(session), "page_class": "ordinary",
        "may_set": actor.may(KEEP) and is_told(actor, session) and session.state != SessionState.CANCELLED,
        "fewest": FEWEST_SHOWN,
    }  # fmt: skip
    if laid_down is not None:
        stands_open = _stands_open(session)
        context |= _figures(laid_down, session)
        context |= {
            "holds": holds_codes(actor, pk),
            "codes": _codes(request, laid_down) if laid_down.closed_at is None and not stands_open else [],
            "stands_open": stands_open,
            "types": types_in(actor, pk),
            "sides": sides_of(session),
            "is_shown": context["marked"].people >= FEWEST_SHOWN or is_told(actor, session),
        }
    return render(request, "training/exams/test.html", context)


def _stands_open(session: Session) -> bool:
    """Whether sheets come in by phone now; the house asks, since figures that move by one sheet tell whose it was."""
    with as_house():
        return open_doors(session, timezone.now()).exists()


def _figures(laid_down: SessionTest, session: Session) -> dict[str, Any]:
    found = marked_of(session.pk, laid_down.pass_mark)
    words = questions_of(laid_down.form_id, (get_language() or "en")[:2])
    title = now_published([laid_down.form_id]).get(laid_down.form_id, laid_down.form_id)
    return {
        "marked": found, "form_title": title, "items": [(words.get(one.name, one.name), one) for one in found.items],
        "has_sat": bool(found.pairs or found.only_before or found.only_after),
    }  # fmt: skip


def _codes(request: HttpRequest, laid_down: SessionTest) -> list[dict[str, Any]]:
    """The codes for who types in: a link to each test that is not typed in yet, and to correct one that is."""
    actor = actor_of(request)
    may = actor.may(FILLS)
    return [
        {
            "code": one.code.code,
            "gain": one.gain,
            "sides": [
                {
                    "right": len(sat.right) if sat else None,
                    "url": _url(laid_down.form_id, key_of(one.code, moment), sat.answer_id if sat else None)
                    if may and not (sat and sat.by_phone)
                    else "",
                }
                for moment, sat in (("before", one.before), ("after", one.after))
            ],
        }
        for one in codes_seen(laid_down.session_id, actor=actor)
    ]


def _url(form_id: str, key: str, answer: UUID | None) -> str:
    if answer is not None:
        return reverse("instruments:correct", args=[answer])
    return reverse("instruments:fill", args=[HANDLER, form_id, key])


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def set_test(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Lay the test of a session down."""
    session = one_of(told_sessions(actor_of(request)).select_related("curriculum__course"), pk)
    laid_down = session.curriculum.pass_mark if session.curriculum else None
    tests = tests_there_are()
    form = TestForm(request.POST or None, tests=tests, laid_down=laid_down, stands=test_of(pk))
    says = _("Everybody with a seat gets a code. The same questions are asked before and after, and matched by it.")
    if laid_down:
        says += " " + _("The curriculum lays the pass mark down: %(n)s per cent.") % {"n": laid_down}
    return act_page(
        request, form, title=_("The test of this session"), word=_("Lay it down"), crumbs=crumbs_of(session),
        act=lambda: operations.set_test(
            session_id=pk, form_id=form.cleaned_data["form_id"],
            pass_mark=form.cleaned_data.get("pass_mark") or laid_down or 100, **who(request),
        ),
        to=lambda _made: reverse("training:test", args=[pk]),
        says=_("The test is laid down and its codes are made."), standfirst=says,
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def codes(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Whose the codes are, to be cut apart and handed out, later with the marks; for who keeps the session and does not
    teach it."""
    session = session_asked(request, pk)
    actor, laid_down = actor_of(request), test_of(pk)
    if laid_down is None or not holds_codes(actor, pk):
        raise Http404(str(pk))
    if request.method == "POST":
        told(request, lambda: operations.make_codes(session_id=pk, **who(request)), _("The codes are made."))
        return redirect("training:test-codes", pk)
    rows = holders_of(pk, actor=actor)
    listed(request, "training.codes", len(rows), {"session": str(pk)})
    context = {
        "session": session, "rows": rows, "is_open": laid_down.closed_at is None, "crumbs": crumbs_of(session),
        "page_class": "personal",
    }  # fmt: skip
    return render(request, "training/exams/codes.html", context)


@needs(KEEP)
@require_POST
def close(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Close the tests: who reached the mark stands with the names from now on."""
    one_of(told_sessions(actor_of(request)), pk)
    told(
        request, lambda: operations.close_test(session_id=pk, **who(request)),
        _("The tests are closed. Who reached the mark stands with the names; no single test is opened any more."),
    )  # fmt: skip
    return redirect("training:test", pk)
