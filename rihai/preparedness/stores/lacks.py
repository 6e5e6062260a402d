"""What a prison lacks of stores to be ready: any store at all, or enough of what it must have."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rihai.kit.actor import Actor
from rihai.preparedness.checks import Check, Lack
from rihai.preparedness.stores.queries import expired_at, lacking


def _of(_actor: Actor, places: Collection[int], on: date) -> Mapping[int, Sequence[Lack]]:
    low, old, url = lacking(list(places), on), expired_at(list(places), on), reverse("preparedness:stores")
    found: dict[int, list[Lack]] = {one: [] for one in places}
    for one, lacks in found.items():
        if one not in low:
            lacks.append(Lack(says=_("No store of emergency equipment."), url=url))
        if low.get(one):
            says = _("Items of its stores under their minimum: %(n)s.") % {"n": low[one]}
            lacks.append(Lack(says=says, url=url))
        if old.get(one):
            says = _("Lots in its stores that are expired and not written off: %(n)s.") % {"n": old[one]}
            lacks.append(Lack(says=says, url=url))
    return found


CHECKS = (Check(name="stores", title=gettext_lazy("Stores"), of=_of),)
