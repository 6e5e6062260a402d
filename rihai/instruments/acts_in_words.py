"""What the acts of the room are called in the access log."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.offers import ActWords

ACTS = ActWords(
    words={
        "instruments.answer.corrected": _("corrected an answer to a form"),
        "instruments.answer.given": _("gave an answer to a form"),
        "instruments.code.taken": _("took a code for a phone"),
        "instruments.device.let_in": _("let a phone in"),
        "instruments.device.refused": _("a phone was refused"),
        "instruments.device.shut_out": _("shut a phone out"),
        "instruments.draft.begun": _("began to fill a form in"),
        "instruments.draft.put_aside": _("threw away what was begun of a form"),
        "instruments.file.added": _("added a file to a form"),
        "instruments.form.brought_back": _("brought a retired form back"),
        "instruments.form.retired": _("retired a form"),
        "instruments.paper.printed": _("printed blanks of a form"),
        "instruments.received.came": _("sent an answer from a phone"),
        "instruments.received.put_aside": _("threw away an answer from a phone"),
        "instruments.received.taken_over": _("took over an answer that somebody left behind"),
        "instruments.sample.drawn": _("drew a random sample of a prison"),
        "instruments.sample.marked": _("said why somebody drawn was not asked"),
        "instruments.version.dropped": _("took the draft of a form away"),
        "instruments.version.published": _("published a version of a form"),
        "instruments.version.taken_in": _("gave in a form as a workbook"),
    }
)
