"""What a researcher signs before an extract is handed over; kept word for word with each hand-over."""

from __future__ import annotations

from django.utils.translation import gettext as _


def agreement_text() -> str:
    """The agreement in the reader's language."""
    return "\n".join([
        _("I use this extract for the question named in the application, and for nothing else."),
        _("I do not try to find out who anybody is, nor join it with other data that could tell."),
        _("I give it to nobody, keep it sealed, and delete it on the last day of the approval."),
        _("I publish no figure of fewer than ten people, and show the office what I publish before."),
        _("Should anybody be recognised, I tell the office the same day."),
    ])  # fmt: skip
