"""What the four levels offer the house: two forms, what superiors are asked, and the words of their acts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rihai.kit.actor import Actor
from rihai.kit.handling import FormHandler
from rihai.kit.offers import ActWords, Navigation, Offer, Worklist, WorkRow
from rihai.training.levels import job, said
from rihai.training.reach import JUDGE

ROWS = 12


def rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """For superiors: whom they are asked about, the longest due first."""
    if not actor.may(JUDGE):
        return []
    return [
        WorkRow(
            who=one.completion.trainee.full_name, url=one.url, due_on=one.due_on,
            where=one.completion.trainee.place.shown if one.completion.trainee.place else "",
            why=_("What do you see on the job, %(n)s months after “%(course)s”?")
            % {"n": one.months, "course": one.completion.course.shown},
            status="overdue" if one.due_on < on else "waiting", word=_("To be judged"), act=_("Say it"),
        )
        for one in job.asked_of(job.to_ask(actor, on)[:ROWS], on)
    ]  # fmt: skip


OFFERS: tuple[Offer, ...] = (
    FormHandler(
        name=said.HANDLER, title=gettext_lazy("What people say at the end"), forms=(said.FORM,), data_class="personal",
        subject=said.subject_of, may_see=said.may_see, taken=said.taken,
    ),
    FormHandler(
        name=job.HANDLER, title=gettext_lazy("On the job after a training"), forms=(job.FORM,), data_class="personal",
        subject=job.subject_of, may_see=job.may_see, taken=job.taken, expected=job.expected,
    ),
    Worklist(name="training.on_the_job", title=gettext_lazy("On the job after a training"), rows=rows, order=64),
    Navigation(
        station="act", label=gettext_lazy("On the job after a training"), url="training:on-the-job", capability=JUDGE,
        order=66, group=gettext_lazy("Training"),
        says=gettext_lazy("What you see of those who were trained, three and six months later."),
    ),
    ActWords(
        words={
            "training.figure.added": gettext_lazy("set a figure before and after a session"),
            "training.figure.counted": gettext_lazy("counted a figure of a session anew"),
            "training.figure.dropped": gettext_lazy("took a figure of a session out"),
        }
    ),
)  # fmt: skip
