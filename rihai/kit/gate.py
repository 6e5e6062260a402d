"""Who may enter a page: each view says so itself, and one that does not say is closed.

    @public                    anybody, signed in or not
    @signed_in                 anybody who works here
    @needs("places.edit")      whoever has the capability; others get 404, and the attempt is written down

`Gate` is the middleware that enforces it, also for views of libraries, which are named in `OPENED_FOR`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.http import HttpRequest

View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Entry:
    """The rule of a page: `public`, else signed in, and with the capability when one is named."""

    public: bool = False
    capability: str = ""

    def admits(self, request: HttpRequest) -> bool:
        """Whether the request may enter."""
        if self.public:
            return True
        if not request.user.is_authenticated:
            return False
        return not self.capability or bool(request.user.may(self.capability))


def public(view: View) -> View:
    """Anybody may open it, without signing in."""
    return _with(view, Entry(public=True))


def signed_in(view: View) -> View:
    """Anybody who works here may open it; what they see in it is the queries' matter."""
    return _with(view, Entry())


def needs(capability: str) -> Callable[[View], View]:
    """Only who has the capability may open it; for others it does not exist."""
    return lambda view: _with(view, Entry(capability=capability))


def entry_of(view: Callable[..., Any]) -> Entry | None:
    """The rule a view declares; None when it declares none and is therefore closed."""
    found = getattr(view, "entry", None)
    return found if isinstance(found, Entry) else None


def _with(view: View, entry: Entry) -> View:
    view.entry = entry  # type: ignore[attr-defined]
    return view
