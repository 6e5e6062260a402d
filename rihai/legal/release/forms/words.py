"""The forms of a lawyer's word on the law."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.kit.forms import Form
from rihai.legal.release.models import Settled, WordKind


class WordForm(Form):
    """Reviewed, or an objection with its reason."""

    kind = forms.ChoiceField(
        label=_("Your word"), widget=forms.RadioSelect,
        choices=[
            (WordKind.REVIEWED.value, _("I have read this text against the law, and sign it")),
            (WordKind.OBJECTION.value, _("I object to it")),
        ],
    )  # fmt: skip
    on = forms.DateField(label=_("On"))
    note = forms.CharField(
        label=_("Note, or what is wrong"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Name nobody who is held. An objection is shown on every finding until it is settled."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """An objection says what is wrong."""
        said = self.cleaned_data
        if said.get("kind") == WordKind.OBJECTION and not (said.get("note") or "").strip():
            self.add_error("note", _("Say what is wrong with it."))
        return said


class SettleForm(Form):
    """How an objection ends."""

    how = forms.ChoiceField(label=_("How it is settled"))
    note = forms.CharField(label=_("In words"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, is_mine: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["how"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [one for one in Settled.choices if (one[0] == Settled.TAKEN_BACK) == is_mine]
