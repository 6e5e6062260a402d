"""What every page is told: the office, the language and its direction, where the reader stands, who may go where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, get_script_prefix, get_urlconf, reverse
from django.utils import timezone
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext_lazy as _

from rihai.kit.actor import Actor
from rihai.kit.offers import Navigation, offered

FEW = 7
"""So many rooms of a station stand in one line of a desk’s screen, in English as in Urdu."""
STATIONS = (("see", _("See")), ("ask", _("Ask")), ("act", _("Act")), ("show", _("Show")))


@dataclass(frozen=True, slots=True)
class Link:
    """A place to go; `is_here` when the page belongs to it."""

    label: Any
    url: str
    is_here: bool = False
    rooms: tuple[Link, ...] = field(default=())
    group: Any = ""

    @property
    def line(self) -> tuple[Link, ...]:
        """What the line below the stations says: every room where they are few; else each group by its name, and the
        rooms of the one the reader stands in."""
        if len(self.rooms) <= FEW:
            return self.rooms
        groups: dict[str, list[Link]] = {}
        for room in self.rooms:
            groups.setdefault(str(room.group) or room.url, []).append(room)
        shown: list[Link] = []
        for name, rooms in groups.items():
            if len(rooms) == 1 or any(room.is_here for room in rooms):
                shown += rooms
            else:
                shown.append(Link(name, rooms[0].url, rooms=tuple(rooms)))
        return tuple(shown)


class Shell:
    """What stands around a page. Nothing is looked up until a template asks, so that error pages stay cheap."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    @property
    def office(self) -> str:
        """The name of the office, at the foot of each page."""
        return str(settings.OFFICE)

    @property
    def is_demo(self) -> bool:
        """Whether everything here is invented."""
        return bool(settings.DEMO)

    @property
    def language(self) -> str:
        """The language of the page."""
        return get_language() or str(settings.LANGUAGE_CODE)

    @property
    def direction(self) -> str:
        """ltr or rtl."""
        return "rtl" if get_language_bidi() else "ltr"

    @property
    def other_languages(self) -> tuple[tuple[str, str], ...]:
        """The languages to change to: code and own name."""
        return tuple((code, name) for code, name in settings.LANGUAGES if code != self.language)

    @property
    def path(self) -> str:
        """The address of the page, to come back to after changing the language."""
        return self._request.get_full_path()

    @property
    def now(self) -> datetime:
        """The moment of printing."""
        return timezone.localtime()

    @cached_property
    def actor(self) -> Actor | None:
        """Who is signed in; None for a visitor, and where the error came before we knew."""
        user = getattr(self._request, "user", None)
        return user if user is not None and user.is_authenticated else None

    @cached_property
    def stations(self) -> tuple[Link, ...]:
        """The four stations with the rooms the reader may open."""
        pages = [(offer, address) for offer in offered(Navigation) if (address := _address(offer.url))]
        mine = [(offer, address) for offer, address in pages if self._is_open(offer)]
        here = _deepest((address for _offer, address in mine), self._request.path)
        links = []
        for name, label in STATIONS:
            rooms = tuple(Link(o.label, a, a == here, group=o.group) for o, a in mine if o.station == name)
            own = _address("station", name)
            is_here = self._request.path == own or any(room.is_here for room in rooms)
            links.append(Link(label, own, is_here, rooms))
        return tuple(links)

    @cached_property
    def station(self) -> Link | None:
        """The station the reader stands on."""
        return next((link for link in self.stations if link.is_here), None)

    @cached_property
    def desk(self) -> tuple[Link, ...]:
        """The pages under the reader's own name."""
        offers = (offer for offer in offered(Navigation) if offer.station == "account" and self._is_open(offer))
        return tuple(Link(offer.label, address) for offer in offers if (address := _address(offer.url)))

    @property
    def is_home(self) -> bool:
        """Whether this is My work."""
        return self._request.path == _address("home")

    def _is_open(self, offer: Navigation) -> bool:
        return self.actor is not None and (not offer.capability or self.actor.may(offer.capability))


def shell(request: HttpRequest) -> dict[str, Any]:
    """Gives templates `shell`."""
    return {"shell": Shell(request)}


def _address(name: str, *arguments: str) -> str:
    """An address by its name; empty where the room that has it is not installed."""
    return _known(get_urlconf() or settings.ROOT_URLCONF, get_script_prefix(), name, arguments)


@cache
def _known(_urls: Any, _prefix: str, name: str, arguments: tuple[str, ...]) -> str:
    """The same, found once for all pages: a quarter of a plain page's time went into it."""
    try:
        return reverse(name, args=arguments)
    except NoReverseMatch:
        return ""


def _deepest(addresses: Iterable[str], path: str) -> str:
    """Of the addresses above a path, the nearest; empty when none is."""
    return max((address for address in addresses if path.startswith(address)), key=len, default="")
