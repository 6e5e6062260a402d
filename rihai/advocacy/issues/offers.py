"""What policy issues offer the house."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rihai.advocacy.issues.models import ENDED
from rihai.advocacy.issues.queries import issues_for
from rihai.advocacy.scope import KEEP, READ
from rihai.kit.actor import Actor
from rihai.kit.offers import ActWords, Navigation, Offer, Worklist, WorkRow

SOON = timedelta(days=7)
ROWS = 12


def work_rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """For who keeps them: issues to be looked at."""
    due = issues_for(actor, KEEP).exclude(stage__in=ENDED).filter(next_on__lte=on + SOON).order_by("next_on", "pk")
    return [
        WorkRow(
            who=one.title, url=reverse("advocacy:issue", args=[one.pk]), why=one.problem[:200], due_on=one.next_on,
            status="overdue" if one.next_on and one.next_on < on else "waiting",
            word=str(one.get_stage_display()), act=gettext("Open"),
        )
        for one in due[:ROWS]
    ]  # fmt: skip


OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="act", label=_("Policy issues"), url="advocacy:issues", capability=READ, order=94,
        group=_("Advocacy"),
        says=_("What in law or practice is to change: what we hold, evidence, submissions, stage, outcome."),
    ),
    Worklist(name="advocacy.issues", title=_("Policy issues"), rows=work_rows, order=47),
    ActWords(
        words={
            "advocacy.issue.kept": _("wrote down or changed a policy issue"),
            "advocacy.position.taken": _("took a position on a policy issue"),
            "advocacy.step.written": _("wrote down a step of a policy issue"),
            "advocacy.figure.kept": _("kept a figure of our records with a policy issue"),
            "advocacy.trial.kept": _("kept with a policy issue whom a draft of law would reach"),
            "advocacy.case.linked": _("linked a case brought for many to a policy issue"),
        }
    ),
)  # fmt: skip
