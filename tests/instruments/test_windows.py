"""One draft in two windows: the second is shown both, nothing is lost, and nothing is given twice unseen."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.instruments.models import Answer, Draft
from rihai.instruments.queries import texts_in
from tests.instruments.books import rules
from tests.instruments.handlers import Room, taking
from tests.instruments.test_pages import FILL, signed_in
from tests.instruments.test_versions import taken_in
from tests.people.world import World

pytestmark = pytest.mark.django_db
ASKS = rules(
    ("text", "a", "Words", "الفاظ"), ("text", "b", "More words", "اور الفاظ"),
    ("begin repeat", "kids", "Child", "بچہ"), ("text", "called", "Name", "نام"), ("end repeat",),
)  # fmt: skip
HIDDEN = re.compile(r'<input type="hidden" name="(instance|base|window|saved)" value="([^"]*)"')


class Window:
    """A page of the form that was opened and stays open; it posts what its hidden fields said."""

    def __init__(self, client: Client, address: str = FILL) -> None:
        self.client, self.address = client, address
        self.known = dict(HIDDEN.findall(client.get(address).content.decode()))

    def post(self, act: str, *, script: bool = False, **written: Any) -> Any:
        given = {**self.known, **{f"q~{name}": text for name, text in written.items()}, "act": act}
        answer = self.client.post(self.address, given, headers={"accept": "application/json"} if script else {})
        if script and answer.status_code == 200:
            self.known["saved"] = str(answer.json()["known"])
        elif answer.status_code == 409 and not script:
            self.known = dict(HIDDEN.findall(answer.content.decode()))
        return answer


@pytest.fixture
def client(world: World) -> Client:
    taken_in(world, ASKS)
    return signed_in(world.worker("caseworker", world.gulzar))


def _lets() -> Room:
    return Room(lets=set(Account.objects.values_list("pk", flat=True)))


def _kept(client: Client) -> dict[str, str]:
    with as_house():
        draft = Draft.objects.get()
    with acting_as(draft.author):
        return texts_in(draft)


def test_the_second_window_is_shown_both_and_what_only_one_wrote_stands_in_it(client: Client) -> None:
    with taking(_lets()):
        first, second = Window(client), Window(client)
        assert first.post("save", script=True, a="from here", b="only here").status_code == 200
        assert first.post("save", script=True, a="from here now", b="only here").status_code == 200
        clash = second.post("save", script=True, a="from there")
        assert clash.status_code == 409
        assert "another window" in clash.json()["elsewhere"]
        assert _kept(client)["a"] == "from here now", "nothing was overwritten"
        page = second.post("later", a="from there")
        said = page.content.decode()
        assert page.status_code == 409
        for one in ("from here now", "from there", "only here", "Written in two windows"):
            assert one in said
        assert second.post("later", a="from there", b="only here").status_code == 302
        assert {"a": "from there", "b": "only here"}.items() <= _kept(client).items()
        assert first.post("give", a="from here now", b="only here").status_code == 409, "now the first does not know"


def test_a_save_whose_answer_was_lost_on_the_way_is_no_other_window(client: Client) -> None:
    with taking(_lets()):
        window = Window(client)
        known = window.known["saved"]
        window.post("save", script=True, a="one")
        window.known["saved"] = known  # the answer never came
        assert window.post("save", script=True, a="one and two").status_code == 200
        assert _kept(client)["a"] == "one and two"


def test_what_was_given_in_one_window_is_not_given_again_unseen_from_another(client: Client) -> None:
    with taking(_lets()):
        first = Window(client)
        first.post("later", a="mine")
        first, second = Window(client), Window(client)
        assert first.post("give", a="mine").status_code == 302
        page = second.post("give", a="mine again")
        assert (page.status_code, "given from another window" in page.content.decode()) == (409, True)
        with as_house():
            assert (Answer.objects.count(), Draft.objects.count()) == (1, 0)
        third = Window(client)
        third.post("later", a="to be thrown away")
        third = Window(client)
        with as_house():
            Draft.objects.all().delete()
        assert third.post("later", a="to be thrown away").status_code == 409
        assert second.post("give", a="mine again").status_code == 302, "who has seen it may"


def test_no_round_of_a_repeat_is_lost_between_two_windows(client: Client) -> None:
    with taking(_lets()):
        first, second = Window(client), Window(client)
        one: dict[str, Any] = {"kids#": "1", "kids:1~called": "Ali"}
        first.post("save", script=True, **{**one, "kids#": "2", "kids:2~called": "Sana"})
        page = second.post("later", a="x", **one).content.decode()
        assert "Sana" in page


def test_two_corrections_of_a_sealed_answer_meet_and_neither_is_lost(client: Client, world: World) -> None:
    room = _lets()
    room.data_class = "sealed"
    with taking(room):
        Window(client).post("give", a="the first")
        with as_house():
            address = f"/instruments/answer/{Answer.objects.get().pk}/correct/"
        other = world.worker("survivor_counsellor", world.gulzar)
        room.lets.add(other.pk)
        mine, theirs = Window(client, address), Window(signed_in(other), address)
        assert theirs.post("give", a="the second").status_code == 302
        page = mine.post("give", a="the third")
        said = page.content.decode()
        assert page.status_code == 409
        for one in ("What they changed", "the second", "the third"):
            assert one in said
        assert mine.post("give", a="the third").status_code == 302
    with as_house():
        assert Answer.objects.get().number == 3
