"""What the acts of this part are called in the access log; of a sealed incident no more than that there was one."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.offers import ActWords

ACTS = ActWords(
    words={
        "monitoring.incident.written": _("wrote an incident down"),
        "monitoring.incident.changed": _("changed what is said of an incident"),
        "monitoring.incident.answered": _("answered the questions of an incident"),
        "monitoring.incident.sent_to_review": _("sent an incident to be looked over"),
        "monitoring.incident.opened": _("looked an incident over and opened it"),
        "monitoring.incident.closed": _("closed an incident"),
        "monitoring.incident.reopened": _("opened a closed incident again"),
        "monitoring.incident.kept_longer": _("kept a closed incident longer"),
        "monitoring.incident.erasure_asked": _("asked that an incident be erased"),
        "monitoring.incident.erasure_dropped": _("said that an incident is not to be erased"),
        "monitoring.incident.erased": _("agreed, and erased an incident"),
        "monitoring.incident.found_twice": _("found that an incident was written down twice"),
        "monitoring.incident.victim_added": _("wrote down whom an incident happened to"),
        "monitoring.incident.victim_joined": _("joined an incident to a person, by their wish"),
        "monitoring.incident.perpetrator_added": _("wrote down who is said to have acted"),
        "monitoring.incident.source_added": _("wrote down who said so"),
        "monitoring.incident.act_added": _("wrote down what was done"),
        "monitoring.incident.member_added": _("let a colleague into the team of an incident"),
        "monitoring.incident.joined": _("joined the team of an incident"),
        "monitoring.incident.left": _("left the team of an incident"),
        "monitoring.incident.consent_recorded": _("wrote down a consent in an incident"),
        "monitoring.incident.consent_withdrawn": _("wrote down that a consent was taken back"),
        "monitoring.incident.step_planned": _("planned a step for an incident"),
        "monitoring.incident.risk_answered": _("answered for a step whether reprisal is to be feared"),
        "monitoring.incident.step_agreed": _("agreed to a step without consent"),
        "monitoring.incident.step_sent": _("took a step for an incident"),
        "monitoring.incident.step_settled": _("wrote what came of a step"),
        "monitoring.incident.recommended": _("recommended something because of an incident"),
        "monitoring.incident.clock_stopped": _("said what was done in time, or late"),
        "monitoring.incident.evidence_taken": _("took evidence into keeping"),
        "monitoring.incident.evidence_handled": _("wrote a line into the log of evidence"),
        "monitoring.incident.evidence_read": _("opened a file of evidence"),
        "monitoring.incident.evidence_taken_out": _("took evidence out, to be verified"),
        "monitoring.incident.examined": _("wrote an examination down"),
        "monitoring.incident.mark_added": _("wrote down a mark on a body"),
        "monitoring.incident.mark_struck": _("struck out a mark on a body"),
        "monitoring.qualification.confirmed": _("confirmed who is qualified to examine"),
        "monitoring.qualification.ended": _("ended somebody’s qualification to examine"),
    }
    | {f"monitoring.sealed.{verb}": _("wrote in a sealed incident") for verb in (
        "written", "changed", "answered", "sent_to_review", "opened", "closed", "reopened", "kept_longer",
        "erasure_asked", "erasure_dropped", "erased",
        "found_twice", "victim_added", "victim_joined",
        "perpetrator_added", "source_added", "act_added", "member_added", "joined", "left",
        "consent_recorded", "consent_withdrawn", "step_planned", "risk_answered", "step_agreed", "step_sent",
        "step_settled", "clock_stopped", "evidence_taken", "evidence_handled", "evidence_read", "evidence_taken_out",
        "examined", "mark_added", "mark_struck",
    )}
)  # fmt: skip
