"""The pages of forms in Chromium: accessible, without sideways scroll, in both directions; saved as one writes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.urls import reverse

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.instruments.models import Answer, Draft
from rihai.instruments.operations import correct, give, publish, take_in
from rihai.instruments.queries import texts_in
from rihai.instruments.shipped import FORMS, build
from rihai.people.models import Person
from tests.browser.chromium import Opener
from tests.browser.looking import look_at
from tests.people.world import NOON, World, make_world

pytestmark = pytest.mark.django_db(transaction=True)
SHOTS = os.environ.get("INSTRUMENTS_SHOTS", "")


@pytest.fixture
def begun(transactional_db: None) -> tuple[World, Account, Person]:
    """A shipped form is published; a woman was asked once, and the answer corrected."""
    world = make_world()
    admin, worker = world.worker("administrator", None), world.worker("caseworker", world.gulzar)
    with acting_as(admin, NOON):
        for name in ("at_risk_screening", "prisoner_profile"):
            source = (FORMS / f"{name}.yaml").read_text(encoding="utf-8")
            version = take_in(build(source), name=f"{name}.xlsx", actor=admin, at=NOON)
            publish(version_id=version.pk, actor=admin, at=NOON)
    with acting_as(worker, NOON):
        person = world.enter(worker)
        said = {"age": 31, "says_child": "no", "understands": "yes", "self_harm": "no", "threatened": "no"}
        answer = give(
            form_id="at_risk_screening", handler="people.person", subject=str(person.pk),
            values={**said, "done_today": "Told her family."}, actor=worker, at=NOON,
        )  # fmt: skip
        texts = {"years/age": "32", "years/says_child": "no", "words/understands": "yes", "body/self_harm": "no"}
        more = {"danger/threatened": "no", "done_today": "Told her family, and the lawyer."}
        correct(answer_id=answer.pk, base=1, texts={**texts, **more}, actor=worker, at=NOON)
    return world, worker, person


@pytest.mark.parametrize("language", ["en", "ur"])
def test_the_pages_of_forms_hold(begun: tuple[World, Account, Person], open_page: Opener, language: str) -> None:
    world, worker, person = begun
    with acting_as(worker, NOON):
        answer = person_answer(person)
    pages = [
        (worker, reverse("instruments:fill", args=["people.person", "prisoner_profile", person.pk])),
        (worker, reverse("instruments:answer", args=[answer])),
        (world.worker("administrator", None), reverse("instruments:index")),
    ]
    for account, address in pages:
        page = open_page(language=language, account=account)
        look_at(page, address, language=language)
        if SHOTS:
            for width in (375, 1280):
                page.set_viewport_size({"width": width, "height": 900})
                name = "-".join(part for part in address.strip("/").split("/")[1:3]) or "index"
                page.screenshot(path=str(Path(SHOTS) / f"{name}.{language}.{width}.png"), full_page=True)


def person_answer(person: Person) -> object:
    """The answer about her."""
    return Answer.objects.get(person_id=person.pk).pk


def test_what_is_written_is_saved_and_questions_come_and_go(
    begun: tuple[World, Account, Person], open_page: Opener
) -> None:
    _world, worker, person = begun
    page = open_page(language="ur", account=worker)
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(reverse("instruments:fill", args=["people.person", "at_risk_screening", person.pk]))
    with_adults = page.locator("[data-ask='q~years~with_adults']")
    assert not with_adults.is_visible()
    page.locator("[name='q~years~age']").fill("۱۵")
    with_adults.wait_for(state="visible")
    with_adults.locator("label").first.click()
    page.locator("[data-ask='q~years~child_do']").wait_for(state="visible")
    page.reload()
    assert page.locator("[name='q~years~age']").input_value() == "۱۵"
    page.route("**/fill/**", lambda route: route.fulfill(status=408))  # the line is cut
    page.locator("[name='q~done_today']").fill("سپرنٹنڈنٹ کو بتایا")
    page.locator("[data-state][data-wrong]").wait_for()
    page.unroute("**/fill/**")
    page.locator("[data-state]:not([data-wrong])", has_text="محفوظ ہوا").wait_for(timeout=15_000)
    with acting_as(worker, NOON):
        assert texts_in(Draft.objects.get())["done_today"] == "سپرنٹنڈنٹ کو بتایا"
