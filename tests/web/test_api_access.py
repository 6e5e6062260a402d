"""Every operation of the API × every role: nobody reads through it whom they may not see, and the trail keeps the try.

Story 9: a caseworker at another prison asks for her by every address there is and learns nothing, not even that she is.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account, ApiKey, Notification
from rihai.accounts.operations import guard
from rihai.accounts.operations.house import as_house
from rihai.accounts.roles import GIVEN, ROLES, Where
from rihai.kit.audit.models import Event
from rihai.kit.offers import Export, offered
from rihai.kit.scopes import SCOPES, USE
from rihai.people.intake.models import Census
from rihai.people.models import Person
from rihai.screening.models import Finding
from rihai.screening.operations import screen_people
from rihai.web.api import operations, schema
from tests.people.intake.lists import give, six
from tests.people.world import World
from tests.screening.cast import keep, woman
from tests.web.api import asking

pytestmark = pytest.mark.django_db
NAME = "Nargis Farzi"
OPERATIONS = [one for _group, rows in operations() for one in rows]


def a_key(account: Account, *scopes: str) -> str:
    """A key made whatever the account may, as if its postings had been others that day."""
    from rihai.accounts.operations.keys import _digest

    secret = f"rihai_{account.pk}-{len(scopes)}"
    now = timezone.now()
    with as_house():
        ApiKey.objects.create(
            account=account, name="Tests", scopes=list(scopes or SCOPES), begins="abcd", digest=_digest(secret),
            second_factor=True, made_at=now, expires_on=timezone.localdate(now) + timedelta(days=9),
        )  # fmt: skip
    return secret


class Her:
    """A woman at Gulzar with a finding, a census of hers, and another who is guarded."""

    def __init__(self, world: World) -> None:
        today, now = timezone.localdate(), timezone.now()
        lawyer, clerk = world.worker("lawyer", world.gulzar), world.worker("records_officer", world.gulzar)
        self.world = world
        with acting_as(lawyer):
            self.person: Person = keep(woman(today), world.gulzar, lawyer)
            self.guarded = keep(woman(today, full_name="Gul Guarded", cnic="9040300000016"), world.gulzar, lawyer)
        with as_house():
            guard(person_id=self.guarded.pk, ground="tests", actor=None, at=now)
            screen_people([self.person.pk, self.guarded.pk], at=now)
            self.finding = Finding.objects.filter(person=self.person).order_by("rank")[0]
        self.census: Census = give(clerk, world.gulzar, six())

    def filled(self, path: str) -> str:
        """An address with her ids in it."""
        with as_house():
            keys: dict[str, Any] = {
                "people": self.person.pk, "findings": self.finding.pk,
                "places": self.world.gulzar.pk, "censuses": self.census.pk,
            }  # fmt: skip
        group = path.split("/")[3]
        return path.replace("{pk}", str(keys[group]))


@pytest.fixture
def her(world: World) -> Her:
    return Her(world)


def asked(client: Client, method: str, path: str, place: int) -> Any:
    if method == "GET":
        return client.get(path)
    if "find" in path:
        return client.post(path, {"words": NAME}, content_type="application/json")
    return client.post(
        path, {"place": place, "true_on": "2026-11-20", "files": SimpleUploadedFile("a.csv", six() + b"\n")}
    )


def posted(world: World, role: str) -> Account:
    """Somebody in a role at the other prison."""
    at = world.naya_bagh if Where.PLACE in ROLES[role].where else None
    return world.worker(role, at)


def answers(her: Her, secret: str) -> Iterator[tuple[str, str, Any]]:
    for one in OPERATIONS:
        yield one.scope, one.path, asked(asking(secret), one.method, her.filled(one.path), her.world.gulzar.pk)


def told_too_much(her: Her, role: str) -> Iterator[str]:
    """What is wrong with the answers to somebody in a role at the other prison, in words."""
    account = posted(her.world, role)
    for scope, path, answer in answers(her, a_key(account)):
        text, status = answer.content.decode(), answer.status_code
        needed = SCOPES[scope].capability
        with acting_as(account):
            allowed = account.may(USE) and (not needed or account.may(needed))
        if NAME in text or str(her.person.pk) in text:
            yield f"{path} tells a {role} of her"
        if "{pk}" not in path and (status == 404) is allowed:
            yield f"{path} answers a {role} {status}"
        if "{pk}" in path and scope != "places.read" and status != 404:
            yield f"{path} answers a {role} {status} about what is hers"


def test_no_address_of_the_api_tells_any_role_at_another_prison_of_her(her: Her) -> None:
    assert [wrong for role in sorted(GIVEN) for wrong in told_too_much(her, role)] == []


def test_without_a_key_every_address_answers_the_same(her: Her) -> None:
    for one in OPERATIONS:
        for client in (Client(), asking("rihai_nothing"), Client(headers={"Authorization": "Basic abc"})):
            answer = asked(client, one.method, her.filled(one.path), her.world.gulzar.pk)
            assert (answer.status_code in {401, 429}, answer["Content-Type"]) == (True, "application/problem+json")


def test_every_operation_says_its_scope_and_keeps_to_it(her: Her) -> None:
    owner = her.world.worker("supervisor", her.world.gulzar)
    secrets = {scope: a_key(owner, scope, *["x"] * number) for number, scope in enumerate(SCOPES)}

    for scope, secret in secrets.items():
        for needed, path, answer in answers(her, secret):
            assert (answer.status_code == 403) is (needed != scope), (scope, path, answer.content)


def test_an_operation_without_a_scope_is_closed() -> None:
    from rihai.kit.api import Closed
    from rihai.web.api import api

    assert isinstance(api.auth[0] if isinstance(api.auth, list | tuple) else api.auth, Closed)
    assert all(one.get("x-scope") in SCOPES for methods in schema()["paths"].values() for one in methods.values())


def test_the_wrong_caseworker_learns_nothing_and_the_log_shows_the_attempts(her: Her) -> None:
    """Story 9, by hand and by program: pages, search, exports, notices, addresses that could be guessed."""
    actor = her.world.worker("lawyer", her.world.naya_bagh)
    program, browser = asking(a_key(actor)), Client()
    browser.force_login(actor, backend="allauth.account.auth_backends.AuthenticationBackend")
    pages = [reverse("people:person", args=[her.person.pk]), reverse("screening:finding", args=[her.finding.pk])]

    by_program = [program.get(f"/api/v1/people/{her.person.pk}/"), program.get(f"/api/v1/findings/{her.finding.pk}/")]
    by_hand = [browser.get(page) for page in pages]
    found = [
        browser.post(reverse("search"), {"q": NAME}).content.decode(),
        program.post("/api/v1/people/find/", {"words": NAME}, content_type="application/json").content.decode(),
        program.get("/api/v1/people/", {"place": her.world.gulzar.pk}).content.decode(),
        program.get("/api/v1/findings/", {"place": her.world.gulzar.pk}).content.decode(),
    ]

    assert [one.status_code for one in (*by_program, *by_hand)] == [404] * 4
    assert all(str(her.person.pk) not in text for text in found)
    with as_house():
        refused = Event.objects.filter(actor_id=actor.pk, act="kit.page.refused").order_by("number")
        tried = [(one.detail["page"], one.subject, "key" in one.detail) for one in refused]
        lists = Event.objects.filter(actor_id=actor.pk, act="kit.list.read")
        counted = {(one["what"], one["count"]) for line in lists for one in line.detail["lists"]}
        notices = set(Notification.objects.filter(account=actor).values_list("kind", flat=True))
    assert notices == {"posting.given"}, "of their own, and none of her"
    person, finding = str(her.person.pk), str(her.finding.pk)
    assert tried == [
        ("api:person", person, True), ("api:finding", finding, True), ("people:person", person, False),
        ("screening:finding", finding, False),
    ]  # fmt: skip
    assert {("web.search", 0), ("people.found", 0), ("people.list", 0)} <= counted


def test_no_export_takes_her_to_somebody_who_may_not_see_her(her: Her) -> None:
    actor = her.world.worker("lawyer", her.world.naya_bagh)

    with acting_as(actor):
        taken = [
            (export.name, str(export.sheet(actor, filters, "en")))
            for export in offered(Export)
            if actor.may(export.capability)
            for filters in ({}, {"place": str(her.world.gulzar.pk)}, {"at": str(her.world.gulzar.pk)})
        ]

    assert len(taken) > 3
    assert [name for name, text in taken if NAME in text or str(her.person.pk) in text] == []


def test_a_guarded_woman_is_not_told_of_to_a_colleague_of_the_same_prison(her: Her) -> None:
    colleague, chief = her.world.worker("lawyer", her.world.gulzar), her.world.worker("supervisor", her.world.gulzar)

    def names(who: Account) -> set[str]:
        return {one["name"] for one in asking(a_key(who)).get("/api/v1/people/").json()["people"]}

    assert names(colleague) == {NAME}
    assert names(chief) == {NAME, "Gul Guarded"}
