"""What the acts on cases are called in the access log, and what notices of cases say."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.offers import ActWords, NoticeWords

ACTS = ActWords(
    words={
        "casework.case.opened": _("opened a case"),
        "casework.case.approved": _("approved a case"),
        "casework.case.refused": _("did not approve a case"),
        "casework.case.changed": _("changed a case"),
        "casework.case.closed": _("closed a case"),
        "casework.case.reopened": _("opened a closed case again"),
        "casework.case.handed_over": _("took a case over"),
        "casework.cases.given": _("gave cases to a worker"),
        "casework.cases.left": _("left cases with nobody"),
        "casework.contact.noted": _("wrote down a contact"),
        "casework.handover.offered": _("offered a case to colleagues"),
        "casework.handover.refused": _("did not take a case over"),
        "casework.handover.taken_back": _("took the offer of a case back"),
        "casework.intake.taken": _("wrote down that somebody came"),
        "casework.intake.answered": _("answered who had come"),
        "casework.register.given": _("gave a register in"),
        "casework.register.reading_asked": _("asked for a register to be read"),
        "casework.register.taking_in_asked": _("asked for a register to be taken in"),
        "casework.register.undoing_asked": _("asked for a register to be undone"),
        "casework.register.read": _("read the rows of a register"),
        "casework.register.decided": _("decided whom rows of a register mean"),
        "casework.register.taken_in": _("took a register in"),
        "casework.register.undone": _("undid a register"),
    }
)
NOTICES = NoticeWords(
    words={
        "casework.approval": _("A case waits for your approval."),
        "casework.decided": _("A supervisor decided on a case of yours."),
        "casework.offer": _("A case is offered to you. Accept it, or say why not."),
        "casework.answer": _("A case you offered or had was answered."),
        "casework.given": _("Cases were given to you."),
        "casework.left": _("A worker has left, and cases are with nobody."),
        "casework.no_consent": _("A case of yours was closed: the consent it rested on was taken back."),
    }
)
