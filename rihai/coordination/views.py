"""What the pages of committees have in common: what an address names, an act told on the next page, the way back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar
from uuid import UUID

from django.contrib import messages
from django.db.models import Model, QuerySet
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from rihai.coordination.bodies.models import Body
from rihai.coordination.meetings.models import Meeting
from rihai.coordination.meetings.queries import meeting_seen
from rihai.coordination.reach import KEEP, bodies_for
from rihai.coordination.scope import READ
from rihai.errors import NotFound, Refused
from rihai.kit.files import FileRefused
from rihai.kit.views.asked import actor_of
from rihai.monitoring.pages import act_page

T = TypeVar("T")
M = TypeVar("M", bound=Model)
LANGUAGES = ("en", "ur")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def who(request: HttpRequest) -> dict[str, Any]:
    """Who acts, and when: what every operation takes."""
    return {"actor": actor_of(request), "at": timezone.now()}


def found(row: T | None, pk: object) -> T:
    """What an address names. Raises Http404 for nothing that the actor sees."""
    if row is None:
        raise Http404(str(pk))
    return row


def body_or_404(request: HttpRequest, pk: UUID, capability: str = READ) -> Body:
    """The committee an address names, for who may do this with it."""
    bodies: QuerySet[Body] = bodies_for(actor_of(request), capability)
    return found(bodies.filter(pk=pk).first(), pk)


def meeting_or_404(request: HttpRequest, pk: UUID) -> Meeting:
    """The meeting an address names."""
    return found(meeting_seen(pk, actor=actor_of(request)), pk)


def keeps(request: HttpRequest, body_id: UUID) -> bool:
    """Whether the reader looks after a committee."""
    return bodies_for(actor_of(request), KEEP).filter(pk=body_id).exists()


def kept_meeting_or_404(request: HttpRequest, pk: UUID) -> Meeting:
    """The meeting an address names, for who looks after its committee."""
    one = meeting_or_404(request, pk)
    if not keeps(request, one.body_id):
        raise Http404(str(pk))
    return one


def told(request: HttpRequest, act: Callable[[], Any], kept: Any) -> Any:
    """Do an act that has no form; a refusal is told on the next page. None where it was refused."""
    try:
        made = act()
    except NotFound as missing:
        raise Http404(str(missing)) from missing
    except (Refused, FileRefused) as refusal:
        messages.warning(request, str(refusal))
        return None
    messages.success(request, str(kept))
    return made


def form_page(
    request: HttpRequest, form: BaseForm, *, act: Callable[[], Any], to: str, title: Any, word: Any,
    body: Body | None = None, meeting: Meeting | None = None, says: Any = "", standfirst: Any = "",
    template: str = "coordination/act.html", **more: Any,
) -> HttpResponse:  # fmt: skip
    """A page with one form and one act, under its committee and meeting."""
    crumbs: list[tuple[str, Any]] = [(reverse("coordination:bodies"), _("Committees"))]
    body = meeting.body if meeting else body
    if body is not None:
        crumbs.append((reverse("coordination:body", args=[body.pk]), body.shown))
    if meeting is not None:
        says_which = _("Meeting %(number)s") % {"number": meeting.number}
        crumbs.append((reverse("coordination:meeting", args=[meeting.pk]), says_which))
    return act_page(
        request, form, act=act, to=lambda _made: to, title=title, word=word, crumbs=crumbs, says=says,
        standfirst=standfirst, template=template, **more,
    )  # fmt: skip


def page_of(request: HttpRequest, rows: QuerySet[M], most: int) -> tuple[list[M], dict[str, Any]]:
    """One page of rows, and what a template needs to go on: `page`, `earlier` and `later` numbers or None."""
    number = str(request.GET.get("page", "1"))
    page = max(int(number), 1) if number.isdecimal() and len(number) < 6 else 1
    found = list(rows[(page - 1) * most : page * most + 1])
    earlier, later = (page - 1 or None), (page + 1 if len(found) > most else None)
    return found[:most], {"page": page, "earlier": earlier, "later": later}


def as_file(content: bytes, kind: str, name: str) -> HttpResponse:
    """A file to be kept by who asked for it."""
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
