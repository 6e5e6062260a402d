"""Sessions: planned, changed, not held; remarks and certificates."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from rihai.casework.cases.capabilities import kept_by, may_keep
from rihai.casework.services.queries.records import enrolment_seen
from rihai.casework.services.views.asked import SEES, form_page, keeper_of
from rihai.casework.sessions.forms import CancelForm, CertificateForm, JoinForm, PlanForm, RemarkForm
from rihai.casework.sessions.models import Session, SessionState
from rihai.casework.sessions.operations import (
    cancel_session,
    change_session,
    expect_too,
    give_certificate,
    plan_session,
    write_remark,
)
from rihai.casework.sessions.paper import certificate_pdf
from rihai.casework.sessions.queries import sessions as asks
from rihai.errors import Refused
from rihai.kit.actor import Actor
from rihai.kit.audit.reads import listed, opened
from rihai.kit.gate import needs
from rihai.kit.views.files import download
from rihai.people.views.asked import actor_of, done


@needs(SEES)
@require_GET
def sessions(request: HttpRequest) -> HttpResponse:
    """Sessions, those to record above."""
    actor, today = actor_of(request), timezone.localdate()
    rows = asks.sessions_listed(actor)
    waiting = asks.with_counts(asks.to_record(actor, on=today).order_by("on", "pk"), actor, most=asks.PAGE)
    listed(request, "casework.sessions", len(rows))
    context = {"rows": rows, "waiting": waiting, "today": today, "may_keep": bool(kept_by(actor))}
    return render(request, "casework/sessions/sessions.html", context)


def session_seen(request: HttpRequest, pk: UUID) -> Session:
    """The session an address names, as far as the actor sees it. Raises Http404."""
    found = asks.sessions_for(actor_of(request)).select_related("place", "group").filter(pk=pk).first()
    if found is None:
        raise Http404(str(pk))
    return found


def _start(actor: Actor) -> dict[str, Any]:
    return {"on": timezone.localdate(), "minutes": 60, "leader_name": actor.name}


@needs(SEES)
@require_http_methods(["GET", "POST"])
def of_group(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Plan a session of a group."""
    actor = keeper_of(request)
    group = asks.groups_for(actor).filter(pk=pk).first()
    if group is None:
        raise Http404(str(pk))
    return _plan(request, actor, {"group": group}, group_id=group.pk)


