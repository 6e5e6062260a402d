"""What trying law offers the house."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy

from rihai.kit.classes import DataClass
from rihai.kit.jobs import Job
from rihai.kit.offers import ActWords, Export, JobKind, Navigation, Offer
from rihai.screening.jobs import SILENT
from rihai.screening.trying import exports, jobs
from rihai.screening.trying.operations import JOB, MAY, RETURNED, SWITCHED, TRIED


def _result(job: Job) -> tuple[Any, str] | None:
    trial = job.arguments.get("trial")
    return (gettext_lazy("Who changes and why"), reverse("screening:trial", args=[trial])) if trial else None


OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="ask",
        label=gettext_lazy("Try a new law"),
        url="screening:trying",
        says=gettext_lazy("A new version of a pack over the same people, before it comes into force."),
        capability=MAY,
        order=80,
    ),
    JobKind(
        name=JOB,
        title=gettext_lazy("Comparing two versions of the law"),
        step=jobs.step,
        prepare=jobs.prepare_step,
        silent=SILENT,
        link=_result,
    ),
    Export(
        name="screening.trial",
        title=gettext_lazy("What a new version would change"),
        capability="exports.make",
        data_class=DataClass.LEGAL,
        count=exports.count,
        sheet=exports.sheet,
    ),
    ActWords(
        words={
            TRIED: gettext_lazy("compared a version of a pack of law"),
            SWITCHED: gettext_lazy("put a version of a pack of law into force"),
            RETURNED: gettext_lazy("took a version of a pack of law back"),
            "screening.answers.taken_in": gettext_lazy("took in a sheet with answers of a prison"),
        }
    ),
)
