"""What a prison lacks of crisis money to be ready."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rihai.kit.actor import Actor
from rihai.preparedness.checks import Check, Lack
from rihai.preparedness.money.queries import without_money


def _of(_actor: Actor, places: Collection[int], on: date) -> Mapping[int, Sequence[Lack]]:
    lack = Lack(says=_("No crisis money is set aside that it could ask for."), url=reverse("preparedness:money"))
    return {one: [lack] for one, lacks in without_money(list(places), on).items() if lacks}


CHECKS = (Check(name="money", title=gettext_lazy("Crisis money"), of=_of),)
