"""Forms of the extract: whom, how she showed who she is, and in which language."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from rihai.accounts.operations.extracts import BOTH
from rihai.kit.forms import Form


class SubjectForm(Form):
    """The person who asks, by an exact number."""

    number = forms.CharField(
        label=_("Exact number of the person"),
        max_length=40,
        help_text=_("A prison, identity or case number, whole. It is not kept."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "ltr"}),
    )


class ExtractForm(Form):
    """How the person showed who she is, and the language she reads."""

    shown_by = forms.CharField(
        label=_("How the person showed who they are"),
        min_length=10,
        max_length=240,
        help_text=_("Identity card seen at the visit; letter with a thumb print. No names: it stands in the log."),
    )
    language = forms.ChoiceField(
        label=_("Language of the paper"),
        choices=[*settings.LANGUAGES, (BOTH, _("both, as two papers in one file"))],
        widget=forms.RadioSelect,
    )
