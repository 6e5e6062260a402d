"""The forms of evidence."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from rihai.kit.files.upload import FileField
from rihai.kit.forms import Form
from rihai.monitoring.evidence.models import Handling
from rihai.monitoring.evidence.operations import BY_HAND
from rihai.monitoring.forms import area, line, moment, of


class TakeInForm(Form):
    """A file, and how it came to us."""

    file = FileField(label=_("The file"), help_text=_("As it came: not turned, cut or saved anew."))
    what = line(_("What it is"), 200, required=True)
    captured_at = moment(_("When it was made"))
    captured_by = line(_("By whom"), 160, required=True)
    how = area(_("How it was made, and how it came to us"), 1000, required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["captured_at"].required = True


class HandleForm(Form):
    """What was done with an item."""

    kind = of(_("What was done"), [(one.value, Handling(one).label) for one in BY_HAND])
    who = line(_("Who has it, or saw it"), 160, required=True)
    says = area(_("For what, against what receipt"), 600, required=True, rows=2)


class TakeOutForm(Form):
    """For what the packet is taken out."""

    why = area(
        _("For whom, and for what"), 600, required=True, rows=2, help_text=_("It stands in the log of each item.")
    )
