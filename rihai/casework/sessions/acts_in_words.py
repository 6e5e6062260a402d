"""What the acts on sessions are called in the access log."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.offers import ActWords

ACTS = ActWords(
    words={
        "casework.group.made": _("made a group"),
        "casework.member.added": _("took a person into a group"),
        "casework.member.ended": _("took a person out of a group"),
        "casework.session.planned": _("planned a session"),
        "casework.session.changed": _("changed a session"),
        "casework.session.cancelled": _("wrote that a session was not held"),
        "casework.attendance.expected": _("expected one more person at a session"),
        "casework.attendance.marked": _("marked who came to a session"),
        "casework.remark.written": _("wrote a remark on somebody in a session"),
        "casework.certificate.given": _("gave a certificate"),
        "casework.apart.kept": _("wrote down that two people are kept apart"),
        "casework.apart.reviewed": _("looked again at a keep-apart record"),
        "casework.apart.ended": _("ended a keep-apart record"),
    }
)
