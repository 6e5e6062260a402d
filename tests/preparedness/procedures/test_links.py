"""A post whose holder has no account reads a procedure by a link, or signs a sheet; its keeper is reminded of it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from rihai.accounts.models import Notification
from rihai.kit.links import TRIES, Secrets
from rihai.preparedness.errors import NotSo, NotThere
from rihai.preparedness.posts.operations import give_post
from rihai.preparedness.procedures import acknowledging, links, operations
from rihai.preparedness.procedures.models import Acknowledgement, PostLink, ProcedureVersion
from tests.preparedness.procedures.test_procedure import PDF, in_force, sop
from tests.preparedness.procedures.world import TODAY, Office, signed_in

DAY = timedelta(days=1)


def asked(office: Office) -> ProcedureVersion:
    """A version in force, which the superintendent, who has no account, is to acknowledge."""
    text = in_force(office, sop(office).versions.get(), file_ur=PDF)
    holder = {"post": "superintendent", "name": "Farzi Superintendent", "started_on": TODAY - DAY}
    office.does(give_post, place_id=office.prison.pk, said=holder)
    return text


def given(office: Office, text: ProcedureVersion, **more: Any) -> Secrets:
    """A link for the superintendent."""
    said = {"edition_id": text.pk, "place_id": office.prison.pk, "post": "superintendent", "days": 14, **more}
    return office.does(links.make_link, **said)


def test_a_post_without_an_account_reads_by_a_link_and_says_so_once(office: Office, settings: Any) -> None:
    text = asked(office)
    with pytest.raises(NotSo, match="who holds"):
        given(office, text, post="medical")
    with pytest.raises(NotThere):
        given(office, text, place_id=office.world.naya_bagh.pk)
    before, secrets = given(office, text), given(office, text)
    someone, address = Client(), reverse("preparedness:post-link", args=[secrets.secret])
    old = reverse("preparedness:post-link", args=[before.secret])
    assert someone.get(old).status_code == 404, "a link given before opens nothing more"
    assert "ten minutes" not in someone.get(address).content.decode()
    assert someone.post(address, {"pin": "WRONG"}).status_code == 403
    opened = someone.post(address, {"pin": secrets.pin})
    assert "Open within ten minutes." in opened.content.decode()
    assert "دس منٹ" in opened.content.decode()
    assert opened.headers["X-Robots-Tag"].startswith("noindex")
    assert someone.post(address, {"pin": secrets.pin, "file": "ur"}).content == PDF[1]
    assert someone.post(address, {"pin": secrets.pin, "file": "en"}).status_code == 404
    assert someone.post(address, {"pin": secrets.pin, "name": ""}).status_code == 422

    taken = someone.post(address, {"pin": secrets.pin, "name": "Farzi Superintendent"})

    assert "It is written down that you have read it" in taken.content.decode()
    said = Acknowledgement.objects.get()
    assert (said.name, said.by_link, said.account_id, said.post) == (
        "Farzi Superintendent",
        True,
        None,
        "superintendent",
    )
    assert someone.get(address).status_code == 404, "it has served"
    page = signed_in(office.writer).get(reverse("preparedness:procedure", args=[text.procedure_id])).content.decode()
    assert "by a link given by" in page
    with pytest.raises(NotSo, match="already"):
        given(office, text)


def test_a_link_closes_after_wrong_codes_by_hand_and_when_the_version_is_replaced(office: Office) -> None:
    text = asked(office)
    address = reverse("preparedness:post-link", args=[given(office, text).secret])
    for _try in range(TRIES):
        Client().post(address, {"pin": "WRONG", "name": "Somebody"})
    assert (Client().get(address).status_code, Acknowledgement.objects.count()) == (404, 0)

    address = reverse("preparedness:post-link", args=[given(office, text).secret])
    stranger = signed_in(office.world.worker("caseworker", office.world.naya_bagh))
    close = reverse("preparedness:post-link-close", args=[PostLink.objects.get(closed_at=None).pk])
    assert stranger.post(close).status_code == 404
    signed_in(office.writer).post(close)
    assert Client().get(address).status_code == 404

    address = reverse("preparedness:post-link", args=[given(office, text).secret])
    office.at += DAY
    holder = {"post": "superintendent", "name": "Farzi Successor", "started_on": TODAY}
    office.does(give_post, place_id=office.prison.pk, said=holder)
    assert Client().get(address).status_code == 404, (
        "who held the post before reads nothing in the name of who does now"
    )

    address = reverse("preparedness:post-link", args=[given(office, text).secret])
    assert Client().get(address).status_code == 200
    office.does(operations.end_procedure, by=office.approver, procedure_id=text.procedure_id, why="SOP-09")
    assert Client().get(address).status_code == 404


def test_the_keeper_hears_of_posts_that_no_reminder_reaches_and_prints_their_sheet(office: Office) -> None:
    text = asked(office)
    office.at += 12 * DAY

    assert (acknowledging.remind(office.at), acknowledging.remind(office.at)) == (1, 0)

    told = Notification.objects.filter(kind=acknowledging.UNREACHED)
    assert [one.account_id for one in told] == [office.writer.pk]
    client, kept = signed_in(office.writer), [text.pk, office.prison.pk]
    sheet = client.get(reverse("preparedness:sheet-to-sign", args=[*kept, "ur"]))
    assert (sheet.status_code, sheet.content[:4]) == (200, b"%PDF")
    stranger = signed_in(office.world.worker("caseworker", office.world.naya_bagh))
    assert stranger.get(reverse("preparedness:sheet-to-sign", args=[*kept, "ur"])).status_code == 404
