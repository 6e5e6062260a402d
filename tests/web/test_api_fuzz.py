"""No operation of the API answers 500 whatever a program sends, and every refusal is a sentence."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from rihai.web.api import schema
from tests.house.test_fuzz import NASTY, VALUE
from tests.people.world import World
from tests.web.api import asking, key_of

pytestmark = pytest.mark.django_db
QUIET = settings(
    max_examples=15,
    deadline=None,
    database=None,
    derandomize=True,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
IDS = st.one_of(st.sampled_from(["00000000-0000-0000-0000-000000000009", "1", "9" * 30, "999999999", "x", "%00"]))
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(NASTY),
    lambda inner: st.lists(inner, max_size=2),
    max_leaves=3,
)


def names(operation: dict[str, Any]) -> list[str]:
    return [one["name"] for one in operation.get("parameters", ()) if one["in"] == "query"]


def knock(client: Any, method: str, path: str, asked: list[str], draw: Any) -> Any:
    path = path.replace("{pk}", draw(IDS))
    if method == "get":
        return client.get(path, {name: draw(VALUE) for name in asked if draw(st.booleans())})
    if draw(st.booleans()):
        body = draw(
            st.one_of(
                st.just(b"\xff{"), st.dictionaries(st.just("words"), JUNK).map(lambda one: json.dumps(one).encode())
            )
        )
        return client.post(path, body, content_type="application/json")
    sent = {"place": draw(VALUE), "true_on": draw(VALUE), "words": draw(VALUE)}
    file = SimpleUploadedFile(
        draw(st.sampled_from(["a.csv", "b.xlsx", "c", "d.exe", "a\u202e.csv"])), draw(st.binary(max_size=60))
    )
    return client.post(path, {**sent, "files": file})


def nonsense(client: Any, method: str, path: str, asked: list[str]) -> None:
    """Send nonsense of every kind to one operation; what is done is undone after each try."""

    @QUIET
    @given(st.data())
    def sends(data: st.DataObject) -> None:
        with transaction.atomic():
            answer = knock(client, method, path, asked, data.draw)
            transaction.set_rollback(True)
        assert answer.status_code < 500, path
        if answer.status_code >= 400:
            assert answer["Content-Type"] == "application/problem+json"
            assert answer.json()["detail"]

    sends()


def test_no_operation_answers_500_whatever_is_sent(world: World) -> None:
    client = asking(key_of(world.worker("supervisor", world.gulzar)))

    for path, methods in schema()["paths"].items():
        for method, operation in methods.items():
            nonsense(client, method, path, names(operation))
