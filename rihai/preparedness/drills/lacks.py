"""What drills say a prison lacks: none held for longer than its rule, none by any rule, items that are late."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rihai.kit.actor import Actor
from rihai.kit.templatetags.kit import day as day_text
from rihai.preparedness.checks import Check, Lack
from rihai.preparedness.drills.models import DrillState
from rihai.preparedness.drills.queries import HELD, drills_for, items_for

YEAR = 365


def of_drills(actor: Actor, place_ids: Collection[int], on: date) -> Mapping[int, Sequence[Lack]]:
    """Drills that are late, and prisons where none was held in a year; two queries."""
    found: dict[int, list[Lack]] = defaultdict(list)
    rows = drills_for(actor).filter(place__in=list(place_ids))
    held = set(rows.filter(state__in=HELD, done_on__gte=date.fromordinal(on.toordinal() - YEAR)).order_by().values_list(
        "place_id", flat=True
    ))  # fmt: skip
    for place in place_ids:
        if place not in held:
            found[place].append(Lack(
                says=_("No drill was held in the past year."), url=reverse("preparedness:drills"), is_grave=True
            ))  # fmt: skip
    for one in rows.filter(state=DrillState.PLANNED, due_on__lt=on).order_by("due_on"):
        words = {"hazard": one.get_hazard_display(), "day": day_text(one.due_on) if one.due_on else ""}
        found[one.place_id].append(Lack(
            says=_("The drill for %(hazard)s was due by %(day)s.") % words,
            url=reverse("preparedness:drill", args=[one.pk]),
        ))  # fmt: skip
    return found


def of_items(actor: Actor, place_ids: Collection[int], on: date) -> Mapping[int, Sequence[Lack]]:
    """What was to be mended and is late; one query."""
    rows = items_for(actor).filter(place__in=list(place_ids), state="open", due_on__lt=on)
    counted = rows.order_by().values_list("place_id").annotate(n=Count("pk"))
    return {
        place: [Lack(says=_late(n), url=reverse("preparedness:items"))]
        for place, n in counted
    }  # fmt: skip


def _late(n: int) -> str:
    return ngettext(
        "%(n)s thing was to be mended and is late.", "%(n)s things were to be mended and are late.", n
    ) % {"n": n}  # fmt: skip


CHECKS = (
    Check(name="drills", title=gettext_lazy("Drills"), of=of_drills),
    Check(name="items", title=gettext_lazy("To be mended"), of=of_items),
)
