"""What campaigns offer the house."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.advocacy.campaigns.measures import MEASURES
from rihai.advocacy.papers import OWNER, may_read
from rihai.advocacy.scope import READ
from rihai.kit.offers import ActWords, FileOwner, Navigation, Offer

OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="act", label=_("Campaigns"), url="advocacy:campaigns", capability=READ, order=93, group=_("Advocacy"),
        says=_("Events with whom they reached (counted and estimated apart), materials, media, commitments."),
    ),
    FileOwner(name=OWNER, may_read=may_read),
    *MEASURES,
    ActWords(
        words={
            "advocacy.campaign.kept": _("wrote down or changed a campaign"),
            "advocacy.event.kept": _("wrote down or changed an event of a campaign"),
            "advocacy.material.added": _("added a material to a campaign"),
            "advocacy.media.added": _("added what a medium brought of a campaign"),
        }
    ),
)  # fmt: skip
