"""What procedures say a prison lacks: versions that its posts have not acknowledged in time, or that have expired."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rihai.kit.actor import Actor
from rihai.places.models import Place
from rihai.preparedness.checks import Check, Lack
from rihai.preparedness.posts.models import PostOf
from rihai.preparedness.procedures.queries import acknowledge_by, silent


def of(actor: Actor, place_ids: Collection[int], on: date) -> Mapping[int, Sequence[Lack]]:
    """Of each prison; four queries."""
    found: dict[int, list[Lack]] = defaultdict(list)
    prisons = list(Place.objects.filter(pk__in=list(place_ids)))
    for place, rows in silent(actor, prisons).items():
        for text, posts in rows:
            due = acknowledge_by(text)
            if due is not None and due < on:
                words = {"code": text.procedure.code, "posts": _(", ").join(str(PostOf(one).label) for one in posts)}
                found[place].append(Lack(
                    says=_("%(code)s is not acknowledged by: %(posts)s.") % words,
                    url=reverse("preparedness:procedure", args=[text.procedure_id]),
                ))  # fmt: skip
    return found


CHECKS = (Check(name="procedures", title=gettext_lazy("Procedures and policies"), of=of),)
