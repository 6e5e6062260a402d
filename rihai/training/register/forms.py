"""The forms of the register: why two entries are one person, or two after all; who asks what is kept of them."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from rihai.kit.forms import Form
from rihai.training.fields import line


class JoinForm(Form):
    """What shows that two entries are one person, and which of them stands for both."""

    stands = forms.ChoiceField(label=_("Which entry stands for both"), widget=forms.RadioSelect)
    because = line(
        _("What shows that they are one person"), 200, required=True, help_text=_("The name alone never does.")
    )
    has_paper = forms.BooleanField(label=_("I saw a paper that names the person"), required=False)

    def __init__(self, *args: object, choices: list[tuple[str, str]], **kwargs: object) -> None:
        super().__init__(*args, initial={"stands": choices[0][0]}, **kwargs)
        field = self.fields["stands"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices


class PartForm(Form):
    """Why they are two people after all."""

    because = line(_("Why they are two people after all"), 200, required=True)


class ToldForm(Form):
    """How somebody showed who they are, and the language they read."""

    shown_by = forms.CharField(
        label=_("How they showed who they are"), min_length=10, max_length=240,
        help_text=_("Service card seen at the office. No names: it stands in the log."),
    )  # fmt: skip
    language = forms.ChoiceField(label=_("Language of the paper"), choices=settings.LANGUAGES, widget=forms.RadioSelect)
