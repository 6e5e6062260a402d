"""Every act of the line, in the order of a story: cut at its last step it has not happened, then it does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.apps import apps

from rihai.accounts.models import Grant, Notification
from rihai.accounts.operations.house import as_house
from rihai.helpline.answers import operations as answers
from rihai.helpline.answers.models import Answer
from rihai.helpline.calls import operations as calls
from rihai.helpline.calls.models import MissedCall
from rihai.helpline.matching import operations as matching
from rihai.helpline.matching.models import HerWord
from rihai.helpline.requests import operations
from rihai.helpline.requests.models import Clock, HelpRequest
from rihai.kit.audit.models import Event
from rihai.kit.files.models import StoredFile
from rihai.people.models import Consent
from tests.helpline.line import QUIET, Desk

pytestmark = pytest.mark.django_db
NOTE = "requests.operations.reach"
Act = tuple[str, str, Callable[[], Any]]


def kept() -> dict[str, list[str]]:
    tables: list[Any] = [*apps.get_app_config("helpline").get_models(), Event, Grant, Consent, Notification, StoredFile]
    with as_house():
        return {model.__name__: sorted(map(str, model._default_manager.values())) for model in tables}


def test_no_act_of_the_line_is_ever_half_done(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def power_cut(*_args: object, **_named: object) -> None:
        raise KeyboardInterrupt

    def first(kind: Any) -> Any:
        with as_house():
            return kind.objects.latest("pk")

    def clock(what: str) -> Any:
        with as_house():
            return Clock.objects.get(what=what, stopped_at=None).pk

    rang = f"03009000008,{desk.at - timedelta(hours=1):%Y-%m-%dT%H:%M:%S%z}".encode()

    def on(act: Callable[..., Any], **said: Any) -> Callable[[], Any]:
        return lambda: desk.does(act, request_id=first(HelpRequest).pk, **said)

    def by_version(act: Callable[..., Any], **said: Any) -> Callable[[], Any]:
        return lambda: desk.does(act, request_id=first(HelpRequest).pk, version=first(HelpRequest).version, **said)

    send = partial(operations.send, token="", said=QUIET, topic="news", language="en", at=desk.at)
    story: list[Act] = [
        ("sent", NOTE, send),
        ("taken", NOTE, on(operations.take)),
        ("written", NOTE, by_version(operations.write, said={"signs": ["beaten"], "topic": "hurt"})),
        ("step", NOTE, on(operations.note_step, told="duty", reached=True, words="Goes at once.")),
        ("second", NOTE, on(operations.read_over, by=desk.second)),
        ("level", NOTE, on(operations.change_level, by=desk.second, level="amber")),
        ("letter", NOTE, on(operations.add_paper, content=b"%PDF-1.4 letter", name="letter.pdf")),
        ("no need", NOTE, lambda: desk.does(operations.no_need, clock_id=clock("call"))),
        ("ran out", "requests.operations.ringing", lambda: operations.raise_run_out(desk.at + timedelta(days=9))),
        ("searched", NOTE, on(matching.look_for, name="Nargis Farzi", father="")),
        ("matched", "matching.operations.finding", on(matching.match, person_id=desk.woman.pk)),
        ("asked", NOTE, on(matching.ask_word)),
        (
            "word",
            "matching.operations.word",
            lambda: desk.does(matching.give_word, by=desk.caseworker, word_id=first(HerWord).pk, allows=True),
        ),
        ("answered", NOTE, on(answers.answer, kind="seen")),
        ("hidden", NOTE, lambda: desk.does(answers.hide_answer, answer_id=first(Answer).pk)),
        ("pin", NOTE, on(operations.renew_pin)),
        ("parted", "matching.operations.finding", on(matching.unmatch)),
        ("closed", NOTE, on(operations.close, ending="done")),
        ("again", NOTE, on(operations.open_again)),
        ("closed", NOTE, on(operations.close, ending="done")),
        ("erased", "requests.operations.ending", lambda: operations.erase_old(desk.at + timedelta(days=31))),
        ("list", "calls.operations", lambda: desk.does(calls.take_list, content=rang, name="calls.csv")),
        ("missed", "calls.operations", lambda: desk.does(calls.write_missed, number="03009000007", rang_at=desk.at)),
        (
            "rung",
            "calls.operations",
            lambda: desk.does(calls.rang_back, call_id=first(MissedCall).pk, reached=True, hour=12),
        ),
    ]
    before = kept()
    for name, module, do in story:
        with monkeypatch.context() as broken:
            broken.setattr(f"rihai.helpline.{module}.append", power_cut)
            with pytest.raises(KeyboardInterrupt):
                do()
        assert kept() == before, f"{name}, interrupted, left something"
        do()
        before, earlier = kept(), before
        assert before != earlier, f"{name}, uninterrupted, happens"
