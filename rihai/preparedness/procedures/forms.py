"""The forms of procedures and policies."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from rihai.kit.files.upload import FileField
from rihai.kit.forms import Form
from rihai.kit.links import DAYS
from rihai.places.models import Place
from rihai.preparedness.fields import Entry, area, day, line, number, of
from rihai.preparedness.posts.models import PostOf
from rihai.preparedness.procedures.models import Sort

TEXT = 40_000


class ProcedureForm(Entry):
    """What it is, where it holds, and which posts acknowledge it."""

    sort = of(_("What it is"), Sort.choices)
    code = line(_("Number"), 30, required=True, help_text=_("As it is cited, for example SOP-07."))
    title = line(_("Title"), 200, required=True)
    title_ur = line(_("Title in Urdu"), 200, required=True)
    place = forms.ModelChoiceField(
        label=_("Where it holds"), queryset=Place.objects.none(), required=False,
        help_text=_("The place and all that stands in it; left empty, the whole office."),
    )  # fmt: skip
    posts = forms.MultipleChoiceField(
        label=_("Posts that acknowledge it"), choices=PostOf.choices, widget=forms.CheckboxSelectMultiple
    )
    days = number(_("Days in which they acknowledge a new version"), least=1, most=120)
    review_months = number(_("Looked at again every so many months"), least=1, most=36)

    def __init__(self, *args: Any, places: Any = None, whole: bool = False, **kwargs: Any) -> None:
        record = kwargs.get("record")
        super().__init__(*args, initial={} if record else {"days": 14, "review_months": 12}, **kwargs)
        fields: Any = self.fields
        if places is None:
            del fields["place"]
        else:
            fields["place"].queryset = places
            fields["place"].required = not whole


class TextForm(Entry):
    """What a version says."""

    text_en = area(_("Text in English"), TEXT, rows=14)
    file_en = FileField(label=_("Or a file in English"), required=False)
    text_ur = area(_("Text in Urdu"), TEXT, rows=14)
    file_ur = FileField(label=_("Or a file in Urdu"), required=False)
    changes = line(_("What is new in this version"), 600)

    def said(self) -> dict[str, Any]:
        """What was written, files as their name and bytes."""
        found = dict(self.cleaned_data)
        for name in ("file_en", "file_ur"):
            given = found.get(name)
            found[name] = (given.name or name, given.read()) if isinstance(given, UploadedFile) else None
        return found


class HandForm(Form):
    """That a post acknowledged on paper."""

    name = line(_("Name of who signed"), 120, required=True)
    on = day(_("On which day"))

    def __init__(self, *args: Any, today: date, name: str = "", **kwargs: Any) -> None:
        super().__init__(*args, initial={"on": today, "name": name}, **kwargs)


class LinkForm(Form):
    """How long a link to a post lives."""

    days = number(_("Days for which the link lives"), least=1, most=DAYS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, initial={"days": 14}, **kwargs)


class ReadForm(Form):
    """That the holder of a post has read it, with the code of the link once more."""

    name = line(_("Your name"), 120, required=True)
    pin = forms.CharField(widget=forms.HiddenInput, max_length=20)


class WhyForm(Form):
    """Why it holds no more."""

    why = area(_("Why"), 400, required=True)
