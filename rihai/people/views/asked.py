"""What the pages of the room have in common: finding whom an address names, and answering a refusal beside the form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Case, F, Q, QuerySet, When
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from rihai.errors import NotFound, Refused, Unreadable
from rihai.kit.actor import Actor
from rihai.people.models import Person
from rihai.people.operations.errors import ChangedMeanwhile
from rihai.people.queries.people import my_places, person_seen
from rihai.places.kinds import HOLDING, SERVED_AT, Kind
from rihai.places.models import Place

T = TypeVar("T")


def actor_of(request: HttpRequest) -> Actor:
    """Who asks; the gate lets nobody to these pages who is not signed in."""
    user = request.user
    assert user.is_authenticated, "the gate stands before every view"
    return user


def person_or_404(request: HttpRequest, pk: UUID) -> Person:
    """The person an address names. Who may not be seen is answered as if there were nobody; the trail knows of it."""
    person = person_seen(pk, actor=actor_of(request))
    if person is None:
        raise Http404(str(pk))
    return person


def places_of(request: HttpRequest, *, served: bool = False) -> QuerySet[Place]:
    """The places where the actor sees people, open ones, by name; with `served`, also where nobody is held.

    Barracks follow their prison.
    """
    mine = my_places(actor_of(request))
    places = (Place.objects.all() if mine is None else mine).select_related("within")
    is_unit = Q(kind=Kind.PRISON_UNIT, within__isnull=False)
    house = Case(When(is_unit, then=F("within__name")), default=F("name"))
    kinds = SERVED_AT if served else HOLDING
    return places.filter(kind__in=kinds, closed_on=None).order_by(house, Case(When(is_unit, then=1), default=0), "name")


def uuid_in(request: HttpRequest, name: str) -> UUID | None:
    """An id in the address's question; None for none, or for what is no id."""
    try:
        return UUID(request.GET.get(name, ""))
    except ValueError:
        return None


def done(form: BaseForm, act: Callable[[], T]) -> T | None:
    """The act's result; None when it was refused, which the form then says above its fields."""
    try:
        return act()
    except NotFound as missing:
        raise Http404(str(missing)) from missing
    except ChangedMeanwhile as refusal:
        form.add_error(None, str(refusal))
        setattr(form, "changed_meanwhile", True)  # noqa: B010 - a form knows no such name
    except (Refused, Unreadable) as refusal:
        form.add_error(None, str(refusal))
    return None


def form_page(request: HttpRequest, form: BaseForm, template: str, **context: Any) -> HttpResponse:
    """A page with its form; 409 when the act was refused, 400 when something written was wrong."""
    status = 200
    if form.is_bound and form.errors:
        status = 409 if form.non_field_errors() and len(form.errors) == 1 else 400
    return render(request, f"people/{template}.html", {"form": form, **context}, status=status)
