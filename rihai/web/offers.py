"""What the door offers the house: the pages themselves, and help, in the search box."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from rihai.kit.actor import Actor
from rihai.kit.offers import Found, Navigation, Offer, Search, offered
from rihai.web.help import TOPICS


def find_pages(actor: Actor, words: str, limit: int) -> Sequence[Found]:
    """The pages the actor may enter, and help, whose name or sentence holds all the words; names first."""
    wanted = words.casefold().split()
    found = [one for one in _pages(actor) if _holds(wanted, one.name, str(one.says))]
    return sorted(found, key=lambda one: not _holds(wanted, one.name))[:limit]


def _pages(actor: Actor) -> Iterator[Found]:
    for page in offered(Navigation):
        if not page.capability or actor.may(page.capability):
            try:
                yield Found(name=str(page.label), url=reverse(page.url), says=page.says)
            except NoReverseMatch:  # the room that has it is not installed
                continue
    for topic in TOPICS.values():
        says = _("Help: %(says)s") % {"says": topic.says}
        yield Found(name=str(topic.title), url=reverse("help-topic", args=[topic.slug]), says=says)


def _holds(words: Sequence[str], *texts: str) -> bool:
    whole = " ".join(texts).casefold()
    return all(word in whole for word in words)


OFFERS: tuple[Offer, ...] = (Search(name="web.pages", title=_("Pages and help"), find=find_pages, order=90),)
