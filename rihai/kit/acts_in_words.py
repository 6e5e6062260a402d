"""What the acts of the room are called in the access log."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.offers import ActWords

ACTS = ActWords(
    words={
        "kit.backup.written": _("wrote a backup"),
        "kit.export.made": _("took rows out"),
        "kit.file.erased": _("erased a stored file"),
        "kit.file.kept": _("kept a file"),
        "kit.file.read": _("read a stored file"),
        "kit.job.asked_for": _("asked for long work"),
        "kit.job.done": _("long work is done"),
        "kit.job.failed": _("long work failed"),
        "kit.job.given_up": _("long work was given up"),
        "kit.job.taken_up": _("long work was taken up again"),
        "kit.keys.rotated": _("changed the key of sealed fields"),
        "kit.letter.written": _("wrote a letter"),
        "kit.list.read": _("read a list"),
        "kit.office.restored": _("restored the office from a backup"),
        "kit.page.opened": _("opened a person"),
        "kit.page.refused": _("was refused a page"),
        "kit.passphrase.changed": _("changed the passphrase of the office"),
    }
)
