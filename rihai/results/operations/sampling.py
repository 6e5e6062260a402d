"""Rows are drawn by lot, their evidence is looked for, and what was found is kept."""

from __future__ import annotations

from datetime import datetime
from random import Random
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.results.counting import Span
from rihai.results.counting.rows import counted_rows
from rihai.results.errors import NoSuchProject, NotSo
from rihai.results.models import Basis, Checked, Outcome, Sample
from rihai.results.reach import KEEP, indicator_for, projects_for

MOST = 200


@transaction.atomic
def draw_sample(
    *, indicator_id: UUID, span: Span, size: int, seed: str, actor: Actor, at: datetime
) -> Sample:  # fmt: skip
    """Draw so many of the rows behind a figure. The same seed draws the same ones from the same rows.

    Raises NoSuchProject, NotSo where no rows of lists are behind the figure.
    """
    one = indicator_for(indicator_id, actor=actor, capability=KEEP)
    if one.basis != Basis.ROWS:
        raise NotSo(_("Samples are drawn from lists of sessions; this figure does not come from one."))
    rows = counted_rows(one.project, span, one.service).order_by("on", "who", "service", "pk")
    keys = list(rows.values_list("pk", flat=True))
    if not keys:
        raise NotSo(_("No row counts in these days."))
    drawn = Random(seed).sample(keys, min(size, len(keys), MOST))  # noqa: S311 - to be drawn again by anybody
    sample = Sample.objects.create(
        indicator=one, first=span.first, end=span.end, seed=seed, size=len(drawn), drawn_from=len(keys),
        drawn_by_name=actor.name[:120], drawn_at=at,
    )  # fmt: skip
    Checked.objects.bulk_create(Checked(sample=sample, number=at_, row_id=key) for at_, key in enumerate(drawn, 1))
    append("results.sample.drawn", actor=actor, at=at, subject=sample.pk, kind="sample", detail={"rows": len(drawn)})
    return sample


@transaction.atomic
def record_check(*, checked_id: UUID, outcome: str, says: str, actor: Actor, at: datetime) -> Checked:
    """Write down what was found of one drawn row's evidence; what is said later stands. Raises NoSuchProject, NotSo."""
    mine = projects_for(actor, KEEP).values("pk")
    rows = Checked.objects.select_for_update(of=("self",)).filter(sample__indicator__project__in=mine)
    found = rows.filter(pk=checked_id).first()
    if found is None:
        raise NoSuchProject(str(checked_id))
    if outcome not in Outcome.values:
        raise NotSo(_("Say what was found."))
    if outcome != Outcome.SHOWN and not says.strip():
        raise NotSo(_("Say what is missing, or what the evidence says instead."))
    found.outcome, found.says, found.by_name, found.at = outcome, says[:400], actor.name[:120], at
    found.save(update_fields=["outcome", "says", "by_name", "at"])
    append("results.sample.checked", actor=actor, at=at, subject=found.sample_id, kind="sample")
    return found
