"""Every address of the site × every role: who may enter, what is 404 and written down, and that no page tells too much.

A page that shows somebody a name, a health note or a sealed note they may not see is found by its text, whatever the
page is. A new page that anybody may open has to be named in PUBLIC.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple
from uuid import UUID

import pytest
from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import URLPattern, URLResolver, get_resolver, path, reverse

from rihai.accounts.acting import acting_as
from rihai.accounts.models import SYSTEM_ID, Account, BreakGlass, Demand
from rihai.accounts.operations import guard, invite
from rihai.accounts.queries import sight_of
from rihai.accounts.roles import GIVEN, ROLES
from rihai.kit.audit.models import Event
from rihai.kit.classes import DataClass
from rihai.kit.gate import Entry, entry_of, public, signed_in
from tests.accounts.world import World, let, make_world, now, person, post
from tests.walled.models import HealthNote, Person, SealedNote

pytestmark = pytest.mark.django_db

PUBLIC = {
    "kit_specimen",  # in the demo alone
    "api", "openapi", "help-topic",  # how programs ask and people work, without a word of anybody
    "accounts:invitation", "help", "language", "health", "account_login", "account_inactive", "account_reset_password",
    "account_reset_password_done", "account_reset_password_from_key", "account_reset_password_from_key_done",
    "mfa_login_webauthn", "mfa_authenticate", "mfa_trust",
    "legal:shared",  # a partner's link: nothing without its two secrets
    "legal:feed-fetch",  # by the secret of its link alone
    "instruments:openrosa-list", "instruments:openrosa-form", "instruments:openrosa-ready",
    "instruments:openrosa-manifest",
    "instruments:openrosa-media", "instruments:openrosa-submission",  # by the key of a phone alone
    "casework:mentor-offer",  # a form that tells nothing back
    "certificate-check", "casework:certificate-check",  # by its code: that it was given, and no name
    "instruments:offline", "instruments:offline-page", "instruments:offline-worker",  # blank: what is in it is sealed
    "monitoring:instrument", "monitoring:instrument-xlsx", "monitoring:instrument-guide",  # blank, for anybody
    "helpline:ask", "helpline:answer",  # a form that tells nothing back, and what its code and PIN open
    "helpline:prisons", "helpline:prison",  # what families ask of a prison: of no person
    "helpline:concern-write", "helpline:concern-answer",  # a form that tells nothing back, and by its code and PIN
    "coordination:shared",  # a member’s numbered copy, by the secrets of its link alone
    "coordination:briefing-shared",  # one actor's part of a briefing: counts, by the secrets of its link
    "advocacy:figures", "advocacy:figures-newest", "advocacy:figures-all", "advocacy:figures-release",
    "advocacy:figures-sheet", "advocacy:figures-csv", "advocacy:figures-json",  # signed, controlled counts of nobody
    "preparedness:post-link",  # a procedure for one post to read, by the secrets of its link alone
    "advocacy:research-shared",  # a numbered copy of rows without names, by the secrets of its link alone
    "monitoring:shared",  # what is asked of one authority, by the secret of its link alone
    "training:door",  # a test or sheet of a session, by the secret of its address; a form that tells nothing back
}  # fmt: skip
ROLE_KEYS = [*GIVEN, "nobody", "no role"]


class Page(NamedTuple):
    """One address, its view's rule (None: closed), and the names of what it takes."""

    name: str
    entry: Entry | None
    takes: tuple[tuple[str, Any], ...]
    view: Any


def pages(
    patterns: list[Any] | None = None, spaces: tuple[str, ...] = (), taken: tuple[Any, ...] = ()
) -> Iterator[Page]:
    """Every address of the site, with what its view demands."""
    for one in get_resolver().url_patterns if patterns is None else patterns:
        takes = (*taken, *one.pattern.converters.items())
        if not one.pattern.converters and (groups := one.pattern.regex.groupindex):
            takes = (*taken, *((name, None) for name in groups))
        if isinstance(one, URLResolver):
            inner = (*spaces, one.namespace) if one.namespace else spaces
            yield from pages(list(one.url_patterns), inner, takes)
        elif isinstance(one, URLPattern):
            name = ":".join((*spaces, one.name or ""))
            library = {"public": Entry(public=True), "signed_in": Entry()}.get(settings.OPENED_FOR.get(name, ""))
            yield Page(name, entry_of(one.callback) or library, takes, one.callback)


