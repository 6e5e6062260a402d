"""What is wrong with the information materials of a prison: what hangs there and is out of date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rihai.kit.actor import Actor
from rihai.preparedness.checks import Check, Lack
from rihai.preparedness.materials.models import Posted
from rihai.preparedness.materials.queries import to_take_down


def _of(_actor: Actor, places: Collection[int], on: date) -> Mapping[int, Sequence[Lack]]:
    rows = to_take_down(Posted.objects.filter(sending__place__in=list(places)), on).order_by()
    says, url = _("Materials that hang there and are out of date: %(n)s."), reverse("preparedness:materials")
    counted = Counter(rows.values_list("sending__place_id", flat=True))
    return {one: [Lack(says=says % {"n": n}, url=url)] for one, n in counted.items()}


CHECKS = (Check(name="materials", title=gettext_lazy("Information materials"), of=_of),)
