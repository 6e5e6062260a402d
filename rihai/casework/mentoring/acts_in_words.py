"""What the acts of mentoring are called in the access log."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.offers import ActWords

ACTS = ActWords(
    words={
        "casework.check.recorded": _("looked at something of a volunteer"),
        "casework.concern.raised": _("wrote a concern down"),
        "casework.concern.settled": _("settled a concern"),
        "casework.match.answered": _("wrote an answer to a proposed mentor match down"),
        "casework.match.begun": _("began a mentor match"),
        "casework.match.called_after": _("called somebody after mentoring had ended"),
        "casework.match.closed_by_act": _("ended a mentor match by another act"),
        "casework.match.declined": _("wrote down that a mentor match was declined"),
        "casework.match.ended": _("ended a mentor match"),
        "casework.match.paused": _("paused a mentor match"),
        "casework.match.proposed": _("proposed a mentor"),
        "casework.match.resumed": _("went on with a mentor match"),
        "casework.match.taken_over": _("took the coordination of a mentor match over"),
        "casework.mentor_agreement.signed": _("kept a mentor’s signed agreement"),
        "casework.mentor_meeting.corrected": _("corrected a meeting with a mentor"),
        "casework.mentor_meeting.recorded": _("wrote a meeting with a mentor down"),
        "casework.mentor_supervision.recorded": _("wrote a mentor’s supervision down"),
        "casework.mentor_training.recorded": _("wrote a mentor’s training down"),
        "casework.mentor_wish.kept": _("asked a person about a mentor"),
        "casework.reference.answered": _("wrote down what a reference said"),
        "casework.reference.asked": _("asked a reference"),
        "casework.volunteer.accepted": _("accepted a volunteer"),
        "casework.volunteer.applied_from_outside": _("offered to be a mentor, by the public page"),
        "casework.volunteer.applied": _("kept the application of a volunteer"),
        "casework.volunteer.changed": _("changed what is written of a volunteer"),
        "casework.volunteer.declined": _("did not accept a volunteer"),
        "casework.volunteer.left": _("wrote down that a volunteer has left"),
        "casework.volunteer.let_in": _("gave a volunteer an account to sign in by"),
        "casework.volunteer.record_named": _("named or forgot a volunteer’s own record"),
    }
)
