"""Facts that refusals put in doubt, for the lists of Ask: the law's answer stays what the record gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.urls import reverse
from django.utils.translation import gettext_lazy

from rihai.kit.actor import Actor
from rihai.kit.offers import Doubt, RowKey
from rihai.legal.response.models import Response
from rihai.legal.response.queries.changed import key_of
from rihai.legal.response.queries.obstacles import doubted_facts, in_doubt
from rihai.legal.response.queries.sight import RESPOND, is_of_team
from rihai.legal.response.tables import reasons

WHO = {"court": gettext_lazy("A court"), "prison": gettext_lazy("A prison")}
OTHERS = gettext_lazy("Somebody who refused")


def of_rows(actor: Actor, keys: Sequence[RowKey]) -> Mapping[RowKey, Doubt]:
    """The doubt on each line that was refused for one; nothing to whoever does not work on answers. One query."""
    if not is_of_team(actor):
        return {}
    people, provisions = {one.person_id for one in keys}, {one.provision for one in keys}
    rows = in_doubt(actor=actor).filter(person__in=people, provision__in=provisions, twin=0)
    found = {key_of(one): one for one in rows}
    answers = {one: found.get((one.person_id, one.provision, one.case_id)) for one in keys}
    return {one: _doubt(row, actor) for one, row in answers.items() if row is not None}


def counted(actor: Actor, place: int | None) -> Mapping[str, int]:
    """How many people have each fact in doubt."""
    return dict(doubted_facts(actor=actor, place=place)) if is_of_team(actor) else {}


def _doubt(row: Response, actor: Actor) -> Doubt:
    assert row.refused_on, "what stands refused has its day"
    why = reasons().get(row.reason)
    who = WHO.get(why.by if why else "", OTHERS)
    url = reverse("legal:respond", args=[row.pk]) if actor.may(RESPOND) else ""
    return Doubt(fact=row.doubtful, who=who, on=row.refused_on, url=url)
