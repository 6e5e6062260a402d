"""Postings are read once in a request however often need-to-know is asked, and anew once they have changed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations import end_posting, give_posting, house
from rihai.accounts.operations.house import as_house
from rihai.accounts.queries import sees, standing
from tests.people.world import NOON, TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def supervisor() -> Account:
    account = Account.objects.create_user("supervisor@rihai.example", "A Supervisor")
    give_posting(account=account, role="supervisor", started_on=TODAY - timedelta(days=9), actor=house(), at=NOON)
    return account


def test_one_query_reads_the_postings_of_a_whole_request(supervisor: Account) -> None:
    with acting_as(supervisor, NOON), CaptureQueriesContext(connection) as asked:
        for _ in range(5):
            sees(supervisor, "personal")
            sees(supervisor, "health", at=NOON)
            assert supervisor.may("people.see")
            with as_house(NOON):
                standing(supervisor, NOON)
    assert sum("accounts_posting" in one["sql"] for one in asked) == 1


def test_where_nobody_was_said_to_ask_nothing_is_kept(supervisor: Account) -> None:
    with CaptureQueriesContext(connection) as asked:
        standing(supervisor, NOON)
        standing(supervisor, NOON)
    assert sum("accounts_posting" in one["sql"] for one in asked) == 2


def test_a_posting_that_ends_in_a_request_gives_nothing_any_more(supervisor: Account) -> None:
    posting = supervisor.postings.get()
    with acting_as(supervisor, NOON):
        assert supervisor.may("people.see")
        end_posting(posting=posting, on=TODAY, actor=house(), at=NOON)
        assert not supervisor.may("people.see")
        assert not standing(supervisor, NOON).posts


def test_the_next_request_begins_anew(supervisor: Account) -> None:
    posting = supervisor.postings.get()
    with acting_as(supervisor, NOON):
        assert supervisor.may("people.see")
    end_posting(posting=posting, on=TODAY, actor=house(), at=NOON)
    with acting_as(supervisor, NOON):
        assert not supervisor.may("people.see")
