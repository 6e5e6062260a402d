"""The form by which a test is laid down."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.kit.forms import Form
from rihai.training.exams.forms_of_tests import SHIPPED
from rihai.training.fields import number, of

USUAL = 70


class TestForm(Form):
    """By which form, and how many per cent must be right; the second only where the curriculum does not say it."""

    __test__ = False
    form_id = of(_("The form"), (), help_text=_("Forms that say of their questions what is right."))
    pass_mark = number(_("Pass mark, in per cent"), 1, 100, help_text=_("Laid down now, before anybody sits the test."))

    def __init__(self, *args: Any, tests: Any, laid_down: int | None, stands: Any = None, **kwargs: Any) -> None:
        initial = {
            "form_id": stands.form_id if stands else SHIPPED, "pass_mark": stands.pass_mark if stands else USUAL,
        }  # fmt: skip
        super().__init__(*args, initial=initial, **kwargs)
        field = self.fields["form_id"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = tests
        if laid_down:
            del self.fields["pass_mark"]
