"""The forms by which lists from elsewhere are given in and settled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.kit.files.upload import FileField
from rihai.kit.forms import Form
from rihai.training.completions.models import FinishedLine
from rihai.training.completions.operations import LEAVE, NEW, SAME
from rihai.training.courses.models import Course
from rihai.training.fields import line, row


class ListForm(Form):
    """A list of who finished a course elsewhere."""

    course = row(_("Which of our courses it counts as"), Course.objects.none())
    provider = line(_("Who taught it"), 160, required=True, help_text=_("For example: e-learning of UNODC."))
    file = FileField(
        label=_("The list"), help_text=_("CSV or a spreadsheet, with columns headed “name” and “completed on”.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["course"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Course.objects.filter(is_open=True)


class SettleForm(Form):
    """A choice for each line that waits; none is made beforehand."""

    def __init__(self, *args: Any, rows: Sequence[FinishedLine], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = rows
        for one in rows:
            choices: list[tuple[str, Any]] = [("", _("later"))]
            if one.alike:
                choices.append((SAME, _("the one proposed")))
            choices += [(NEW, _("somebody new")), (LEAVE, _("leave it out"))]
            label = _("Line %(n)s: who is it?") % {"n": one.number}
            self.fields[self._name(one)] = forms.ChoiceField(label=label, choices=choices, required=False)

    @staticmethod
    def _name(one: FinishedLine) -> str:
        return f"line-{one.pk}"

    def lines(self) -> list[tuple[FinishedLine, Any]]:
        """Each line with its field."""
        return [(one, self[self._name(one)]) for one in self.rows]

    def choices(self) -> Mapping[UUID, str]:
        """What was chosen, by line."""
        return {one.pk: str(self.cleaned_data.get(self._name(one)) or "") for one in self.rows}
