"""The form by which a trainer is said to have come out of a session."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.kit.forms import Form
from rihai.training.courses.models import Trainer
from rihai.training.fields import row


class TrainedForm(Form):
    """Which trainer."""

    trainer = row(
        _("Trainer"), Trainer.objects.none(), help_text=_("Of the pool of trainers; somebody new first there.")
    )  # fmt: skip

    def __init__(self, *args: Any, trainers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["trainer"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = trainers
