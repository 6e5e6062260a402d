"""What every test stands on: on PostgreSQL the world is built by the owner, and the test acts as the application."""

from __future__ import annotations

import gc
from collections.abc import Generator, Iterator
from contextlib import contextmanager

import pytest
from django.core.cache import cache
from django.db import connection
from django.template.base import Template
from django.template.context import Context
from django.test import TransactionTestCase
from django.test.signals import template_rendered
from django.utils.safestring import SafeString

from tests.browser.chromium import chromium, open_page
from tests.emptying import empty

__all__ = ["as_owner", "chromium", "open_page", "take_role"]
"""One browser for all folders: a second one in the same process would not start."""


def take_role(name: str | None) -> None:
    """Take a role on the open connection and on every later one; None is the owner, who signed in."""
    if connection.vendor != "postgresql":
        return
    options = connection.settings_dict["OPTIONS"]  # one mapping for all threads: the live server follows
    options.pop("assume_role", None)
    if name:
        options["assume_role"] = name
    held = connection.connection
    if held is not None and not held.closed and held.info.transaction_status.name != "INERROR":
        # In a failed transaction nothing can be said; its rollback takes the role back by itself.
        held.execute(f"SET ROLE {name}" if name else "RESET ROLE")


ASKS = {"db", "transactional_db", "live_server"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL, what asks no database is left out: it was asked on SQLite and says the same."""
    if connection.vendor != "postgresql":
        return
    left = [one for one in items if _asks_a_database(one)]
    config.hook.pytest_deselected(items=[one for one in items if not _asks_a_database(one)])
    items[:] = left


def pytest_collection_finish(session: pytest.Session) -> None:
    """What was loaded stays: who clears up need not walk through it again and again (a tenth of the whole time)."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def _asks_a_database(item: pytest.Item) -> bool:
    marks = ("django_db", "postgresql")
    return any(item.get_closest_marker(mark) for mark in marks) or bool(ASKS & set(getattr(item, "fixturenames", ())))


@pytest.fixture(scope="session", autouse=True)
def _whole_pages_are_told(django_test_environment: None) -> Iterator[None]:
    """Django's test client is told of each template drawn, with a copy of all it knew: here of whole pages alone.

    A page draws some sixty pieces, and a tenth of its time went into telling of them.
    """

    def drawn(self: Template, context: Context) -> SafeString:
        if context.template is self:
            template_rendered.send(sender=self, template=self, context=context)
        return self.nodelist.render(context)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Template, "_render", drawn)
        yield


@pytest.fixture(scope="session", autouse=True)
def _only_what_holds_something_is_emptied(django_test_environment: None) -> Iterator[None]:
    """After a test that committed, `emptying` does what Django's flush would take a second for."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _case: empty())
        yield


@pytest.fixture(autouse=True)
def _nobody_tried_before() -> None:
    """Sign-ins of one address are limited in a minute; what other tests of this process tried does not count."""
    cache.clear()


@contextmanager
def as_owner() -> Iterator[None]:
    """Within a test: build more of the world as the owner, whom the walls do not bind."""
    take_role(None)
    try:
        yield
    finally:
        take_role("rihai_app")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Fixtures build the world as the owner; the body of the test owns nothing."""
    take_role("rihai_app")
    try:
        return (yield)
    finally:
        take_role(None)
