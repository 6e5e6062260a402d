"""What the acts of committees are called by who reads the access log."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.offers import ActWords

ACTS = ActWords(
    words={
        "coordination.body.begun": _("wrote a committee down"),
        "coordination.body.changed": _("changed a committee"),
        "coordination.body.looked_after": _("took on a committee"),
        "coordination.post.added": _("added a post to a committee"),
        "coordination.post.ended": _("ended a post of a committee"),
        "coordination.post.given": _("wrote who holds a post of a committee"),
        "coordination.post.left": _("wrote that a post of a committee is empty"),
        "coordination.meetings.planned": _("planned meetings of a committee"),
        "coordination.meeting.planned": _("planned a meeting"),
        "coordination.meeting.set": _("set time and place of a meeting"),
        "coordination.meeting.called": _("gave notice of a meeting"),
        "coordination.meeting.postponed": _("moved a meeting"),
        "coordination.meeting.not_held": _("wrote that a meeting was not held"),
        "coordination.meeting.held": _("wrote who came to a meeting"),
        "coordination.minutes.written": _("wrote in the minutes of a meeting"),
        "coordination.minutes.finished": _("finished the minutes of a meeting"),
        "coordination.minutes.approved": _("wrote that minutes were approved"),
        "coordination.agenda.filled": _("filled an agenda from the lists"),
        "coordination.item.left_out": _("left a line of an agenda out"),
        "coordination.item.brought_back": _("brought a line of an agenda back"),
        "coordination.item.put_first": _("put a line of an agenda first"),
        "coordination.item.added": _("added a matter to an agenda"),
        "coordination.guarded.decided": _("put a guarded person on an agenda"),
        "coordination.papers.sent": _("made the papers of a meeting"),
        "coordination.copy.made": _("made a numbered copy of papers"),
        "coordination.link.made": _("made a link for a member"),
        "coordination.link.closed": _("closed a member’s link"),
        "coordination.link.looked": _("a member read papers by a link"),
        "coordination.link.refused": _("a wrong code at a member’s link"),
        "coordination.link.answered": _("a member answered by a link"),
        "coordination.decision.written": _("wrote a decision of a committee down"),
        "coordination.action.given": _("wrote an action of a committee down"),
        "coordination.action.answered": _("answered for an action of a committee"),
        "coordination.action.settled": _("settled an action as done"),
        "coordination.action.dropped": _("asked an action no more"),
        "coordination.action.reminded": _("a reminder of an action went out"),
    }
)
