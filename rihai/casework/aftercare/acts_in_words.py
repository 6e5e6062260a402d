"""What the acts of this part are called in the access log."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.offers import ActWords, NoticeWords

ACTS = ActWords(
    words={
        "casework.child.kept": _("wrote down a child outside"),
        "casework.contact_plan.kept": _("made a contact plan with one of the family"),
        "casework.day.told": _("told somebody the day of a release, as the person had allowed"),
        "casework.family_contact.recorded": _("wrote down what came of a visit, call or letter"),
        "casework.family_contact.wished": _("wrote down that a visit, call or letter is wished for"),
        "casework.followup.done": _("asked after a released person"),
        "casework.gate.met": _("wrote down whether a person was met at the gate"),
        "casework.handover.held": _("wrote down a hand-over meeting"),
        "casework.officer_day.listed": _("wrote down a day with an officer"),
        "casework.officer_day.recorded": _("wrote down whether a day with an officer was kept"),
        "casework.release_plan.begun": _("began a release plan"),
        "casework.release_plans.left": _("gave on the release plans of somebody who works here no more"),
        "casework.plan.ended": _("ended a release plan"),
        "casework.plan.gate_set": _("settled the day and the gate in a release plan"),
        "casework.plan.given": _("took or handed on a release plan"),
        "casework.plans.begun": _("began release plans whose time had come"),
        "casework.point.set": _("settled a point of a release plan"),
        "casework.telling.allowed": _("wrote down who may be told the day of a release"),
        "casework.telling.taken_back": _("took back who may be told the day of a release"),
    }
)
NOTICES = NoticeWords(
    words={
        "casework.release_plan_left": _("A release plan has come to you: hand it on, or keep it"),
        "casework.family_word_back": _("A consent was taken back: see what may be said to the family"),
    }
)
