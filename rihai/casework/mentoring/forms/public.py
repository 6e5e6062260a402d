"""The application of somebody without an account: the least that a coordinator needs to ring back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from rihai.casework.mentoring.forms.base import NOT_CHOSEN, several, words
from rihai.casework.mentoring.models import Language, Time
from rihai.kit.forms import Form
from rihai.people.forms.entry import PlaceChoice
from rihai.people.models import Sex
from rihai.places.models import Place


class PublicForm(Form):
    """Name, how to ring, where; nothing of cases, faith or prison, which is asked by word of mouth.

    `website` is for machines alone: nobody who reads the page fills it in.
    """

    name = forms.CharField(label=_("Name"), max_length=120)
    phone = forms.CharField(
        label=_("Telephone"), max_length=40, min_length=6, widget=forms.TextInput(attrs={"dir": "ltr", "type": "tel"}),
        help_text=_("Kept sealed. The person who is mentored never gets it."),
    )  # fmt: skip
    sex = forms.ChoiceField(label=_("Sex"), choices=[NOT_CHOSEN, *Sex.choices])
    place = PlaceChoice(label=_("Where you would be a mentor"), queryset=Place.objects.none())
    languages = several(_("Languages you speak"), Language.choices)
    times = several(_("When you have time"), Time.choices)
    motive = words(_("Why you offer it, in your own words"), 1000)
    website = forms.CharField(
        label=_("Leave this empty"), required=False, max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )  # fmt: skip

    def __init__(self, *args: Any, places: QuerySet[Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["place"]
        assert isinstance(field, forms.ModelChoiceField), "declared above"
        field.queryset = places
