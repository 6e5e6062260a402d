"""What the acts on matters are called in the access log."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.offers import ActWords

ACTS = ActWords(
    words={
        "legal.matter.opened": _("opened a matter"),
        "legal.matter.changed": _("changed a matter"),
        "legal.matter.closed": _("closed a matter"),
        "legal.matter.reopened": _("opened a closed matter again"),
        "legal.party.added": _("added a party to a matter"),
        "legal.conflict.raised": _("met a possible conflict"),
        "legal.conflict.decided": _("decided on a possible conflict"),
        "legal.member.added": _("took somebody into the team of a matter"),
        "legal.member.ended": _("took somebody out of the team of a matter"),
        "legal.time.noted": _("wrote down time or costs of a matter"),
        "legal.vakalatnama.kept": _("kept a vakalatnama"),
        "legal.paper.asked": _("asked for a paper"),
        "legal.paper.changed": _("kept a paper of a matter"),
        "legal.hearing.listed": _("listed a hearing"),
        "legal.hearing.moved": _("changed the listing of a hearing"),
        "legal.hearing.recorded": _("recorded a hearing"),
        "legal.bail.recorded": _("recorded a bail order"),
        "legal.bail.changed": _("changed a bail order"),
        "legal.surety.kept": _("kept a surety"),
        "legal.money.ordered": _("recorded a fine, diyat or compensation"),
        "legal.money.changed": _("changed a fine, diyat or compensation"),
        "legal.payment.recorded": _("recorded a payment"),
        "legal.publicity.written": _("wrote the public facts of a case"),
        "legal.feed.made": _("made a calendar link"),
        "legal.feed.revoked": _("took a calendar link back"),
        "legal.feed.fetched": _("fetched hearings by a calendar link"),
    }
)
