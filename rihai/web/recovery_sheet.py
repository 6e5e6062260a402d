"""The sheet for the safe: the recovery code, what it opens, and what to do, in both languages on one page."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import override

from rihai.paper.blocks import Block, Bullets, Callout, Definitions, Heading, Passage, Strong
from rihai.paper.pdf import pdf_page


def recovery_sheet(code: str, office: str, on: date, *, encrypted: bool) -> bytes:
    """The sheet as PDF."""
    with override("en"):
        english = _blocks(code, office, encrypted=encrypted)
    with override("ur"):
        urdu = _blocks(code, office, encrypted=encrypted)
    with override("en"):
        title = _("Recovery sheet of an office")
    return pdf_page(title, [*english, Passage("ur", urdu)], "en", day=on, running=office)


def _blocks(code: str, office: str, *, encrypted: bool) -> list[Block]:
    opens = _("this office's database, its stored files and its backups") if encrypted else _("this office's backups")
    return [
        Heading(_("Recovery code")),
        Definitions([(_("Office"), office), (_("Code"), [Strong(code)]), (_("It opens"), opens)]),
        Callout(
            "warning",
            _("Whoever has this sheet and a backup can read everything."),
            _("Print it, put it into the safe in a closed envelope, and delete the file."),
        ),
        Bullets(
            [
                _("The passphrase is forgotten, or the machine is lost: fetch a backup and this sheet."),
                _("On a machine with Rihai, run: rihai restore FILE"),
                _("Type the code where the passphrase is asked. Hyphens and small letters do not matter."),
                _("The last two signs check the others: a slip of the pen is told at once."),
                _("Without passphrase and without this sheet nobody can open the data, its makers neither."),
            ]
        ),
    ]
