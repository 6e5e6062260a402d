"""A version is given to posts that have no account here: a sheet to sign, or a link with a code told apart."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.errors import NotFound, Refused
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.places.models import Place
from rihai.preparedness.editions import EditionState
from rihai.preparedness.pages import as_file, found, status_of, told, who
from rihai.preparedness.posts.models import PostOf
from rihai.preparedness.procedures import links
from rihai.preparedness.procedures.forms import LinkForm
from rihai.preparedness.procedures.models import ProcedureVersion
from rihai.preparedness.procedures.operations import LANGUAGES
from rihai.preparedness.procedures.paper import sheet_to_sign
from rihai.preparedness.procedures.queries import asked_at, link_of, links_for, prisons_recorded, texts_for
from rihai.preparedness.reach import READ


def _given(request: HttpRequest, pk: UUID, place_id: int) -> tuple[ProcedureVersion, Place]:
    """A version in force, and a prison for whose posts the reader writes down who has read it. Raises Http404."""
    actor = actor_of(request)
    text = found(texts_for(actor).filter(pk=pk, state=EditionState.IN_FORCE).first(), pk)
    return text, found(prisons_recorded(text.procedure, actor=actor).filter(pk=place_id).first(), place_id)


@needs(READ)
@require_GET
def sheet(request: HttpRequest, pk: UUID, place_id: int, language: str) -> HttpResponse:
    """The sheet to sign of a prison; with `?post=` of one post alone."""
    text, place = _given(request, pk, place_id)
    if language not in LANGUAGES:
        raise Http404(language)
    today, post = timezone.localdate(), request.GET.get("post", "")
    post = post if post in PostOf.values else ""
    asked = asked_at(text, [place], today, actor=actor_of(request))
    chosen = [one for one in asked if post in {"", one.post}]
    made = sheet_to_sign(text, place, chosen, language, on=today, running=settings.OFFICE)
    listed(request, "preparedness.sheet", len(chosen), {"edition": pk, "place": place_id, "post": post})
    return as_file(made, "application/pdf", f"to-sign-{language}.pdf")


@needs(READ)
@require_http_methods(["GET", "POST"])
def link(request: HttpRequest, pk: UUID, place_id: int, post: str) -> HttpResponse:
    """Give a link to the holder of a post; address and code are shown once."""
    text, place = _given(request, pk, place_id)
    if post not in text.procedure.posts or post not in PostOf.values:
        raise Http404(post)
    form = LinkForm(request.POST or None)
    back = reverse("preparedness:procedure", args=[text.procedure_id])
    whose = f"{str(PostOf(post).label).capitalize()}, {place.shown}"
    if request.method == "POST" and form.is_valid():
        days = form.cleaned_data["days"]
        try:
            given = links.make_link(edition_id=pk, place_id=place_id, post=post, days=days, **who(request))
        except NotFound as missing:
            raise Http404(str(missing)) from missing
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            url = request.build_absolute_uri(reverse("preparedness:post-link", args=[given.secret]))
            context = {"one": text.procedure, "whose": whose, "url": url, "pin": given.pin, "page_class": "ordinary"}
            return render(request, "preparedness/procedures/link.html", context)
    context = {
        "form": form, "title": _("A link without an account"), "word": _("Make the link"), "back": back,
        "crumbs": [(reverse("preparedness:procedures"), _("Procedures and policies")), (back, text.procedure.shown)],
        "live": link_of(text, place_id, post, actor=actor_of(request), at=timezone.now()), "says": whose,
        "page_class": "ordinary",
    }  # fmt: skip
    return render(request, "preparedness/procedures/link_new.html", context, status=status_of(form))


@needs(READ)
@require_POST
def close(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A link opens nothing from now on."""
    one = found(links_for(actor_of(request)).filter(pk=pk).first(), pk)
    told(request, lambda: links.close_link(link_id=pk, **who(request)), _("The link opens nothing any more."))
    return redirect("preparedness:procedure", one.edition.procedure_id)
