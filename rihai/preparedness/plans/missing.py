"""What a plan still has to say before anybody can approve it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from rihai.preparedness.plans.copying import KEPT
from rihai.preparedness.plans.models import EntrySort, PlanEntry, PlanRole, PlanStep, PlanVersion


def missing(edition: PlanVersion) -> list[str]:
    """In words, one after another; empty where nothing is missing. Four queries."""
    entries = list(edition.entries.all())
    agencies = [one for one in entries if one.sort == EntrySort.AGENCY]
    roles, steps = list(edition.roles.all()), list(edition.steps.all())
    lacks = [
        (not edition.triggers.strip(), _("what sets the plan off")),
        (not edition.evacuation.strip(), _("the ways out")),
        (not edition.vulnerable.strip(), _("what is done for those who need help")),
        (not roles, _("which post does what")),
        (any(not one.deputy for one in roles), _("a deputy for each post")),
        (not steps, _("the steps")),
        (any(one.minutes is None for one in steps), _("minutes for each step")),
        (not agencies, _("whom to call")),
        (any(not one.phone.strip() for one in agencies), _("a number for each agency")),
        (not any(one.sort == EntrySort.ASSEMBLY for one in entries), _("where people assemble")),
        (not _has_both(edition, roles, steps, entries), _("the same in Urdu, all of it")),
    ]
    return [says for is_missing, says in lacks if is_missing]


def _has_both(
    edition: PlanVersion, roles: list[PlanRole], steps: list[PlanStep], entries: list[PlanEntry]
) -> bool:  # fmt: skip
    """Whether whatever is said in one language is said in the other."""
    pairs = [(getattr(edition, name), getattr(edition, f"{name}_ur")) for name in KEPT]
    pairs += [(one.duty, one.duty_ur) for one in roles] + [(one.says, one.says_ur) for one in steps]
    pairs += [(one.name, one.name_ur) for one in entries] + [(one.says, one.says_ur) for one in entries]
    return all(bool(english.strip()) == bool(urdu.strip()) for english, urdu in pairs)
