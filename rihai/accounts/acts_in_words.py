"""What the acts of the room are called in the access log."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.offers import ActWords

ACTS = ActWords(
    words={
        "accounts.account.locked_out": _("was locked out after wrong passwords"),
        "accounts.account.made": _("made an account"),
        "accounts.account.mended": _("changed the name or language of an account"),
        "accounts.account.signed_in": _("signed in"),
        "accounts.account.stopped": _("stopped an account"),
        "accounts.demand.answered": _("proposed an answer to a demand"),
        "accounts.demand.decided": _("decided on a demand"),
        "accounts.demand.recorded": _("wrote a demand down"),
        "accounts.demand.sent_back": _("sent a proposed answer back"),
        "accounts.extract.given": _("gave a person what is held about them"),
        "accounts.extract.not_found": _("looked for a person who asks for their record, and found nobody"),
        "accounts.glass.asked": _("asked to open a person for a stated reason"),
        "accounts.glass.confirmed": _("confirmed as second named person"),
        "accounts.glass.ended": _("ended an access"),
        "accounts.glass.not_opened": _("asked for a number and opened nothing"),
        "accounts.glass.opened": _("opened a person for a stated reason"),
        "accounts.glass.refused": _("refused as second named person"),
        "accounts.glass.reviewed": _("reviewed an access"),
        "accounts.grant.ended": _("ended leave to see a person"),
        "accounts.grant.given": _("gave leave to see a person"),
        "accounts.invitation.accepted": _("took up an invitation"),
        "accounts.invitation.revoked": _("took an invitation back"),
        "accounts.invitation.sent": _("invited somebody"),
        "accounts.key.ended": _("ended a key to the API"),
        "accounts.key.made": _("made a key to the API"),
        "accounts.key.refused": _("sent the API a key that opens nothing"),
        "accounts.password.link_made": _("made a link for a new password"),
        "accounts.person.guarded": _("guarded a person"),
        "accounts.person.unguarded": _("ended the guarding of a person"),
        "accounts.posting.ended": _("ended a posting"),
        "accounts.posting.given": _("gave a posting"),
        "accounts.sessions.ended": _("signed out everywhere"),
        "accounts.unit.ended": _("ended a unit"),
        "accounts.unit.made": _("made a unit"),
        "accounts.unit.mended": _("changed a unit"),
    }
)
