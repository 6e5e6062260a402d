"""What the pages of censuses have in common: finding the census an address names, and a page of a list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest

from rihai.errors import NotFound, Refused, Unreadable
from rihai.people.intake.models import Census
from rihai.people.intake.queries.censuses import census_seen
from rihai.people.views.asked import actor_of

T = TypeVar("T")


def census_or_404(request: HttpRequest, pk: UUID, *, by_author: bool = False) -> Census:
    """The census an address names; whose rows are asked for is answered to its author alone."""
    actor = actor_of(request)
    census = census_seen(pk, actor=actor)
    if census is None or (by_author and census.author_id != actor.pk):
        raise Http404(str(pk))
    return census


def tried(request: HttpRequest, act: Callable[[], T]) -> T | None:
    """The act's result; None when it was refused, which is said on the next page."""
    try:
        return act()
    except NotFound as missing:
        raise Http404(str(missing)) from missing
    except (Refused, Unreadable) as refusal:
        messages.error(request, str(refusal))
        return None


def page_in(request: HttpRequest, most: int = 100_000) -> int:
    """The number of the page asked for, from 1; nonsense is the first."""
    text = request.GET.get("page", "")
    return min(int(text), most) if text.isascii() and text.isdigit() and 0 < len(text) < 7 and int(text) else 1


def paged(found: Any, page: int, size: int) -> tuple[list[Any], bool]:
    """One page of a query, and whether there is more."""
    rows = list(found[(page - 1) * size : page * size + 1])
    return rows[:size], len(rows) > size


def links(request: HttpRequest, page: int, has_more: bool) -> dict[str, str]:
    """The addresses of the pages before and after."""

    def address(number: int) -> str:
        query = request.GET.copy()
        query["page"] = str(number)
        return f"?{query.urlencode()}"

    return {"earlier": address(page - 1) if page > 1 else "", "later": address(page + 1) if has_more else ""}
