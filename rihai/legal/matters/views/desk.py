"""Where somebody writes about a matter: the matter, the record the address names, the form, the act and its words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from rihai.kit.gate import View, needs
from rihai.legal.matters.forms.base import Entry, of_parties
from rihai.legal.matters.models import BailOrder, Matter, MatterHearing, MoneyOrder, PaperNeeded, Party, Surety
from rihai.legal.matters.operations import Given
from rihai.legal.matters.views.asked import (
    Said,
    actor_of,
    clients_of,
    entry,
    given,
    matter_or_404,
    of_my_matters,
    posted,
)

Row = TypeVar("Row", bound=models.Model | None)
Kept = TypeVar("Kept", Party, PaperNeeded, MatterHearing, BailOrder, Surety, MoneyOrder)
Asks = TypeVar("Asks", bound=Entry)


@dataclass(frozen=True, slots=True)
class Desk(Generic[Row]):
    """One form of a matter of the actor's; `record` is what it is about, None where something new is written down."""

    request: HttpRequest
    matter: Matter
    record: Row

    @property
    def who(self) -> Mapping[str, Any]:
        """By whom and when the act is done."""
        return {"actor": actor_of(self.request), "at": timezone.now()}

    @property
    def court(self) -> Mapping[str, Any]:
        """The court of the matter, to begin with."""
        return {"court": self.matter.court, "court_name": self.matter.court_name}

    @property
    def clients(self) -> list[tuple[str, str]]:
        """The clients of the matter, to choose from."""
        return of_parties(clients_of(self.request, self.matter))

    def form(self, kind: type[Asks], **said: Any) -> Asks:
        """A form as it was posted, or as it is first shown; what stands of the record, or of `about`, stands in it."""
        record, files = said.pop("about", self.record), self.request.FILES or None
        return kind(posted(self.request), files, today=timezone.localdate(), record=record, **said)

    def given(self, form: Entry) -> Given | None:
        """The file that came with it."""
        return given(self.request, form)

    def page(self, form: Entry, act: Callable[[Said], object], place: str, **words: Any) -> HttpResponse:
        """The form with its words; once the act is done, the matter's page at that place."""
        return entry(self.request, self.matter, form, act, place=place, **words)


def of_matter(request: HttpRequest, pk: UUID) -> Desk[None]:
    """Something new in the matter that the address names."""
    return Desk(request, matter_or_404(request, pk), None)


def of_record(request: HttpRequest, model: type[Kept], pk: UUID) -> Desk[Kept]:
    """A record of one of the actor's matters."""
    record = of_my_matters(request, model, pk)
    return Desk(request, matter_or_404(request, record.matter_id), record)


def writes(view: View) -> View:
    """A page on which somebody of a team writes."""
    return needs("legal.matters")(require_http_methods(["GET", "POST"])(view))
