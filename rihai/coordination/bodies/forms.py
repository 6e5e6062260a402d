"""The forms of committees: the body and its rule, a post, who holds it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.coordination.bodies.kinds import kinds
from rihai.coordination.bodies.models import Body, Every, Quorum, Week, Weekday
from rihai.coordination.reach import KEEP
from rihai.coordination.scope import places_for
from rihai.kit.actor import Actor
from rihai.kit.forms import Form
from rihai.kit.offers import AgendaSource, offered
from rihai.monitoring.forms import Entry, day, line, of
from rihai.places.models import Place

RULE = ("every", "week", "weekday", "starts_at", "venue", "notice_days")


def time(label: Any) -> forms.TimeField:
    """A time of day, as the browser asks for it."""
    widget = forms.TimeInput(format="%H:%M", attrs={"type": "time", "dir": "ltr"})
    return forms.TimeField(label=label, required=False, widget=widget, input_formats=["%H:%M", "%H:%M:%S"])


def whole(label: Any, least: int, most: int, *, required: bool = True, help_text: Any = "") -> forms.IntegerField:
    """A whole number between two."""
    return forms.IntegerField(
        label=label, min_value=least, max_value=most, required=required, help_text=help_text
    )  # fmt: skip


class BodyForm(Entry):
    """A committee. Its kind and place are chosen once."""

    kind = of(_("Kind"), ())
    place = forms.ModelChoiceField(label=_("Place it covers"), queryset=Place.objects.none())
    started_on = day(_("Sits since"))
    name = line(_("Name"), 160, required=True)
    name_ur = line(_("Name in Urdu"), 160)
    order = line(_("By which law or order"), 300, help_text=_("Order or agreement with its number and day."))
    every = of(_("Sits"), Every.choices, required=False, help_text=_("Empty: its meetings are planned by hand."))
    week = of(_("Week of the month"), Week.choices, required=False)
    weekday = of(_("Day of the week"), Weekday.choices, required=False)
    starts_at = time(_("Time"))
    venue = line(_("Where"), 160)
    notice_days = whole(_("Days of notice"), 0, 90)
    quorum = of(_("Quorum"), Quorum.choices)
    quorum_number = whole(_("How many posts"), 1, 200, required=False, help_text=_("Where it is a number."))
    sources = forms.MultipleChoiceField(
        label=_("Its agenda is filled from"), required=False, widget=forms.CheckboxSelectMultiple
    )
    contact = line(_("Whom to reach, and how"), 300, help_text=_("The office of the chair: a post, a telephone."))
    ended_on = day(_("Sits no more since"), required=False)

    def __init__(self, *args: Any, actor: Actor, today: date, record: Body | None = None, **kwargs: Any) -> None:
        names = [(one.name, one.title) for one in offered(AgendaSource)]
        initial = {} if record else {
            "sources": [name for name, _title in names], "notice_days": 7, "quorum": Quorum.NONE,
            "started_on": today,
        }  # fmt: skip
        super().__init__(*args, record=record, initial=initial, **kwargs)
        fields: Any = self.fields
        fields["sources"].choices = names
        if record is None:
            fields["kind"].choices = [("", ""), *((one.code, one.title) for one in kinds().values())]
            fields["place"].queryset = places_for(actor, KEEP)
        else:
            for name in ("kind", "place", "started_on"):
                del fields[name]

    def said(self) -> dict[str, Any]:
        """What was written, numbers as numbers."""
        said = dict(self.cleaned_data)
        for name in ("every", "week", "weekday"):
            said[name] = int(said[name]) if said[name] not in ("", None) else None
        return said


class PostForm(Form):
    """A post."""

    title = line(_("Post"), 160, required=True, help_text=_("The office, not who holds it."))
    title_ur = line(_("Post in Urdu"), 160)
    is_chair = forms.BooleanField(label=_("It presides"), required=False)
    votes = forms.BooleanField(label=_("It counts for the quorum"), required=False, initial=True)


class HolderForm(Form):
    """Who holds a post from now on."""

    name = line(_("Name"), 120, required=True)
    phone = line(_("Telephone of the office"), 40)
    email = forms.EmailField(label=_("E-mail of the office"), required=False, max_length=120)
    account = forms.ModelChoiceField(
        label=_("Signs in here as"), queryset=Account.objects.none(), required=False,
        help_text=_("A partner who has an account reads the papers there; others by a link or on paper."),
    )  # fmt: skip
    started_on = day(_("Since"))

    def __init__(self, *args: Any, accounts: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"started_on": today}, **kwargs)
        fields: Any = self.fields
        fields["account"].queryset = accounts


class LeaveForm(Form):
    """Since when a post is empty."""

    on = day(_("Left on"))
