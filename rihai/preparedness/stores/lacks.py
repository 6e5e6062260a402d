"""What a prison lacks of stores to be ready: any store at all, or enough of what it must have."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rihai.kit.actor import Actor
from rihai.preparedness.checks import Check, Lack
from rihai.preparedness.stores.queries import lacking


def _of(_actor: Actor, places: Collection[int], on: date) -> Mapping[int, Sequence[Lack]]:
    low, url = lacking(list(places), on), reverse("preparedness:stores")
    found = {one: [Lack(says=_("No store of emergency equipment."), url=url)] for one in places if one not in low}
    says = _("Items of its stores under their minimum: %(n)s.")
    return found | {one: [Lack(says=says % {"n": n}, url=url)] for one, n in low.items() if n}


CHECKS = (Check(name="stores", title=gettext_lazy("Stores"), of=_of),)
