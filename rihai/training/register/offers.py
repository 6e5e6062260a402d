"""What the register offers the house."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rihai.kit.actor import Actor
from rihai.kit.offers import ActWords, Navigation, Offer, Retention, Worklist, WorkRow
from rihai.training.reach import KEEP
from rihai.training.register.queries import due_to_go, for_the_desk, is_keeper


def rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """For who keeps trainings for the whole office: how many names have been kept their time."""
    due = due_to_go(on) if is_keeper(actor) else []
    if not due:
        return []
    says = ngettext(
        "%(n)d name has been kept its time in the register of training.",
        "%(n)d names have been kept their time in the register of training.", len(due),
    )  # fmt: skip
    return [
        WorkRow(
            who=_("Register of training"), url=reverse("training:time-over"), where="", why=says % {"n": len(due)},
            due_on=min(row[2] for row in due), status="overdue", word=_("To take out"), act=_("Look"),
        )
    ]  # fmt: skip


OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="act", label=gettext_lazy("Entered twice?"), url="training:twice", capability=KEEP, order=98,
        group=gettext_lazy("Training"),
        says=gettext_lazy("Entries of the register that may be one person; nobody is joined before you say so."),
    ),
    Worklist(name="training.time_over", title=gettext_lazy("Names kept their time"), rows=rows, order=96),
    Retention(
        name="training.register", title=gettext_lazy("Who learns"), due=for_the_desk,
        keeps=gettext_lazy(
            "Five years after they left and after the last that they did here; then the name goes, and counts and the"
            " codes of certificates stay."
        ),
    ),
    ActWords(
        words={
            "training.trainee.joined": gettext_lazy("said that two entries of the register of training are one person"),
            "training.trainee.parted": gettext_lazy("parted two entries of the register of training again"),
            "training.trainees.kept_apart": gettext_lazy("said that two entries of the register are two people"),
            "training.trainee.told": gettext_lazy("told somebody who learns what is kept of them"),
            "training.trainee.let_go": gettext_lazy("took a name out of the register of training"),
        }
    ),
)  # fmt: skip
