"""Certificates: given for a session, one with its paper, withdrawn; a course that was finished elsewhere."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.kit.audit.reads import listed
from rihai.kit.forms import Form
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.training.certificates import operations
from rihai.training.certificates.models import Certificate
from rihai.training.certificates.paper import certificate_pdf, certificates_zip
from rihai.training.certificates.queries import to_print
from rihai.training.courses.models import Course
from rihai.training.fields import Entry, among, day, line, row
from rihai.training.pages import act_page, as_file, one_of, told, who
from rihai.training.reach import KEEP, READ, certificates_for, completions_for, register_for
from rihai.training.sessions.views.sessions import crumbs, told_or_404

MOST = 120
"""Certificates that are printed at once."""


class WithdrawForm(Entry):
    """Why a certificate is withdrawn."""

    because = line(gettext_lazy("Why it is withdrawn"), 200, required=True)


class FinishedForm(Form):
    """Which course was finished elsewhere, when, and what shows it."""

    course = row(gettext_lazy("Course"), Course.objects.none())
    on = day(gettext_lazy("Finished on"))
    says = line(gettext_lazy("Where, and what shows it"), 200, required=True)


def _language() -> str:
    return "ur" if (get_language() or "en").startswith("ur") else "en"


@needs(KEEP)
@require_POST
def give(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give everybody who finished a certificate."""
    told_or_404(request, pk)
    told(request, lambda: operations.give_certificates(session_id=pk, **who(request)), _("The certificates are given."))
    return redirect("training:session", pk)


@needs(KEEP)
@require_GET
def print_all(request: HttpRequest, pk: UUID) -> HttpResponse:
    """All certificates of a session, a PDF each."""
    one = told_or_404(request, pk)
    found = list(to_print(one, actor_of(request))[:MOST])
    if not found:
        raise Http404(str(pk))
    listed(request, "training.certificates", len(found), {"session": str(pk)})
    return as_file(certificates_zip(found, _language()), "application/zip", f"certificates-{one.on:%Y-%m-%d}.zip")


def _certificate(request: HttpRequest, pk: UUID) -> Certificate:
    rows = certificates_for(actor_of(request)).select_related("completion__trainee", "completion__enrolment")
    return one_of(rows, pk)


@needs(READ)
@require_GET
def certificate(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One certificate as it was written."""
    one = _certificate(request, pk)
    listed(request, "training.certificate", 1, {"certificate": str(pk)})
    context = {"one": one, "may_keep": actor_of(request).may(KEEP), "page_class": "personal"}
    return render(request, "training/certificates/certificate.html", context)


@needs(READ)
@require_GET
def paper(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The certificate as PDF, the reader's language first. Not of one that was withdrawn, or bears no name any more."""
    one = _certificate(request, pk)
    if one.withdrawn_on is not None or not one.full_name:
        raise Http404(str(pk))
    listed(request, "training.certificate_paper", 1, {"certificate": str(pk)})
    return as_file(certificate_pdf(one, _language()), "application/pdf", f"certificate-{one.code}.pdf")


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Withdraw a certificate."""
    one = _certificate(request, pk)
    form = WithdrawForm(request.POST or None, record=one)
    return act_page(
        request, form, title=_("Withdraw the certificate"), word=_("Withdraw it"), page_class="personal",
        crumbs=[*crumbs(), (reverse("training:certificate", args=[pk]), one.code)],
        act=lambda: operations.withdraw(
            certificate_id=pk, version=form.record_version, because=form.cleaned_data["because"], **who(request)
        ),
        to=lambda made: reverse("training:certificate", args=[made.pk]), says=_("It is withdrawn. Its code says so."),
        standfirst=_("Whoever asks by its code is told that it was withdrawn, on which day, and not why."),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def elsewhere(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write down that somebody finished a course elsewhere."""
    one = one_of(register_for(actor_of(request)), pk)
    form = FinishedForm(request.POST or None)
    among(form, "course", Course.objects.filter(is_open=True))
    return act_page(
        request, form, title=_("Finished elsewhere"), word=_("Write it down"), page_class="personal",
        crumbs=[*crumbs(), (reverse("training:trainee", args=[pk]), one.full_name)],
        act=lambda: operations.finished_elsewhere(trainee_id=pk, **form.cleaned_data, **who(request)),
        to=lambda _made: reverse("training:trainee", args=[pk]), says=_("It is written down."),
    )  # fmt: skip


@needs(KEEP)
@require_POST
def unsay(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A course was not finished elsewhere after all."""
    one = one_of(completions_for(actor_of(request)), pk)
    told(
        request, lambda: operations.unsay_elsewhere(completion_id=pk, **who(request)),
        _("It is taken out and counts no more."),
    )  # fmt: skip
    return redirect("training:trainee", one.trainee_id)
