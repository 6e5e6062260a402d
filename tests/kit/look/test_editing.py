"""Two people and one record: the second sees the difference, and nothing is overwritten."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django import forms
from django.http import QueryDict

from rihai.accounts.models import Account
from rihai.kit.editing import Changed, Versioned, in_words, save_if_unchanged
from rihai.kit.forms import Form


class WardForm(Versioned, Form):
    """A ward as one person edits it."""

    name = forms.CharField()
    places = forms.IntegerField(required=False)
    counted_on = forms.DateField(required=False)
    open = forms.BooleanField(required=False)
    kinds = forms.MultipleChoiceField(choices=[("w", "women"), ("j", "juveniles")], required=False)

    def __init__(self, *args: Any, version: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.watch(version)


FIRST = {"name": "Ward 1", "places": 40, "counted_on": date(2026, 11, 1), "open": True, "kinds": ["w"]}


def page_of(version: int, stands: dict[str, Any]) -> QueryDict:
    """What a browser would send back untouched."""
    data = QueryDict(mutable=True)
    for part in str(WardForm(initial=stands, version=version)).split("<input")[1:]:
        found = dict(piece.split('="', 1) for piece in part.split('" ') if '="' in piece)
        value = found.get(" value", found.get("value", "on")).split('"')[0]
        name = (found.get(" name") or found.get("name") or "").split('"')[0]
        ticked = 'type="checkbox"' not in part or "checked" in part
        if ticked and name:
            data.appendlist(name, value)
    return data


def typed(opened: int, stands: dict[str, Any], **changes: str) -> QueryDict:
    """A page as it was opened, with what somebody typed over it."""
    data = page_of(opened, stands)
    for name, value in changes.items():
        data[name] = value
    return data


def test_an_untouched_record_is_saved_with_the_version_as_read() -> None:
    form = WardForm(typed(1, FIRST, places="44"), initial=FIRST, version=1)

    assert form.is_valid(), form.errors
    assert (form.cleaned_data["places"], form.record_version) == (44, 1)


def test_the_second_of_two_sees_before_theirs_and_yours() -> None:
    form = WardForm(typed(1, FIRST, places="44"), initial=FIRST | {"places": 50}, version=2)

    assert not form.is_valid()
    assert [(one.name, one.before, one.theirs, one.yours) for one in form.differences] == [("places", "40", "50", "44")]
    assert form.differences[0].is_yours_too
    assert 'value="2"' in str(form)
    assert "Put theirs aside" in str(form)


def test_a_field_left_alone_is_not_put_back_to_what_it_was() -> None:
    form = WardForm(typed(1, FIRST, places="44"), initial=FIRST | {"name": "Ward A"}, version=2)

    assert not form.is_valid()
    assert [(one.name, one.is_yours_too) for one in form.differences] == [("name", False)]


def test_the_same_change_by_both_is_no_difference() -> None:
    later = FIRST | {"counted_on": date(2026, 11, 25), "places": 50}
    form = WardForm(typed(1, FIRST, counted_on="25 Nov 2026", places="۵۰"), initial=later, version=2)

    assert form.is_valid(), form.errors
    assert form.record_version == 2


def test_theirs_may_be_kept_and_put_aside_field_by_field() -> None:
    later = FIRST | {"places": 50, "name": "Ward A", "open": False, "kinds": ["j"]}
    chosen = {"take-places": "mine", "take-name": "theirs", "take-open": "theirs", "take-kinds": "theirs"}
    data = typed(1, FIRST, places="44", name="Ward B", version="2", **chosen)
    form = WardForm(data, initial=later, version=2)

    assert form.is_valid(), form.errors
    assert form.cleaned_data == later | {"places": 44}


def test_a_choice_against_an_older_version_does_not_count() -> None:
    data = typed(1, FIRST, places="44", version="2")
    data["take-places"] = "mine"
    form = WardForm(data, initial=FIRST | {"places": 60}, version=3)

    assert not form.is_valid()
    assert [one.theirs for one in form.differences] == ["60"]


@pytest.mark.django_db
def test_saving_an_older_version_writes_nothing() -> None:
    account = Account.objects.create_user(email="one@example.org", name="One")
    first, second = Account.objects.get(pk=account.pk), Account.objects.get(pk=account.pk)
    first.name, second.name = "First", "Second"

    save_if_unchanged(first, version=1, fields=["name"])
    with pytest.raises(Changed):
        save_if_unchanged(second, version=1, fields=["name"])

    kept = Account.objects.get(pk=account.pk)
    assert (kept.name, kept.version) == ("First", 2)


def test_values_are_shown_as_people_read_them() -> None:
    assert in_words(forms.ChoiceField(choices=[("g", [("a", "Alpha")])]), "a") == "Alpha"
    assert in_words(forms.BooleanField(), "False") == "no"
    assert in_words(forms.DateField(), date(2026, 11, 25)) == "25/11/2026"
    assert in_words(forms.CharField(), "") == "nothing"
