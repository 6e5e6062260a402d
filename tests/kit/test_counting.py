"""Counting looks at so many rows and no more, and says so of a number that may be larger."""

from __future__ import annotations

import pytest
from django.template import Context, Template

from rihai.kit import counting
from rihai.kit.counting import AtLeast, count_apart
from rihai.places.kinds import Kind
from rihai.places.models import Place


@pytest.mark.django_db
def test_a_number_is_exact_until_no_more_rows_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(7):
        name = f"Province {number}"
        Place.objects.create(kind=Kind.PROVINCE, name=name, sought=name.casefold(), invented=True)
    all_of_them, nobody = Place.objects.filter(kind=Kind.PROVINCE), Place.objects.filter(pk__in=())
    exact = count_apart({"all": all_of_them, "none": nobody, "one": all_of_them.filter(name="Province 1")}, "name")
    monkeypatch.setattr(counting, "LOOKED_AT", 5)
    some = count_apart({"all": all_of_them}, "name")["all"]
    assert exact == {"all": 7, "none": 0, "one": 1}
    assert not any(isinstance(one, AtLeast) for one in exact.values())
    assert isinstance(some, AtLeast)


def test_at_least_so_many_are_written_with_a_plus() -> None:
    page = Template(
        "{{ n|number }} {% blocktranslate count n=n %}{{ n }} person{% plural %}{{ n }} people{% endblocktranslate %}"
    )
    assert page.render(Context({"n": AtLeast(1200)})) == "1,200+ 1,200+ people"
    assert page.render(Context({"n": 12})) == "12 12 people"
