"""Whatever the house sends by e-mail says that something waits, and where to sign in: no name, number or id."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.models.notification import SAYS
from rihai.accounts.operations import invite, make_password_link, notify
from tests.house.files import PACKAGE
from tests.people.world import World

pytestmark = pytest.mark.django_db
SENDERS = {"accounts/operations/invitations.py", "accounts/operations/notices.py", "accounts/adapter.py"}
"""The modules that send letters; each is made to send every one of its letters below."""
SENDS = re.compile(r"\b(send_mail|EmailMessage|EmailMultiAlternatives|mail_admins|send_messages)\(")


@pytest.fixture
def sent(world: World, django_capture_on_commit_callbacks: Any) -> list[Any]:
    """Every letter there is, sent in a house that holds somebody and whose acts are about her."""
    officer, chief = world.worker("records_officer", world.gulzar), world.worker("administrator", None)
    with acting_as(officer):
        person = world.enter(officer)
    url = reverse("people:person", args=[person.pk])
    mailing = override_settings(MAIL=True, EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend")
    with mailing, django_capture_on_commit_callbacks(execute=True):
        for language in ("en", "ur"):
            Account.objects.filter(pk=officer.pk).update(language=language)
            for kind in SAYS:
                notify([officer.pk], kind, url=url, at=timezone.now())
        with acting_as(chief):
            invite(
                email="new@rihai.invalid", name="Newcomer Farzi", language="ur", role="trainer", place=world.gulzar,
                unit=None, started_on=timezone.localdate(), ended_on=None, actor=chief, at=timezone.now(),
            )  # fmt: skip
            make_password_link(account=officer, actor=chief, at=timezone.now())
        Client(headers={"Host": "127.0.0.1:8000"}).post(reverse("account_reset_password"), {"email": officer.email})
    return list(mail.outbox)


def test_no_letter_carries_anything_about_anybody(sent: list[Any], world: World) -> None:
    held = ("Nargis", "Farzi", "Karim", "9040300000008", "UTP-118", "51/2026", "Gulzar", world.gulzar.name, "/people/")

    told = [(one.subject, word) for one in sent for word in held if word in f"{one.subject}\n{one.body}"]

    assert len(sent) >= 2 * len(SAYS) + 3
    assert told == []


def test_every_letter_leads_to_our_own_site_alone(sent: list[Any]) -> None:
    addresses = {found for one in sent for found in re.findall(r"https?://[^/\s]+", str(one.body))}

    assert addresses == {"http://127.0.0.1:8000"}


def test_a_notice_has_no_gap_into_which_a_name_could_fall() -> None:
    assert [kind for kind, says in SAYS.items() if re.search(r"[%{]", str(says))] == []


def test_no_other_module_sends_letters() -> None:
    found = {
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        if SENDS.search(path.read_text(encoding="utf-8")) or "def send_mail" in path.read_text(encoding="utf-8")
    }

    assert found == SENDERS
