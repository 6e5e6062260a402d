"""What this part of the room offers the house."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.offers import ActWords, After, Offer
from rihai.legal.release.operations.keeping import BACK, LEFT, carry_back, carry_over, forget_leaving, keep_days

OFFERS: tuple[Offer, ...] = (
    *(After(act=act, run=keep_days) for act in LEFT),
    *(After(act=act, run=forget_leaving) for act in BACK),
    After(act="people.persons.merged", run=carry_over),
    After(act="people.persons.parted", run=carry_back),
    ActWords(
        words={
            "law.objection.settled": _("settled an objection to a provision"),
            "law.provision.objected_to": _("objected to a provision of the law"),
            "law.provision.reviewed": _("signed a provision of the law as reviewed"),
            "legal.correction.looked_at": _("looked at what a person corrected"),
            "legal.detention.named_unlawful": _("named a detention unlawful"),
            "legal.detention.taken_back": _("took back that a detention was unlawful"),
            "legal.release.corrected": _("corrected a release"),
            "legal.release.described": _("said how somebody was released"),
            "legal.release.found_in_error": _("wrote down a release in error"),
            "legal.release.recalled": _("recorded that somebody released in error is back"),
            "legal.release.recorded": _("recorded a release"),
            "legal.release.undone": _("took back a release written by mistake"),
            "legal.slip.answered": _("told a person what is asked for her"),
            "legal.slip.changed": _("changed a slip for a person"),
            "legal.slip.dropped": _("dropped a slip for a person"),
            "legal.slip.made": _("made a slip for a person"),
            "legal.slip.put_off": _("put off telling a person"),
        }
    ),
)
