"""What health offers the house."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.casework.health import panels
from rihai.casework.health.counted import MEASURES
from rihai.casework.health.entry import HANDLER
from rihai.casework.health.operations.following import consent_withdrawn, person_left
from rihai.kit.offers import (
    ActWords,
    After,
    AtStake,
    Navigation,
    NoticeWords,
    Offer,
    PersonPanel,
    PersonTimeline,
    SubjectExtract,
    Worklist,
)

LEFT = ("people.person.released", "people.person.died", "people.person.escaped", "people.census.taken_in")

OFFERS: tuple[Offer, ...] = (
    After(act="people.consent.withdrawn", run=consent_withdrawn),
    *(After(act=act, run=person_left) for act in LEFT),
    HANDLER,
    Navigation(
        station="act", label=_("Health"), url="casework:health-index", capability="casework.health", order=20,
        group=_("Casework"), says=_("Needs, appointments, referrals, support plans, mothers and children."),
    ),
    Navigation(
        station="act", label=_("Who is seen to today"), url="casework:duty", capability="people.see", order=21,
        group=_("Casework"), says=_("Whom those on duty see to, how often, and whom they call."),
    ),
    Worklist(name="casework.duty", title=_("On duty: go now"), rows=panels.on_duty, order=1, at_stake=AtStake.LIFE),
    Worklist(
        name="casework.support", title=_("Somebody feared for them"), rows=panels.to_support,
        order=2, at_stake=AtStake.LIFE,
    ),
    Worklist(name="casework.health", title=_("Health"), rows=panels.due, order=22),
    PersonPanel(
        name="casework.health", title=_("Health"), template="casework/health/person_panel.html",
        context=panels.of_person, order=34,
    ),
    PersonTimeline(name="casework.health", of=panels.timeline),
    SubjectExtract(name="casework.health", title=_("Health"), of=panels.extract, order=44),
    *MEASURES,
    NoticeWords(
        words={
            "casework.help_called": _("Somebody on duty called for help"),
            "casework.referral_stopped": _("A consent was taken back: a referral has stopped"),
        }
    ),
    ActWords(
        words={
            "casework.health_need.written": _("wrote down a need of health"),
            "casework.health_need.changed": _("changed a need of health"),
            "casework.appointment.booked": _("booked an appointment"),
            "casework.appointment.written": _("wrote what came of an appointment"),
            "casework.health.referred": _("referred a need of health"),
            "casework.health.answered": _("wrote the answer to a referral of health"),
            "casework.support.opened": _("opened a support plan"),
            "casework.support.reviewed": _("looked at a support plan again"),
            "casework.support.closed": _("closed a support plan"),
            "casework.duty.looked": _("wrote that somebody was seen on duty"),
            "casework.pregnancy.written": _("wrote down a pregnancy"),
            "casework.pregnancy.changed": _("changed a pregnancy"),
            "casework.pregnancy.ended": _("wrote down how a pregnancy ended"),
            "casework.baby.written": _("wrote down a small child"),
            "casework.baby.left": _("wrote that a child lives outside"),
            "casework.doses.given": _("wrote down doses given to a child"),
        }
    ),
)  # fmt: skip
