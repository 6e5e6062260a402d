"""The record of an emergency as a whole: what it holds, whose code is whose, and who took it out before."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from rihai.errors import NotFound
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.preparedness.emergencies import operations
from rihai.preparedness.emergencies.forms import RecordForm
from rihai.preparedness.emergencies.operations.taking import TAKES
from rihai.preparedness.emergencies.queries import emergencies_for
from rihai.preparedness.emergencies.record.gathered import gathered
from rihai.preparedness.emergencies.record.paper import tables
from rihai.preparedness.emergencies.views.opening import crumbs
from rihai.preparedness.pages import as_file, one_of, status_of, who


@needs(TAKES)
@require_http_methods(["GET", "POST"])
def record(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take the whole record out, as often as it is asked for; each time is written down."""
    actor = actor_of(request)
    one = one_of(emergencies_for(actor), pk)
    form = RecordForm(request.POST or None, initial={"language": get_language()})
    if request.method == "POST" and form.is_valid():
        try:
            taken = operations.take_record(emergency_id=pk, **form.cleaned_data, **who(request))
        except NotFound as missing:
            raise Http404(str(missing)) from missing
        return as_file(taken.content, taken.media, taken.name)
    made = gathered(one, actor=actor)
    context = {
        "one": one, "form": form, "crumbs": crumbs(one), "digest": made.digest, "key": made.key,
        "sections": [(table.title, len(table.rows)) for table in tables(made)], "takings": list(one.takings.all()),
        "page_class": "ordinary",
    }  # fmt: skip
    return render(request, "preparedness/emergencies/record.html", context, status=status_of(form))
