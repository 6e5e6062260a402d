"""What sealed records offer the house: nothing that tells anybody but their counsellor of one.

No timeline, export, measure or extract: her counsellor gives her what stands in it, from the page, when she asks.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.casework.survivors import panels
from rihai.casework.survivors.operations.following import person_left
from rihai.casework.survivors.operations.passing import NOTICE
from rihai.casework.survivors.plan import HANDLER
from rihai.kit.offers import ActWords, After, Navigation, NoticeWords, Offer, PersonPanel, Worklist

OFFERS: tuple[Offer, ...] = (
    After(act="people.person.released", run=person_left),
    After(act="people.census.taken_in", run=person_left),
    HANDLER,
    Navigation(
        station="act", label=_("Sealed records"), url="casework:sealed", capability="casework.survivors", order=25,
        group=_("Casework"), says=_("The people you counsel, by code; seen by you alone."),
    ),
    Worklist(name="casework.sealed", title=_("Sealed records"), rows=panels.due, order=3),
    PersonPanel(
        name="casework.sealed", title=_("Sealed record"), template="casework/survivors/person_panel.html",
        context=panels.of_person, order=60,
    ),
    NoticeWords(words={NOTICE: _("A sealed record waits for you")}),
    ActWords(
        words={
            "casework.sealed.opened": _("opened a sealed record"),
            "casework.sealed.joined": _("joined a sealed record to a person"),
            "casework.sealed.reviewed": _("looked at a sealed record again"),
            "casework.sealed.closed": _("closed a sealed record"),
            "casework.sealed.reopened": _("opened a closed sealed record again"),
            "casework.sealed.met": _("wrote down a session in a sealed record"),
            "casework.sealed.referred": _("wrote down a referral in a sealed record"),
            "casework.sealed.settled": _("wrote what came of a referral in a sealed record"),
            "casework.sealed.asked": _("wrote down of whose release somebody wants to hear"),
            "casework.sealed.asked_no_more": _("wrote down that somebody does not want to hear of it any more"),
            "casework.sealed.told": _("told somebody of a release"),
            "casework.sealed.offered": _("offered a sealed record to a colleague"),
            "casework.sealed.accepted": _("accepted a sealed record"),
            "casework.sealed.refused": _("did not accept a sealed record"),
            "casework.sealed.offer_taken_back": _("kept a sealed record after all"),
            "casework.sealed.asked_over": _("asked to take over a sealed record"),
            "casework.sealed.taken_over": _("agreed that a sealed record is taken over"),
            "casework.sealed.kept_back": _("did not agree that a sealed record is taken over"),
        }
    ),
)  # fmt: skip
