"""The forms of research: an application, a decision, a signed agreement, a hand-over."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.kit.files.upload import FileField
from rihai.kit.forms import Form, PinForm
from rihai.kit.links import DAYS
from rihai.monitoring.forms import area, day, line


class AskForm(Form):
    """Who asks, of which institution, which question, cleared by whom, until when."""

    researcher = line(_("Researcher, by name"), 160, required=True)
    institution = line(_("Institution"), 200, required=True)
    contact = line(_("How to reach them"), 200)
    question = area(_("The question"), 1000, required=True, help_text=_("What shall be found out, and for whom."))
    ethics = line(_("Ethics clearance: committee, number, day"), 300, required=True)
    file = FileField(label=_("The clearance as a file"), required=False)
    until_on = day(_("Last day of the approval"))

    def said(self) -> dict[str, Any]:
        """What was written, the file as (name, bytes)."""
        file = self.cleaned_data.get("file")
        return {**self.cleaned_data, "file": (file.name, file.read()) if file else None}


class DecideForm(Form):
    """Yes or no, and why."""

    approve = forms.ChoiceField(
        label=_("Decision"), choices=[("yes", _("approved")), ("no", _("refused"))], widget=forms.RadioSelect
    )
    says = area(_("Conditions, or why it is refused"), 600)


class AgreeForm(Form):
    """Who signed the agreement, and when."""

    agreed_by = line(_("Signed by"), 160, required=True)
    agreed_on = day(_("Signed on"))


class HandOverForm(Form):
    """To whom the file is given."""

    receiver = line(_("Given to, by name"), 160, required=True)


class LinkForm(HandOverForm):
    """For whom a link is, for how many days, and how often it may be used."""

    days = forms.IntegerField(label=_("For how many days"), min_value=1, max_value=DAYS, initial=7)
    most = forms.IntegerField(
        label=_("How often it may be fetched"), min_value=1, max_value=5, initial=1,
        help_text=_("A download that breaks off counts too. Each has a number of its own."),
    )  # fmt: skip


class FetchForm(PinForm):
    """The code of a link, and that what was signed is kept."""

    agrees = forms.BooleanField(label=_("I signed the agreement of this extract, and keep to it."))


class WhoseForm(Form):
    """A table that came into other hands."""

    file = FileField(label=_("The table (CSV)"))
