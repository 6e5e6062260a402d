"""The form by which a figure is set before and after a session."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.kit.forms import Form
from rihai.training.fields import NOT_CHOSEN, line, number, of, row
from rihai.training.levels.figures import measures

MOST = 1_000_000


class FigureForm(Form):
    """What is counted where, or a figure from elsewhere."""

    place = row(_("Place"), None, help_text=_("Where those who learnt are at work."))
    months = number(_("Months before, and after"), 1, 24)
    measure = of(_("What is counted"), (), required=False, help_text=_("Counts alone; nobody is named."))
    title = line(_("Or a figure from elsewhere: what it is"), 200)
    source = line(_("Where it comes from"), 300)
    before = number(_("The figure before"), 0, MOST, required=False)
    after = number(_("The figure after"), 0, MOST, required=False)

    def __init__(self, *args: Any, places: Any, place: int | None, counts: bool, **kwargs: Any) -> None:
        super().__init__(*args, initial={"months": 6, "place": place}, **kwargs)
        at, counted = self.fields["place"], self.fields["measure"]
        assert isinstance(at, forms.ModelChoiceField)
        assert isinstance(counted, forms.ChoiceField)
        at.queryset = places
        counted.choices = [NOT_CHOSEN, *((code, one.title) for code, one in measures().items())]
        if not counts:
            del self.fields["measure"]
