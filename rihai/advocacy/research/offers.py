"""What research offers the house."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rihai.advocacy.research import jobs
from rihai.advocacy.research.operations import OWNER, end_what_is_over
from rihai.advocacy.research.queries import may_see, to_decide
from rihai.advocacy.scope import RESEARCH
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.files import StoredFile
from rihai.kit.offers import ActWords, FileOwner, JobKind, Navigation, Offer, Tick, Worklist, WorkRow
from rihai.screening.jobs import SILENT


def may_read(actor: Actor, stored: StoredFile) -> bool:
    """The clearance is read by who has a part in it; an extract leaves by its own page alone, with its agreement."""
    return stored.data_class == DataClass.ORDINARY and may_see(actor)


def rows(actor: Actor, _on: date) -> Sequence[WorkRow]:
    """Applications to decide."""
    return [
        WorkRow(
            who=one.researcher, where=one.institution, url=reverse("advocacy:research", args=[one.pk]),
            why=gettext("Asks for an extract without names: read the question and the clearance."), status="waiting",
            word=gettext("To decide"), act=gettext("Read it"),
        )
        for one in to_decide(actor)[:5]
    ]  # fmt: skip


OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="show", label=_("Research extracts"), url="advocacy:research-index", capability=RESEARCH, order=61,
        group=_("Advocacy"),
        says=_("Rows without names for approved researchers, made so that nobody stands alone."),
    ),
    Worklist(name="advocacy.research", title=_("Researchers who ask"), rows=rows, order=65),
    FileOwner(name=OWNER, may_read=may_read),
    Tick(name="advocacy.research", run=end_what_is_over),
    JobKind(
        name=jobs.JOB, title=_("Making a research extract"), step=jobs.step, prepare=jobs.prepare, link=jobs.link,
        silent=SILENT,
    ),
    ActWords(
        words={
            "advocacy.research.asked": _("wrote a researcher’s application down"),
            "advocacy.research.approved": _("approved a researcher’s application"),
            "advocacy.research.refused": _("refused a researcher’s application"),
            "advocacy.research.agreed": _("wrote down that a researcher signed the agreement"),
            "advocacy.research.extracted": _("made a research extract"),
            "advocacy.research.measured": _("had a known library measure the risk of a research extract"),
            "advocacy.research.handed_over": _("handed a research extract over"),
            "advocacy.research.link_made": _("made a link by which a researcher fetches an extract"),
            "advocacy.research.link_closed": _("closed a researcher’s link"),
            "advocacy.research.link_refused": _("was refused at a researcher’s link: the code was wrong"),
            "advocacy.research.ended": _("ended an approval of research; its files were erased"),
        }
    ),
)  # fmt: skip
