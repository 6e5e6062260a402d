"""A form is taken in, published, replaced, retired; what was published never changes."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rihai.accounts.acting import acting_as
from rihai.instruments.errors import FormWrong, NotNew, NotNow
from rihai.instruments.models import Instrument, InstrumentVersion, VersionState
from rihai.instruments.operations import bring_back, drop, install_shipped, publish, retire, take_in
from rihai.instruments.queries import published
from rihai.kit.audit.models import Event
from rihai.kit.files import read
from tests.instruments.books import form
from tests.people.world import NOON, World

pytestmark = pytest.mark.django_db
ONE = form(("text", "a", "A", "ا"))
TWO = form(("text", "a", "A", "ا"), ("integer", "b", "B", "ب"))


def taken_in(world: World, content: bytes, *, and_published: bool = True) -> InstrumentVersion:
    """The form taken in by the administrator."""
    admin = world.worker("administrator", None)
    with acting_as(admin, NOON):
        version = take_in(content, name="form.xlsx", actor=admin, at=NOON)
        return publish(version_id=version.pk, actor=admin, at=NOON) if and_published else version


def test_a_published_version_is_replaced_by_the_next_and_stays_as_it_was(world: World) -> None:
    first = taken_in(world, ONE)
    second = taken_in(world, TWO)
    assert published("test_form") == second
    first.refresh_from_db()
    assert (first.state, first.questions, second.number) == (VersionState.REPLACED, 1, 2)


def test_a_draft_is_replaced_by_the_next_draft_and_can_be_taken_away(world: World) -> None:
    taken_in(world, ONE, and_published=False)
    draft = taken_in(world, TWO, and_published=False)
    assert [one.pk for one in InstrumentVersion.objects.all()] == [draft.pk]
    assert published("test_form") is None
    admin = world.worker("administrator", None)
    with acting_as(admin, NOON):
        drop(version_id=draft.pk, actor=admin, at=NOON)
        assert not Instrument.objects.exists()


def test_the_same_form_is_not_taken_in_twice_nor_a_wrong_one_at_all(world: World) -> None:
    version = taken_in(world, ONE)
    admin = world.worker("administrator", None)
    with acting_as(admin, NOON):
        with pytest.raises(NotNew):
            take_in(ONE, name="again.xlsx", actor=admin, at=NOON)
        with pytest.raises(FormWrong) as wrong:
            take_in(form(("nothing", "a", "A", "ا")), name="form.xlsx", actor=admin, at=NOON)
        assert [one.code for one in wrong.value.problems] == ["unknown_type"]
        with pytest.raises(NotNow):
            publish(version_id=version.pk, actor=admin, at=NOON)
        with pytest.raises(NotNow):
            drop(version_id=version.pk, actor=admin, at=NOON)
    assert InstrumentVersion.objects.count() == 1


def test_a_retired_form_is_not_begun_until_it_is_brought_back(world: World) -> None:
    taken_in(world, ONE)
    admin = world.worker("administrator", None)
    with acting_as(admin, NOON):
        retire(form_id="test_form", actor=admin, at=NOON)
        assert published("test_form") is None
        bring_back(form_id="test_form", actor=admin, at=NOON)
        assert published("test_form") is not None


def test_the_workbook_is_given_back_as_it_came(world: World) -> None:
    version = taken_in(world, ONE)
    admin = world.worker("administrator", None)
    assert version.workbook is not None
    with acting_as(admin, NOON):
        assert read(version.workbook, actor=admin, at=NOON) == ONE


def test_the_forms_of_the_house_are_put_in_once_and_an_office_s_own_is_left_alone(world: World) -> None:
    assert install_shipped(at=NOON) == 13
    assert install_shipped(at=NOON) == 0
    assert published("needs_assessment") is not None
    taken_in(world, form(("text", "a", "A", "ا"), form_id="needs_assessment"))
    assert install_shipped(at=NOON) == 0
    with CaptureQueriesContext(connection) as queries:
        assert install_shipped(at=NOON) == 0
    assert len(queries) <= 3
    own = published("needs_assessment")
    assert own is not None
    assert own.questions == 1


def test_each_act_is_one_line_in_the_trail(world: World) -> None:
    taken_in(world, ONE)
    with acting_as(world.worker("data_protection_officer", None), NOON):
        acts = Event.objects.filter(act__startswith="instruments.").order_by("number").values_list("act", flat=True)
        assert list(acts) == ["instruments.version.taken_in", "instruments.version.published"]
