"""What the volumes of the line offer the house: a page, and measures that results can count."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.helpline.volumes.queries import VOLUMES, counted, in_time
from rihai.kit.offers import Measure, Navigation, Offer

BY = ("level", "topic", "way")
OUT = _("mistakes and misuse; concerns about our own people, which are counted nowhere")
OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="show", label=_("What is asked of the line"), url="helpline:volumes", capability=VOLUMES, order=64,
        says=_("How much, of what, and how soon it was answered."),
    ),
    Measure(
        code="helpline.requests", title=_("Requests for help"), unit="acts", counted=counted, by=BY,
        definition=_("Requests of families and others to the helpline, by the day on which we knew of them."),
        includes=_("by form, call, letter, visit and missed calls rung back; each once, however often they ring"),
        excludes=OUT,
    ),
    Measure(
        code="helpline.requests_in_time", title=_("Requests answered in time"), unit="acts", counted=in_time, by=BY,
        definition=_("A first answer in time: danger to life within 15 minutes, danger near a day, else three days."),
        includes=_("that somebody was told or reached, or an answer was written"), excludes=OUT,
    ),
)  # fmt: skip
