"""Whom a bill or order would reach: what a trial of a draft pack found, as counts that may be told, and no names.

The trial itself is screening's: everybody held, under both versions. Here its answers are counted by the house, small
counts are withheld and the rest rounded to five, beside whatever was let out of the same version before.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.db.models import Count, Max

from rihai.accounts.operations.house import as_house
from rihai.advocacy.issues.models import IssueTrial
from rihai.kit.classes import DataClass
from rihai.people.intake.models import Census
from rihai.profile.disclosure import RULE, Figures, Key, Release, as_json, control, from_json
from rihai.screening.trying.models import LawChange, LawTrial

MOST = 20


def ended_trials() -> list[LawTrial]:
    """The newest comparisons that came to their end."""
    return list(LawTrial.objects.filter(ended_at__isnull=False).select_related("kept")[:MOST])


def counts_of(trial: LawTrial) -> dict[str, dict[str, int]]:
    """By provision, how many people for each kind of change; what is sealed is not counted."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    with as_house():
        rows = LawChange.objects.filter(trial=trial).exclude(data_class=DataClass.SEALED).order_by()
        for provision, kind, people in rows.values_list("provision", "kind").annotate(n=Count("person", distinct=True)):
            found[provision][kind] = people
    return found


def released(trial: LawTrial) -> Release:
    """The counts as they may be told. Raises Refused where they do not agree with what was let out, or no way is safe.

    Every count has the higher threshold: a provision may be one of children, or rest on health.
    """
    figures = Figures()
    everybody = figures.add(_held(trial), trial.people, RULE.sensitive)
    for provision, kinds in counts_of(trial).items():
        for kind, people in kinds.items():
            key = figures.add(_key(trial, provision, kind), people, RULE.sensitive)
            if people <= trial.people:
                figures.add_rest(everybody, [key])
    kept = IssueTrial.objects.filter(digest=trial.kept_id, on=trial.on).exclude(trial_id=trial.pk).order_by("at")
    return control(figures, RULE.base, [from_json(one.release) for one in kept]).release


def _held(trial: LawTrial) -> Key:
    return Key(trial.on.isoformat(), f"{trial.kept_id}/held")


def _key(trial: LawTrial, provision: str, kind: str) -> Key:
    return Key(trial.on.isoformat(), f"{trial.kept_id}/{provision}/{kind}")


def frozen(trial: LawTrial) -> dict[str, Any]:
    """What is kept of it with an issue: counts alone, with the texts by which provisions are told."""
    release = released(trial)
    rows = [
        {
            "provision": provision,
            "title": trial.words.get(provision, {}).get("title", {}),
            "cite": trial.words.get(provision, {}).get("cite", ""),
            "counts": {kind: release.cells[_key(trial, provision, kind)] for kind in kinds},
        }
        for provision, kinds in sorted(counts_of(trial).items())
    ]
    with as_house():
        newest = Census.objects.filter(taken_in_at__isnull=False, undone_at=None).aggregate(on=Max("true_on"))["on"]
    return {
        "trial_id": trial.pk, "pack": trial.kept.pack, "pack_version": trial.kept.version, "digest": trial.kept_id,
        "against": trial.against, "on": trial.on, "census_on": newest, "people": release.cells[_held(trial)],
        "rows": rows, "release": as_json(release),
    }  # fmt: skip
