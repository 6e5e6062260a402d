"""No page answers 500 whatever is sent: every address, every form, nonsense of every kind."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable
from datetime import timedelta
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import quote

import pytest
from django.db import transaction
from django.test import Client, override_settings
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rihai.accounts.models import Account, Posting
from rihai.accounts.roles import GIVEN
from rihai.demo.founding import found
from tests.house.addresses import NOBODY, Address, addresses

NASTY = (
    "", " ", "\x00", "a\x00b", "\u202eabc", "a\u2066",
    "\u200f", "۱۲۳", "9" * 400, "-1", "0", "1e999", "NaN", "1.5", "٣٤",
    "' OR 1=1 --", "<script>alert(1)</script>", "{{ 7*7 }}", "%s%n%(x)s", "0000-00-00", "2026-02-31", "31/02/2026",
    "9999-12-31", "99999-01-01", "0001-01-01", "2026-11-26T00:00", "true", "on", "../../etc/passwd", "/\\evil.example",
    "=cmd|' /C calc'!A0", "محمد یوسف", "é" * 5000, "a" * 100_000, "00000000-0000-0000-0000-000000000009", "🙂" * 50,
    "18446744073709551616", "2147483648", "\r\nSet-Cookie: x=1", "\t\n\v\f", "[]", "{}", "null",
)  # fmt: skip
GAPS = (*NASTY[7:12], "1", "7", "nobody", "00000000-0000-0000-0000-000000000009", "a" * 300, "lock_up", "%00", "۹")
VALUE = st.one_of(st.sampled_from(NASTY), st.text(max_size=40), st.integers().map(str), st.dates().map(str))
QUIET = settings(
    # Few for each of many addresses, always the same ones: the whole has to end within 25 minutes.
    max_examples=5,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)


PARTS = 4
"""So that two workers share the addresses."""


class Fields(HTMLParser):
    """The names of the fields of a page's forms, with what a select or a hidden field offers."""

    def __init__(self) -> None:
        super().__init__()
        self.offered: dict[str, list[str]] = {}
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note each field and each of its offered values."""
        given_ = {name: value or "" for name, value in attrs}
        if tag == "select":
            self._select = given_.get("name", "")
        if tag in {"input", "textarea", "select", "button"} and given_.get("name"):
            kept = self.offered.setdefault(given_["name"], [])
            if given_.get("type") in {"hidden", "radio", "checkbox", "submit"} and "value" in given_:
                kept.append(given_["value"])
        if tag == "option" and self._select:
            self.offered[self._select].append(given_.get("value", ""))


def of_every_role() -> Account:
    """Somebody who may open every page: posted in the whole office in every role."""
    account = Account.objects.create_user("everything@rihai.example", "Everything Farzi")
    today = timezone.localdate()
    for role in GIVEN:
        Posting.objects.create(account=account, role=role, started_on=today - timedelta(days=9))
    return account


def existing() -> dict[str, list[str]]:
    """Keys of rows that are there, by kind of gap."""
    from rihai.places.models import Permit, Place

    uuids = [*Account.objects.values_list("pk", flat=True)[:3], *Permit.objects.values_list("pk", flat=True)[:3]]
    keys = [str(pk) for pk in Place.objects.filter(kind="prison").values_list("pk", flat=True)[:3]]
    return {"uuid": [str(one) for one in uuids], "key": keys, "int": keys}


def fields_of(response: Any) -> dict[str, list[str]]:
    parser = Fields()
    if "html" in response.headers.get("Content-Type", ""):
        parser.feed(response.content.decode())
    return parser.offered


def values_for(fields: dict[str, list[str]], draw: Any) -> dict[str, Any]:
    """Something for each field: what it offers, or nonsense; some are left out, some come twice."""
    sent: dict[str, Any] = {}
    for name, offered in fields.items():
        choice = draw(st.one_of(st.none(), VALUE, st.sampled_from(offered) if offered else VALUE))
        if choice is not None and name != "csrfmiddlewaretoken":
            sent[name] = [choice, draw(VALUE)] if draw(st.integers(0, 9)) == 0 else choice
    return sent


def knock(address: Address, inside: SimpleCookie, keys: dict[str, list[str]], draw: Any) -> None:
    """Ask once and send once; the client raises what the site would have answered with 500."""
    client = Client()
    if draw(st.integers(0, 4)):
        client.cookies.load(inside)
    gaps = {
        gap: draw(st.sampled_from([*keys.get(kind, []), NOBODY.get(kind, "nobody"), *GAPS]))
        for gap, kind in address.gaps
    }
    path = re.sub(r"[\x00-\x1f ]", "%00", address.filled(gaps))
    answer = client.get(
        path, draw(st.dictionaries(st.sampled_from(["q", "next", "page", "after", "kind"]), VALUE, max_size=2))
    )
    assert answer.status_code < 500, path
    sent = values_for(fields_of(answer), draw)
    assert client.post(path, sent).status_code < 500, path


def knock_with_noise(address: Address, inside: SimpleCookie) -> None:
    """Send what is no form at all."""
    client = Client()
    client.cookies.load(inside)
    path = address.filled({gap: NOBODY.get(kind, "nobody") for gap, kind in address.gaps})
    noise = client.post(path, b"\xff\xfe=%zz&\x00", content_type="application/x-www-form-urlencoded")
    assert noise.status_code < 500, path


def broken(address: Address, inside: SimpleCookie, keys: dict[str, list[str]]) -> str:
    """What went wrong at an address; empty when nothing did. What is done is undone after each try, signing out too."""

    @QUIET
    @given(st.data())
    def property_(data: st.DataObject) -> None:
        with transaction.atomic():
            knock(address, inside, keys, data.draw)
            transaction.set_rollback(True)

    try:
        property_()
        with transaction.atomic():
            knock_with_noise(address, inside)
            transaction.set_rollback(True)
    except Exception:
        return f"{address.route} ({address.name})\n{traceback.format_exc(limit=-6)}"
    return ""


@pytest.mark.django_db
@pytest.mark.parametrize("part", range(PARTS))
@override_settings(SESSION_SAVE_EVERY_REQUEST=False)  # how long a session lasts is not asked here, some thousand times
def test_no_address_answers_500_whatever_is_sent(part: int, plain_404: Callable[[], None]) -> None:
    found(at=timezone.now())
    client, keys = Client(), existing()
    client.force_login(of_every_role())
    assert [Client().get(f"/nowhere/{quote(one)}").status_code for one in NASTY] == [404] * len(NASTY)
    plain_404()

    wrong = [text for address in addresses()[part::PARTS] if (text := broken(address, client.cookies, keys))]

    assert not wrong, "\n\n".join(wrong)
