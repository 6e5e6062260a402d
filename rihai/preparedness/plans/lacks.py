"""What plans say a prison lacks: a hazard without a plan in force, a plan that has expired."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rihai.kit.actor import Actor
from rihai.kit.templatetags.kit import day as day_text
from rihai.preparedness.checks import Check, Lack
from rihai.preparedness.editions import EditionState
from rihai.preparedness.plans.hazards import Hazard
from rihai.preparedness.plans.models import PlanVersion
from rihai.preparedness.plans.queries import editions_for

LIVE = (EditionState.DRAFT, EditionState.ASKED, EditionState.IN_FORCE)
ORDER = {EditionState.DRAFT.value: 0, EditionState.ASKED.value: 1, EditionState.IN_FORCE.value: 2}


def of(actor: Actor, place_ids: Collection[int], on: date) -> Mapping[int, Sequence[Lack]]:
    """Of each prison, hazard by hazard; one query."""
    known: dict[tuple[int, str], PlanVersion] = {}
    for one in editions_for(actor).filter(plan__place__in=list(place_ids), state__in=LIVE):
        key = (one.plan.place_id, one.plan.hazard)
        if key not in known or ORDER[one.state] > ORDER[known[key].state]:
            known[key] = one
    found: dict[int, list[Lack]] = defaultdict(list)
    for place in place_ids:
        none = [hazard for hazard in Hazard if (place, hazard.value) not in known]
        if none:
            found[place].append(_none(place, none))
        found[place] += [lack for hazard in Hazard if (lack := _lack(known.get((place, hazard.value)), on))]
    return found


def _none(place: int, hazards: list[Hazard]) -> Lack:
    names = _(", ").join(str(one.label) for one in hazards)
    says = (
        _("No plan for: %(hazards)s.") % {"hazards": names} if len(hazards) < len(Hazard) else _("No plan at all yet.")
    )
    return Lack(
        says=says, is_grave=True,
        url=f"{reverse('preparedness:plan-new')}?place={place}&hazard={hazards[0].value}",
    )  # fmt: skip


def _lack(one: PlanVersion | None, on: date) -> Lack | None:
    if one is None:
        return None
    url = reverse("preparedness:plan", args=[one.plan_id])
    name = one.plan.get_hazard_display()
    if one.state != EditionState.IN_FORCE:
        return Lack(says=_("The plan for %(hazard)s is not approved.") % {"hazard": name}, url=url, is_grave=True)
    if one.is_expired(on) and one.review_on is not None:
        words = {"hazard": name, "day": day_text(one.review_on)}
        return Lack(says=_("The plan for %(hazard)s was to be looked at by %(day)s.") % words, url=url)
    return None


CHECKS = (Check(name="plans", title=gettext_lazy("Contingency plans"), of=of),)