def furnish(world: World) -> dict[str, Any]:
    """Something real behind each address, so that a page is shown and not only refused."""
    chief, amina = world.accounts["supervisor"], world.people["Amina"]
    other = world.accounts["health_worker"]
    invitation, link = invite(
        email="new@rihai.invalid", name="Newcomer", language="en", role="trainer", place=None, unit=world.unit,
        started_on=now().date(), ended_on=None, actor=world.accounts["administrator"], at=now(),
    )  # fmt: skip
    glass = BreakGlass.objects.create(
        account=other, person_id=amina.pk, data_class="health", reason="a reason of the tests", asked_at=now(),
        granted_at=now(), ends_at=now(),
    )  # fmt: skip
    demand = Demand.objects.create(
        authority="Court", reference="1", received_on=now().date(), asked="asked", recorded_by=chief, recorded_at=now()
    )
    token = link.rstrip("/").rpartition("/")[2]
    return {
        "accounts:account": other.pk,
        "accounts:post": other.pk,
        "accounts:stop": other.pk,
        "accounts:unit": world.unit.pk,
        "accounts:password-link": other.pk,
        "accounts:end-posting": other.postings.get().pk,
        "accounts:review": glass.pk,
        "accounts:end-unit": world.unit.pk,
        "accounts:revoke": invitation.pk,
        "accounts:demand": demand.pk,
        "accounts:second": glass.pk,
        "accounts:end-glass": glass.pk,
        "test_people:person": amina.pk,
        "token": token,
    }


def addresses(page: Page, world: World, real: dict[str, Any]) -> list[str]:
    """The address of a page, and where it is about a person the addresses of all persons."""
    kinds = {"key": world.places["A"].pk, "token": real["token"], "kind": "lock_up", "slug": "lock_up"}
    if page.name == "test_people:person":
        return [reverse(page.name, args=[one.pk]) for one in world.people.values()]
    given: dict[str, Any] = {}
    for name, converter in page.takes:
        kind = type(converter).__name__
        fallback = {
            "UUIDConverter": UUID(int=7),
            "UUIDStrConverter": UUID(int=7),
            "Key": kinds["key"],
            "IntConverter": 7,
        }.get(kind, "see")
        given[name] = real.get(page.name, fallback) if name == "pk" else kinds.get(name, fallback)
    return [reverse(page.name, kwargs=given)]


@pytest.fixture
def world() -> World:
    made = make_world(GIVEN)
    made.people["Gul"] = person("Gul", made.places["A"])
    guard(person_id=made.people["Gul"].pk, ground="tests", actor=None, at=now())
    let(made.accounts["survivor_counsellor"], made.people["Amina"], "sealed")
    let(made.accounts["mentor"], made.people["Bilal"])
    made.accounts["no role"] = Account.objects.create_user("none@rihai.invalid", "no role")
    return made


def hidden_from(actor: Account | None, world: World) -> set[str]:
    """Every word that must not stand on any page shown to the actor."""
    hidden = set()
    for name, one in world.people.items():
        with acting_as(actor or None):
            seen = sight_of(actor, one.pk).seen if actor else frozenset()
        hidden |= {
            text
            for data_class, text in (
                (DataClass.PERSONAL, f"{name} Testperson"),
                (DataClass.HEALTH, f"health of {name}"),
                (DataClass.SEALED, f"sealed of {name}"),
            )
            if data_class not in seen
        }
    return hidden


class Visitor(NamedTuple):
    """Somebody at the door: who, what they may do (read once, not for each page), and what no page may tell them."""

    actor: Account | None
    may: frozenset[str]
    client: Client
    hidden: set[str]


def visitor(actor: Account | None, world: World) -> Visitor:
    may = actor.standing.capabilities if actor else frozenset()
    return Visitor(actor, may, client_of(actor), hidden_from(actor, world))


def found_wrong(page: Page, address: str, who: Visitor) -> list[str]:
    """What is wrong with one page for one visitor, in words; empty when all is as it must be."""
    response = who.client.get(address)
    text = (
        b"".join(response).decode(errors="replace") if response.streaming else response.content.decode(errors="replace")
    )
    wrong = [f"{address} tells {word!r}" for word in who.hidden if word in text]
    status, entry = response.status_code, page.entry
    to_sign_in = status == 302 and response.headers["Location"].startswith(reverse("account_login"))
    if status >= 500:
        wrong.append(f"{address} answers {status}")
    elif entry is None:
        wrong += [f"{address} is not closed: {status}"] if status != 404 else []
    elif entry.by_key:
        wrong += [f"{address} answers without a key: {status}"] if status != 401 else []
    elif entry.public:
        wrong += [f"{address} is open to everybody and not named in PUBLIC"] if page.name not in PUBLIC else []
        wrong += [f"{address} asks to sign in"] if to_sign_in and page.name not in settings.OPENED_FOR else []
    elif who.actor is None:
        wrong += [f"{address} is open to strangers: {status}"] if not to_sign_in else []
    elif entry.capability and entry.capability not in who.may:
        wrong += [f"{address} is not hidden: {status}"] if status != 404 else []
    elif to_sign_in:
        wrong.append(f"{address} asks somebody signed in to sign in")
    return wrong


def behind_walls(page: Page, who: Visitor) -> bool:
    """Whether a page asks the database for them. What the gate refuses asks nothing: on SQLite it was refused."""
    entry = page.entry
    return bool(entry and (entry.public or (who.actor and (not entry.capability or entry.capability in who.may))))


def client_of(actor: Account | None) -> Client:
    client = Client(raise_request_exception=False)
    if actor is not None:
        client.force_login(actor, backend=settings.AUTHENTICATION_BACKENDS[1])
    return client


