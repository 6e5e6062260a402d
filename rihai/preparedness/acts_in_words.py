"""What the acts on procedures, plans and drills are called by who reads the access log."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.offers import ActWords

ACTS = ActWords(
    words={
        "preparedness.post.given": _("wrote who holds a post of a prison"),
        "preparedness.post.left": _("wrote that a post of a prison is empty"),
        "preparedness.procedure.begun": _("wrote a procedure or policy down"),
        "preparedness.procedure.changed": _("changed what a procedure asks"),
        "preparedness.procedure.ended": _("withdrew a procedure"),
        "preparedness.text.begun": _("began a new version of a procedure"),
        "preparedness.text.written": _("wrote in a version of a procedure"),
        "preparedness.text.asked": _("asked for the approval of a procedure"),
        "preparedness.text.sent_back": _("sent a version of a procedure back"),
        "preparedness.text.approved": _("approved a procedure, which is now in force"),
        "preparedness.text.acknowledged": _("acknowledged a procedure for a post"),
        "preparedness.text.reminded": _("reminded those who have not acknowledged a procedure"),
        "preparedness.link.made": _("gave a post a link to a procedure"),
        "preparedness.link.closed": _("closed the link of a post to a procedure"),
        "preparedness.link.looked": _("opened a procedure by the link of a post"),
        "preparedness.link.refused": _("typed a wrong code at the link of a post"),
        "preparedness.link.acknowledged": _("acknowledged a procedure by the link of a post"),
        "preparedness.plan.begun": _("began a contingency plan"),
        "preparedness.edition.begun": _("began a new version of a contingency plan"),
        "preparedness.edition.written": _("wrote in a contingency plan"),
        "preparedness.edition.asked": _("asked for the approval of a contingency plan"),
        "preparedness.edition.sent_back": _("sent a contingency plan back"),
        "preparedness.edition.approved": _("approved a contingency plan, which is now in force"),
        "preparedness.edition.printed": _("printed a contingency plan"),
        "preparedness.helped.printed": _("printed who needs help in an emergency"),
        "preparedness.rule.set": _("set how often a drill is held"),
        "preparedness.rule.ended": _("ended a rule of drills"),
        "preparedness.drill.planned": _("planned a drill"),
        "preparedness.drill.held": _("wrote down how a drill went"),
        "preparedness.drill.not_held": _("wrote that a drill was not held"),
        "preparedness.drill.evaluated": _("evaluated a drill"),
        "preparedness.item.asked": _("wrote down what is to be mended"),
        "preparedness.item.done": _("wrote that something was mended"),
        "preparedness.item.verified": _("verified that something was mended"),
        "preparedness.item.opened_again": _("found that something was not mended"),
        "preparedness.item.dropped": _("asked no more that something be mended"),
    }
)
