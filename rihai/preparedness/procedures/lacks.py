"""What procedures say a prison lacks: versions that its posts have not acknowledged in time, or that have expired."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rihai.kit.actor import Actor
from rihai.kit.templatetags.kit import day as day_text
from rihai.places.models import Place
from rihai.preparedness.checks import Check, Lack
from rihai.preparedness.posts.models import PostOf
from rihai.preparedness.procedures.models import ProcedureVersion
from rihai.preparedness.procedures.queries import acknowledge_by, holding, silent


def of(actor: Actor, place_ids: Collection[int], on: date) -> Mapping[int, Sequence[Lack]]:
    """Of each prison; four queries."""
    found: dict[int, list[Lack]] = defaultdict(list)
    held = holding(actor, list(Place.objects.filter(pk__in=list(place_ids))))
    for place, rows in silent(held).items():
        found[place] += [_silent(text, posts) for text, posts in rows if _is_late(text, on)]
    for place, texts in held.items():
        found[place] += [_expired(text) for text in texts if text.is_expired(on)]
    return found


def _is_late(text: ProcedureVersion, on: date) -> bool:
    due = acknowledge_by(text)
    return due is not None and due < on


def _silent(text: ProcedureVersion, posts: Sequence[str]) -> Lack:
    words = {"code": text.procedure.code, "posts": _(", ").join(str(PostOf(one).label) for one in posts)}
    return Lack(says=_("%(code)s is not acknowledged by: %(posts)s.") % words, url=_url(text))


def _expired(text: ProcedureVersion) -> Lack:
    words = {"code": text.procedure.code, "day": day_text(text.review_on) if text.review_on else ""}
    return Lack(says=_("%(code)s was to be looked at by %(day)s.") % words, url=_url(text))


def _url(text: ProcedureVersion) -> str:
    return reverse("preparedness:procedure", args=[text.procedure_id])


CHECKS = (Check(name="procedures", title=gettext_lazy("Procedures and policies"), of=of),)
