"""Random samples of prisons: draw one, see who is to be asked, say why somebody was not."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.errors import Refused
from rihai.instruments.handling import FILLS
from rihai.instruments.models import Outcome
from rihai.instruments.models.sample import Allocation
from rihai.instruments.operations.samples import MOST, draw_sample, mark_drawn
from rihai.instruments.queries import now_published
from rihai.instruments.sampling.asked import forms_of_persons, handler_of, places_of, sample_seen, samples_of
from rihai.kit.audit.reads import listed
from rihai.kit.forms import Form
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.places.models import Place


class SampleForm(Form):
    """What is drawn: of which prison, for which form, how many."""

    place = forms.ModelChoiceField(label=gettext_lazy("Prison"), queryset=Place.objects.none())
    form_id = forms.ChoiceField(label=gettext_lazy("Form"))
    wanted = forms.IntegerField(label=gettext_lazy("How many are to be asked"), min_value=1, max_value=MOST)
    reserves = forms.IntegerField(
        label=gettext_lazy("Reserves"), min_value=0, max_value=MOST, initial=10,
        help_text=gettext_lazy("Asked in the order of the draw, one for each who is gone, refuses or is not met."),
    )  # fmt: skip
    strata = forms.ChoiceField(
        label=gettext_lazy("Draw apart"), required=False,
        help_text=gettext_lazy("So that no small group is missed by chance; each answer then stands for its group."),
    )  # fmt: skip
    allocation = forms.ChoiceField(
        label=gettext_lazy("Places for each group"), required=False, choices=Allocation.choices,
        initial=Allocation.PROPORTIONAL,
    )  # fmt: skip
    seed = forms.CharField(
        label=gettext_lazy("Seed"), max_length=40, required=False,
        help_text=gettext_lazy("Empty: drawn here. Or figures thrown before witnesses, so that nobody can choose."),
    )  # fmt: skip

    def __init__(self, *args: Any, places: list[Place], titles: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        place, form_id = self.fields["place"], self.fields["form_id"]
        assert isinstance(place, forms.ModelChoiceField)
        assert isinstance(form_id, forms.ChoiceField)
        place.queryset = Place.objects.filter(pk__in=[one.pk for one in places])
        form_id.choices = list(titles.items())
        strata = self.fields["strata"]
        assert isinstance(strata, forms.ChoiceField)
        groups = {one.name: one.title for form in titles for one in getattr(handler_of(form), "strata", ())}
        strata.choices = [("", gettext_lazy("everybody together")), *groups.items()]

    def clean_allocation(self) -> str:
        """By size, where nothing is said."""
        return str(self.cleaned_data["allocation"] or Allocation.PROPORTIONAL)


@needs(FILLS)
@require_GET
def samples(request: HttpRequest) -> HttpResponse:
    """The samples there are."""
    found = samples_of(actor_of(request))
    titles = now_published({one.form_id for one in found})
    rows = [(one, titles.get(one.form_id, one.form_id)) for one in found]
    return render(request, "instruments/samples.html", {"rows": rows, "page_class": "ordinary"})


@needs(FILLS)
@require_http_methods(["GET", "POST"])
def draw(request: HttpRequest) -> HttpResponse:
    """Draw one."""
    actor = actor_of(request)
    form = SampleForm(request.POST or None, places=places_of(actor), titles=now_published(forms_of_persons()))
    if request.method == "POST" and form.is_valid():
        try:
            made = draw_sample(actor=actor, at=timezone.now(), **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The sample is drawn. Its seed and list stand with it."))
            return redirect("instruments:sample", made.pk)
    status = 409 if form.non_field_errors() else 400 if form.is_bound and form.errors else 200
    return render(request, "instruments/sample_draw.html", {"form": form, "page_class": "ordinary"}, status=status)


@needs(FILLS)
@require_GET
def sample(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A sample: how it was drawn, who is to be asked now, what each answer stands for."""
    found = sample_seen(pk, actor=actor_of(request))
    if found is None:
        raise Http404(str(pk))
    listed(request, "instruments.sample", len(found.rows), {"sample": pk})
    title = now_published([found.sample.form_id]).get(found.sample.form_id, found.sample.form_id)
    context = {"found": found, "title": title, "outcomes": Outcome.choices, "page_class": "personal"}
    return render(request, "instruments/sample.html", context)


@needs(FILLS)
@require_POST
def mark(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Why somebody drawn was not asked."""
    drawn = mark_drawn(
        drawn_id=pk, outcome=request.POST.get("outcome", "")[:10], actor=actor_of(request), at=timezone.now()
    )  # fmt: skip
    return redirect("instruments:sample", drawn.sample_id)
