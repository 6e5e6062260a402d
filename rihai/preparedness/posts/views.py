"""The pages of posts: who holds which post of a prison, and how they are reached."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.places.models import Place
from rihai.preparedness.pages import act_page, found, told, who
from rihai.preparedness.posts import operations
from rihai.preparedness.posts.forms import HolderForm
from rihai.preparedness.posts.models import PostOf
from rihai.preparedness.posts.queries import held_at, who_may_hold
from rihai.preparedness.reach import KEEP, READ, places_for


def _prison(request: HttpRequest, place_id: int, capability: str) -> Place:
    return found(places_for(actor_of(request), capability).filter(pk=place_id).first(), place_id)


@needs(READ)
@require_GET
def posts(request: HttpRequest, place_id: int) -> HttpResponse:
    """The posts of a prison, each with its holder or empty."""
    place, actor = _prison(request, place_id, READ), actor_of(request)
    held = held_at([place_id], timezone.localdate(), actor=actor)
    rows = [(post, held.get((place_id, post.value))) for post in PostOf]
    context = {
        "place": place, "rows": rows, "held": sum(one is not None for _post, one in rows), "page_class": "ordinary",
        "may_keep": places_for(actor, KEEP).filter(pk=place_id).exists(),
    }  # fmt: skip
    return render(request, "preparedness/posts/posts.html", context)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def give(request: HttpRequest, place_id: int) -> HttpResponse:
    """Write down who holds a post."""
    place = _prison(request, place_id, KEEP)
    named = request.GET.get("post", "")
    form = HolderForm(
        request.POST or None, today=timezone.localdate(), post=named if named in PostOf.values else "",
        accounts=who_may_hold(),
    )  # fmt: skip
    return act_page(
        request, form, title=_("Who holds a post"), word=_("Write it down"),
        crumbs=[(reverse("preparedness:posts", args=[place_id]), _("Posts of %(prison)s") % {"prison": place.shown})],
        act=lambda: operations.give_post(place_id=place_id, said=form.cleaned_data, **who(request)),
        to=lambda _made: reverse("preparedness:posts", args=[place_id]), says=_("It is written down."),
        template="preparedness/posts/give.html", place=place,
        holder=held_at([place_id], timezone.localdate(), actor=actor_of(request)).get((place_id, named)),
    )  # fmt: skip


@needs(KEEP)
@require_POST
def leave(request: HttpRequest, place_id: int, post: str) -> HttpResponse:
    """A post is empty from today on."""
    told(request, lambda: operations.leave_post(place_id=place_id, post=post, **who(request)), _("The post is empty."))
    return redirect("preparedness:posts", place_id)
