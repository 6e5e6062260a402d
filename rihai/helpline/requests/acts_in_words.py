"""What the acts of the line are called by who reads the access log."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.offers import ActWords

ACTS = ActWords(
    words={
        "helpline.request.sent": _("somebody without an account sent a request for help"),
        "helpline.request.begun": _("began a request for help"),
        "helpline.request.written": _("wrote on the sheet of a request for help"),
        "helpline.request.taken": _("took a request for help over"),
        "helpline.request.level_changed": _("changed how soon a request for help is seen to"),
        "helpline.request.read_over": _("read a request for help over, as a second person"),
        "helpline.request.paper_added": _("kept a letter of a request for help"),
        "helpline.request.pin_renewed": _("gave a new PIN to who asked for help"),
        "helpline.request.step_noted": _("wrote down who was told of a request for help"),
        "helpline.request.clock_stopped": _("stopped a clock of a request for help"),
        "helpline.request.closed": _("closed a request for help"),
        "helpline.request.opened_again": _("opened a request for help again"),
        "helpline.request.erased": _("what was told in a request for help was erased"),
        "helpline.request.searched": _("looked for whom a request for help is about"),
        "helpline.candidate.shown": _("was shown this person as one who may be meant by a request for help"),
        "helpline.request.matched": _("matched a request for help with this person"),
        "helpline.request.parted": _("parted a request for help from this person"),
        "helpline.request.word_asked": _("asked that somebody brings a person’s word"),
        "helpline.word.brought": _("brought this person’s word on what their family may be told"),
        "helpline.request.answered": _("gave an answer to who asked for help"),
        "helpline.request.answer_hidden": _("took an answer to who asked for help back"),
        "helpline.request.handed_on": _("handed a request for help on"),
        "helpline.clock.ran_out": _("a clock of a request for help ran out"),
        "helpline.call.missed": _("wrote a missed call down"),
        "helpline.calls.taken_in": _("took in the list of missed calls"),
        "helpline.call.rung_back": _("rang a missed call back"),
    }
)