@needs(SEES)
@require_http_methods(["GET", "POST"])
def of_one(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Plan a session with one person."""
    actor = keeper_of(request)
    row = enrolment_seen(pk, actor=actor)
    if row is None:
        raise Http404(str(pk))
    opened(request, row.person_id)
    return _plan(request, actor, {"person": row.person, "row": row}, enrolment_id=row.pk)


def _plan(request: HttpRequest, actor: Actor, context: dict[str, Any], **of: Any) -> HttpResponse:
    form = PlanForm(request.POST or None, today=timezone.localdate(), initial=_start(actor))
    if request.method == "POST" and form.is_valid():
        made = done(form, lambda: plan_session(said=form.cleaned_data, actor=actor, at=timezone.now(), **of))
        if made:
            messages.success(request, _("The session is planned."))
            return redirect("casework:session", made.pk)
    return form_page(request, form, "sessions/plan", **context)


@needs(SEES)
@require_http_methods(["GET", "POST"])
def session(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One session: who came, remarks, and who came along."""
    actor, found = actor_of(request), session_seen(request, pk)
    rows = asks.sheet(found, actor=actor)
    listed(request, "casework.session", len(rows), {"session": str(pk)})
    people = [(str(one.pk), one.person.full_name or _("Name not known")) for one in rows]
    form = RemarkForm(request.POST or None, actor=actor, people=people)

    def act() -> Any:
        said = form.cleaned_data
        return write_remark(
            attendance_id=UUID(said["about"]), data_class=said["data_class"], text=said["text"], actor=actor,
            at=timezone.now(),
        )  # fmt: skip

    if request.method == "POST" and form.is_valid() and done(form, act):
        messages.success(request, _("The remark is written."))
        return redirect("casework:session", found.pk)
    may = may_keep(actor, found.data_class) and found.state != SessionState.CANCELLED
    context = {
        "session": found, "rows": rows, "remarks": asks.remarks_of(found, actor=actor), "may_keep": may,
        "today": timezone.localdate(), "page_class": found.data_class,
    }  # fmt: skip
    return form_page(request, form, "sessions/session", **context)


@needs(SEES)
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Another day, leader or material."""
    actor, found = keeper_of(request), session_seen(request, pk)
    form = PlanForm(request.POST or None, today=timezone.localdate(), record=found)

    def act() -> Any:
        return change_session(
            session_id=found.pk, version=form.record_version, said=form.cleaned_data, actor=actor, at=timezone.now()
        )

    if request.method == "POST" and form.is_valid() and done(form, act):
        messages.success(request, _("The session is changed."))
        return redirect("casework:session", found.pk)
    return form_page(request, form, "sessions/change", session=found)


@needs(SEES)
@require_http_methods(["GET", "POST"])
def cancel(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It was not held."""
    actor, found = keeper_of(request), session_seen(request, pk)
    form = CancelForm(request.POST or None, initial={"version": found.version})

    def act() -> Any:
        return cancel_session(session_id=found.pk, **form.cleaned_data, actor=actor, at=timezone.now())

    if request.method == "POST" and form.is_valid() and done(form, act):
        messages.success(request, _("It is written that it was not held."))
        return redirect("casework:session", found.pk)
    return form_page(request, form, "sessions/cancel", session=found)


@needs(SEES)
@require_http_methods(["GET", "POST"])
def along(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Somebody came along who was not expected."""
    actor, found = keeper_of(request), session_seen(request, pk)
    could = asks.could_come(found, actor=actor)
    others = list(could[:100])
    form = JoinForm(request.POST or None, rows=others)
    if request.method == "POST" and form.is_valid():
        for row in could.filter(pk__in=form.cleaned_data["people"]):
            try:
                expect_too(session_id=found.pk, enrolment_id=row.pk, actor=actor, at=timezone.now())
            except Refused as refusal:
                messages.error(request, f"{row.person.full_name}: {refusal}")
        return redirect("casework:attendance", found.pk)
    return form_page(request, form, "sessions/along", session=found, others=others)


@needs(SEES)
@require_http_methods(["GET", "POST"])
def certificate_new(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give the certificate of a finished course; one that was given is shown."""
    actor, today = keeper_of(request), timezone.localdate()
    row = enrolment_seen(pk, actor=actor)
    if row is None:
        raise Http404(str(pk))
    opened(request, row.person_id)
    given = getattr(row, "certificate", None)
    if given is not None:
        return redirect("casework:certificate", given.pk)
    form = CertificateForm(request.POST or None, today=today, initial={"on": today, "trainer": actor.name})
    if request.method == "POST" and form.is_valid():
        made = done(
            form,
            lambda: give_certificate(enrolment_id=row.pk, **form.cleaned_data, actor=actor, at=timezone.now()),
        )
        if made:
            messages.success(request, _("The certificate is given. Print it."))
            return redirect("casework:certificate", made.pk)
    return form_page(request, form, "sessions/certificate_new", row=row, person=row.person)


@needs(SEES)
@require_GET
def certificate(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One certificate."""
    found = asks.certificate_seen(pk, actor=actor_of(request))
    if found is None:
        raise Http404(str(pk))
    opened(request, found.person_id)
    return render(request, "casework/sessions/certificate.html", {"row": found, "person": found.person})


@needs(SEES)
@never_cache
@require_GET
def certificate_paper(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The certificate to print, the reader's language first."""
    found = asks.certificate_seen(pk, actor=actor_of(request))
    if found is None:
        raise Http404(str(pk))
    opened(request, found.person_id)
    language = "ur" if (get_language() or "").startswith("ur") else "en"
    return download(certificate_pdf(found, language), f"certificate-{found.code}.pdf", "application/pdf")
