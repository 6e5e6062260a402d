"""The forms of campaigns."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.advocacy.campaigns.models import EventKind, Language, MaterialKind, ReachMethod, Tone
from rihai.advocacy.places import PlaceField
from rihai.kit.files.upload import FileField
from rihai.kit.forms import Form
from rihai.monitoring.forms import Entry, area, day, line, of

MOST = 2_000_000_000


class CampaignForm(Entry):
    """What is said, to whom, where, and what it is to change."""

    title = line(_("Title"), 200, required=True)
    aim = area(_("What it is to change"), 600, required=True, help_text=_("One change that can be seen to have come."))
    audience = line(_("Whom it speaks to"), 300, required=True)
    place = PlaceField(label=_("Place"), empty=_("the whole country"))
    started_on = day(_("Begins"))
    ended_on = day(_("Ends"), required=False)
    outcome = area(_("What came of it"), 1000, help_text=_("What changed, and what shows it; write once it is known."))


class EventForm(Entry):
    """One event, and how many it reached by which method."""

    kind = of(_("What took place"), EventKind.choices)
    title = line(_("Title"), 200, required=True)
    on = day(_("On which day"))
    place = PlaceField(label=_("Place"), empty=_("where the campaign is"))
    audience = line(_("Who came, heard or saw it"), 200)
    reach = forms.IntegerField(label=_("How many were reached"), min_value=0, max_value=MOST, required=False)
    method = of(
        _("How this number is known"), ReachMethod.choices, required=False,
        help_text=_("An estimate stays marked as one wherever it is shown, and is never added to people served."),
    )  # fmt: skip
    how = line(_("How it was counted or estimated"), 300, help_text=_("A sheet at the door, the station’s figure…"))
    counted_by = line(_("By whom"), 160)


class MaterialForm(Form):
    """A file that is handed out or shown."""

    title = line(_("Title"), 200, required=True)
    kind = of(_("What it is"), MaterialKind.choices)
    language = of(_("Language"), Language.choices)
    file = FileField(label=_("File"))


class MediaForm(Form):
    """What a newspaper, a station or a site brought."""

    outlet = line(_("Newspaper, station or site"), 160, required=True)
    on = day(_("On which day"))
    title = line(_("Headline or title"), 200, required=True)
    language = of(_("Language"), Language.choices)
    tone = of(_("How it speaks of what we ask"), Tone.choices)
    link = forms.URLField(label=_("Link"), max_length=500, required=False, assume_scheme="https")
    file = FileField(label=_("Clipping"), required=False)


def said(form: Any) -> dict[str, Any]:
    """What was written, with its file as name and bytes."""
    from rihai.advocacy.papers import given

    return {**form.cleaned_data, "file": given(form.cleaned_data)}
