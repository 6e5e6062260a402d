"""A procedure: both languages, somebody else's approval, each post's word, and all of it anew for the next version."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse

from rihai.accounts.models import Notification
from rihai.kit.files import FileRefused
from rihai.preparedness.differences import pieces
from rihai.preparedness.errors import NotSo, NotThere
from rihai.preparedness.posts.operations import give_post, leave_post
from rihai.preparedness.procedures import acknowledging, operations
from rihai.preparedness.procedures.lacks import of
from rihai.preparedness.procedures.models import Acknowledgement, Procedure, ProcedureVersion
from rihai.preparedness.procedures.work import rows as work
from tests.preparedness.procedures.world import TODAY, Office, signed_in

DAY = timedelta(days=1)
PDF = ("sop.pdf", b"%PDF-1.4\n%%EOF")
REVIEW = date(2027, 11, 25)


def sop(office: Office, **more: Any) -> Procedure:
    """A procedure of the prison, which superintendent and medical officer acknowledge."""
    said = {
        "sort": "sop", "code": "SOP-01", "title": "The ill at night", "title_ur": "رات کے بیمار",
        "place": office.prison, "posts": ["superintendent", "medical"], "days": 14, "review_months": 12, **more,
    }  # fmt: skip
    return office.does(operations.keep_procedure, said=said)


def in_force(office: Office, text: ProcedureVersion, **said: Any) -> ProcedureVersion:
    """A version written by the writer, approved by the other director."""
    words = {"text_en": "Open within ten minutes.", "text_ur": "دس منٹ میں کھولیں۔", **said}
    one = office.does(operations.write_text, edition_id=text.pk, version=text.version, said=words)
    one = office.does(operations.ask_approval, edition_id=one.pk, version=one.version)
    return office.does(
        operations.approve, by=office.approver, edition_id=one.pk, version=one.version, review_on=REVIEW
    )  # fmt: skip


def test_each_post_acknowledges_each_version_and_the_silent_are_known(office: Office) -> None:
    one = sop(office)
    draft = one.versions.get()
    half = office.does(operations.write_text, edition_id=draft.pk, version=1, said={"text_en": "Open within ten."})
    with pytest.raises(NotSo, match="the text in Urdu"):
        office.does(operations.ask_approval, edition_id=half.pk, version=half.version)
    with pytest.raises(FileRefused):
        office.does(operations.write_text, edition_id=half.pk, version=2, said={"file_ur": ("x.pdf", b"MZ")})
    half.refresh_from_db()
    first = in_force(office, half, file_ur=PDF)
    assert first.file_ur is not None

    office.does(give_post, place_id=office.prison.pk,
                said={"post": "medical", "name": "Dr Farzana", "account": office.caseworker, "started_on": TODAY - DAY},
                )  # fmt: skip
    assert [row.word for row in work(office.caseworker, TODAY)] == ["To acknowledge"]
    client = signed_in(office.caseworker)
    page = client.get(reverse("preparedness:procedure", args=[one.pk])).content.decode()
    assert "I have read it, as medical officer" in page
    with pytest.raises(NotSo, match="holder"):
        office.does(acknowledging.acknowledge, by=office.caseworker, edition_id=first.pk, place_id=office.prison.pk,
                    post="superintendent")  # fmt: skip
    with pytest.raises(NotThere):
        office.does(acknowledging.acknowledge, by=office.world.worker("trainer", office.prison), edition_id=first.pk,
                    place_id=office.prison.pk, post="superintendent", name="Somebody")  # fmt: skip

    office.at += 12 * DAY
    assert (acknowledging.remind(office.at), acknowledging.remind(office.at)) == (1, 0), "once a week, not each hour"
    told = Notification.objects.filter(kind=acknowledging.NOTICE)
    assert [one.account_id for one in told] == [office.caseworker.pk]
    client.post(reverse("preparedness:acknowledge", args=[first.pk, office.prison.pk, "medical"]))
    assert work(office.caseworker, TODAY + 20 * DAY) == []
    assert [row.why for row in work(office.writer, TODAY + 20 * DAY)] == ["1 post has not acknowledged it."]
    office.does(acknowledging.acknowledge, edition_id=first.pk, place_id=office.prison.pk, post="superintendent",
                name="Farzi Superintendent", on=TODAY)  # fmt: skip
    assert work(office.writer, TODAY + 20 * DAY) == []
    said = dict(Acknowledgement.objects.values_list("post", "name"))
    assert said == {"medical": office.caseworker.name, "superintendent": "Farzi Superintendent"}

    lacks = [lack.says for lack in of(office.writer, [office.prison.pk], REVIEW + DAY)[office.prison.pk]]
    assert lacks == ["SOP-01 was to be looked at by 25 Nov 2027."]

    second = office.does(operations.begin_text, procedure_id=one.pk)
    with pytest.raises(NotSo, match="what is new"):
        in_force(office, second)
    second.refresh_from_db()
    second = in_force(office, second, text_en="Open within five minutes.", changes="Five, not ten")
    first.refresh_from_db()
    assert (first.state, second.state) == ("replaced", "in_force")
    assert [row.word for row in work(office.caseworker, TODAY)] == ["To acknowledge"], "a new version asks anew"
    page = client.get(reverse("preparedness:text-changes", args=[second.pk])).content.decode()
    assert "five" in page.split("<ins>")[1].split("</ins>")[0]
    office.does(leave_post, place_id=office.prison.pk, post="medical")
    office.does(operations.end_procedure, by=office.approver, procedure_id=one.pk, why="SOP-09 says it all")
    assert work(office.caseworker, TODAY) == []


def test_what_holds_for_the_province_is_read_in_its_prisons_and_kept_there_by_nobody_else(office: Office) -> None:
    one = office.does(operations.keep_procedure, by=office.approver, said={
        "sort": "policy", "code": "P-1", "title": "No force", "title_ur": "طاقت نہیں", "place": office.world.province,
        "posts": ["superintendent"], "days": 7, "review_months": 12,
    })  # fmt: skip
    address = reverse("preparedness:procedure", args=[one.pk])
    assert signed_in(office.caseworker).get(address).status_code == 200
    assert signed_in(office.writer).get(reverse("preparedness:procedure-edit", args=[one.pk])).status_code == 404
    own = sop(office)
    stranger = signed_in(office.world.worker("caseworker", office.world.naya_bagh))
    assert stranger.get(reverse("preparedness:procedure", args=[own.pk])).status_code == 404
    assert stranger.get(address).status_code == 200
    with pytest.raises(NotSo, match="already"):
        sop(office)


def test_every_word_of_both_texts_stands_in_the_difference() -> None:
    before, now = "دروازہ دس منٹ میں کھولیں", "دروازہ پانچ منٹ میں کھولیں، اور لکھیں"
    found = pieces(before, now)
    assert "".join(one.text for one in found if one.kind != "added") == before
    assert "".join(one.text for one in found if one.kind != "gone") == now
    assert next(one.text for one in found if one.kind == "gone") == "دس"
    assert pieces("a\n" * 9000, "b\n" * 9000)[0].kind == "gone", "a long text is compared quickly"
