"""The plan is printed for her: what she wants on it is asked, and kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.casework.plans.models import Plan, PlanPaper
from rihai.casework.plans.operations.errors import WrongPlan
from rihai.casework.plans.operations.reach import GRAVITY, keep_change, row_for, written_by
from rihai.casework.plans.queries.sight import classes_seen
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.words import LANGUAGES


@transaction.atomic
def give_paper(
    *, plan_id: UUID, language: str, besides: Sequence[str] = (), her_word: str = "", actor: Actor, at: datetime
) -> PlanPaper:
    """Keep that the plan is printed for her; `besides` are classes she wants on paper, on her word alone.

    Raises NoSuchPlan; WrongPlan where her word is missing, or the actor does not see what would be printed.
    """
    plan = row_for(Plan, plan_id, actor=actor, at=at)
    wanted = sorted({DataClass.PERSONAL, *besides}, key=GRAVITY.index) if set(besides) <= set(GRAVITY) else []
    if language not in LANGUAGES or not wanted or set(wanted) - classes_seen(actor, plan.person_id, at=at):
        raise WrongPlan(_("Choose the language, and what is to stand on the paper."))
    if besides and not her_word.strip():
        raise WrongPlan(_("Ask whether that may stand on a paper others may read, and write down the answer."))
    gravest = max([*wanted, plan.data_class], key=GRAVITY.index)
    paper = PlanPaper.objects.create(
        plan=plan, language=language, classes=" ".join(wanted), her_word=her_word or None,
        **written_by(plan.person, gravest, actor=actor, at=at),
    )  # fmt: skip
    keep_change(plan, "paper.given", paper, actor=actor, at=at)
    append("casework.paper.given", actor=actor, at=at, subject=paper.pk, kind="paper", detail={"language": language})
    return paper
