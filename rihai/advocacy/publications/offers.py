"""What publications offer the house."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rihai.advocacy.publications.models import PublicationState
from rihai.advocacy.publications.operations import OWNER
from rihai.advocacy.publications.queries import may_read, publications_for
from rihai.advocacy.scope import KEEP, READ, SIGN
from rihai.kit.actor import Actor
from rihai.kit.offers import ActWords, FileOwner, Navigation, Offer, Worklist, WorkRow

ROWS = 12


def work_rows(actor: Actor, _on: date) -> Sequence[WorkRow]:
    """For who signs, what waits for a signature; for who prepared it, what came back."""
    if not actor.may(SIGN) and not actor.may(KEEP):
        return []
    rows = publications_for(actor).filter(state__in=[PublicationState.ASKED, PublicationState.DRAFT])
    found = []
    for one in rows.order_by("made_at")[: ROWS * 2]:
        is_asked = one.state == PublicationState.ASKED
        if is_asked and (not actor.may(SIGN) or one.prepared_by == actor.pk):
            continue
        if not is_asked and (one.prepared_by != actor.pk or not one.sent_back_why):
            continue
        found.append(
            WorkRow(
                who=one.shown, url=reverse("advocacy:publication", args=[one.pk]), status="waiting",
                why=gettext("It waits for your signature.") if is_asked else one.sent_back_why[:200],
                where=one.prepared_by_name, word=gettext("To sign off") if is_asked else gettext("Sent back"),
                act=gettext("Read it"),
            )
        )  # fmt: skip
    return found[:ROWS]


OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="show", label=_("Publications"), url="advocacy:publications", capability=READ, order=64,
        says=_("Reports and statements: signed off by somebody else, under embargo, sent, corrected."),
    ),
    Worklist(name="advocacy.publications", title=_("Publications"), rows=work_rows, order=49),
    FileOwner(name=OWNER, may_read=may_read),
    ActWords(
        words={
            "advocacy.publication.kept": _("began or changed a publication"),
            "advocacy.file.added": _("added a file to a publication"),
            "advocacy.publication.finished": _("asked for the signature of a publication"),
            "advocacy.publication.signed": _("signed a publication off"),
            "advocacy.publication.sent_back": _("sent a publication back"),
            "advocacy.publication.withdrawn": _("withdrew a publication"),
            "advocacy.publication.noted": _("noted where a publication was sent, or a correction"),
        }
    ),
)  # fmt: skip