@pytest.mark.parametrize("role", ROLE_KEYS)
@override_settings(SESSION_SAVE_EVERY_REQUEST=False)  # how long a session lasts is not asked here, some thousand times
def test_every_page_keeps_its_rule_for_every_role(role: str, world: World, plain_404: Callable[[], None]) -> None:
    actor = world.accounts.get(role)
    with acting_as(SYSTEM_ID):
        real = furnish_as_house(world)
    who = visitor(actor, world)
    wrong = found_wrong(Page("nowhere", None, (), None), "/nowhere/", who)
    plain_404()

    wrong += [
        fault
        for page in pages()
        if page.name != "account_logout" and (connection.vendor != "postgresql" or behind_walls(page, who))
        for address in addresses(page, world, real)
        for fault in found_wrong(page, address, who)
    ]
    if actor:
        wrong += told_by_search(who, world)

    assert wrong == []


def told_by_search(who: Visitor, world: World) -> list[str]:
    """The search finds exactly the persons whose pages can be opened."""
    wrong = []
    for name in world.people:
        text = who.client.post(reverse("search"), {"q": f"{name} Testperson"}).content.decode()
        if ("/test-people/" in text) is (f"{name} Testperson" in who.hidden):
            wrong.append(f"the search about {name}")
    return wrong


def furnish_as_house(world: World) -> dict[str, Any]:
    """The furnishing writes what only some may write; each row is written by whom it belongs to."""
    return furnish(world)


def test_what_may_not_be_seen_is_404_and_a_line_in_the_log(world: World) -> None:
    actor = world.accounts["trainer"]
    client = client_of(actor)

    hidden_page = client.get(reverse("accounts:index"))
    hidden_person = client.get(reverse("test_people:person", args=[world.people["Amina"].pk]))

    assert (hidden_page.status_code, hidden_person.status_code) == (404, 404)
    with acting_as(world.accounts["data_protection_officer"]):
        lines = list(Event.objects.filter(actor_id=actor.pk, act="kit.page.refused").order_by("number"))
    assert [one.detail["page"] for one in lines] == ["accounts:index", "test_people:person"]
    assert lines[1].subject == str(world.people["Amina"].pk)


def test_each_role_opens_exactly_the_persons_it_may_see(world: World) -> None:
    opened = {
        role: {
            name
            for name, one in world.people.items()
            if client_of(world.accounts[role]).get(reverse("test_people:person", args=[one.pk])).status_code == 200
        }
        for role in GIVEN
    }

    at_a = {
        "records_officer",
        "caseworker",
        "lawyer",
        "health_worker",
        "mentor_coordinator",
        "committee_secretary",
        "survivor_counsellor",
    }
    expected: dict[str, set[str]] = {role: {"Amina"} if role in at_a else set() for role in GIVEN}
    expected |= {"supervisor": {"Amina", "Gul"}, "mentor": {"Bilal"}}
    assert opened == expected


@signed_in
def left_open(_request: HttpRequest) -> HttpResponse:
    """A page somebody wrote without the filter."""
    rows = [*Person.objects.all(), *HealthNote.objects.all(), *SealedNote.objects.all()]
    return HttpResponse("\n".join(str(one) for one in rows))


def undeclared(request: HttpRequest) -> HttpResponse:
    """A page that says nothing of who may enter."""
    return left_open(request)


@public
def open_to_all(request: HttpRequest) -> HttpResponse:
    """A page somebody opened to everybody."""
    return left_open(request)


@pytest.mark.parametrize("view", [left_open, undeclared, open_to_all], ids=["no filter", "no rule", "public"])
def test_a_page_left_open_turns_the_test_red(view: Any, world: World) -> None:
    patterns = [*get_resolver().url_patterns, path("left-open/", view, name="left_open")]
    actor = world.accounts["trainer"]
    with override_settings(ROOT_URLCONF=tuple(patterns)):
        page = next(one for one in pages() if one.name == "left_open")
        wrong = found_wrong(page, "/left-open/", visitor(actor, world))

    if view is undeclared:
        assert wrong == []
        assert page.entry is None, "it is closed to everybody"
    elif connection.vendor == "postgresql" and view is left_open:
        assert wrong == [], "the second wall holds where the filter was forgotten"
    else:
        assert wrong


def test_every_view_of_ours_says_who_may_enter() -> None:
    ours = [one for one in pages() if one.view.__module__.startswith(("rihai.", "tests."))]

    assert len(ours) > 40
    assert [one.name for one in ours if entry_of(one.view) is None] == []


def test_every_page_asks_for_a_capability_that_some_role_has() -> None:
    given = {one for role in ROLES.values() for one in role.capabilities}

    assert {one.entry.capability for one in pages() if one.entry and one.entry.capability} - given == set()


def test_a_posting_that_ended_opens_nothing(world: World) -> None:
    who = Account.objects.create_user("late@rihai.invalid", "late")
    today = now().date()
    with acting_as(SYSTEM_ID):
        post(who, "caseworker", world.places["A"], since=today.replace(year=today.year - 1), until=today)

    assert client_of(who).get(reverse("test_people:index")).content == b""
