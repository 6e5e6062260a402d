"""What is asked before an export or a letter is made."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _


class ExportForm(forms.Form):
    """In which form and language."""

    kind = forms.ChoiceField(
        label=_("As"),
        choices=[("xlsx", _("Excel workbook")), ("csv", _("Plain table (CSV)")), ("pdf", _("PDF, to print"))],
        widget=forms.RadioSelect,
    )
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)


class LetterForm(forms.Form):
    """In which form and language."""

    kind = forms.ChoiceField(
        label=_("As"),
        choices=[("docx", _("Word file, to edit")), ("pdf", _("PDF, to print"))],
        widget=forms.RadioSelect,
    )
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
