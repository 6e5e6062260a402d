"""The plan she can be given: asked what may stand on it, kept, and printed."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from rihai.casework.plans.forms import PaperForm
from rihai.casework.plans.models import Plan
from rihai.casework.plans.operations import give_paper
from rihai.casework.plans.paper import plan_pdf
from rihai.casework.plans.queries.plans import shown
from rihai.casework.plans.queries.sight import classes_seen
from rihai.casework.plans.views.asked import READ, form_page, row_or_404
from rihai.kit.gate import needs
from rihai.kit.views.files import download
from rihai.people.views.asked import actor_of, done


@needs(READ)
@never_cache
@require_http_methods(["GET", "POST"])
def paper(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask what is to stand on the paper; sent, it is kept and comes as a PDF."""
    plan, actor = row_or_404(request, Plan, pk), actor_of(request)
    form = PaperForm(request.POST or None, may=classes_seen(actor, plan.person_id), initial={"language": "ur"})
    if request.method == "POST" and form.is_valid():
        given = done(
            form,
            lambda: give_paper(
                plan_id=plan.pk, language=form.cleaned_data["language"], besides=form.wanted,
                her_word=form.cleaned_data.get("her_word", ""), actor=actor, at=timezone.now(),
            ),
        )  # fmt: skip
        if given:
            content = plan_pdf(shown(plan, actor=actor), given, day=timezone.localdate())
            return download(content, f"plan-{str(plan.pk)[:8]}.pdf", "application/pdf")
    return form_page(
        request, form, back=("casework:plan", plan.pk), title=_("A paper for them"), word=_("Print it"), plan=plan,
        says=_("One page, large, with pictures for who cannot read. It names no offence; go through it together."),
    )  # fmt: skip
