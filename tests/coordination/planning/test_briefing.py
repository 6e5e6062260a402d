"""A briefing from a list to an answer: made, signed by somebody else, sent by link, answered, compared next time."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rihai.accounts.operations.house import as_house
from rihai.coordination.briefing import operations as do
from rihai.coordination.briefing.links import look
from rihai.coordination.briefing.models import Briefing, BriefingAnswer, BriefingLine, BriefingSending
from rihai.coordination.briefing.paper import as_file
from rihai.coordination.briefing.work import rows as work_rows
from rihai.coordination.refusals import NotSo, NotThere
from rihai.coordination.targets.models import CensusCount
from rihai.kit.exports.models import PublishedFigures
from rihai.people.models import Person
from rihai.screening.models import Finding, Stale
from tests.coordination.planning.world import BAIL, BEYOND, CARE, INSIDE, TODAY, Desk, counted, finding, signed_in


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def lines(briefing: Briefing) -> dict[tuple[str, str], BriefingLine]:
    return {(one.to, one.code): one for one in briefing.lines.all()}


def test_a_briefing_tells_each_actor_what_the_law_says_in_numbers_and_nothing_of_few_people(desk: Desk) -> None:
    assert [str(row.word) for row in work_rows(desk.secretary, TODAY)] == ["New list"]
    made = desk.does(do.make_briefing, place_id=desk.prison.pk)
    assert not work_rows(desk.secretary, TODAY)

    found = lines(made)
    bail, care = found["court", BAIL], found["health", CARE]
    assert (bail.met, bail.open, bail.printed_met, bail.printed_open) == (21, 14, 21, 14), "each person once"
    assert (care.met, care.printed_met) == (3, None), "three people are not told"
    assert bail.asks_ur, "what is asked stands in Urdu too"
    assert "CrPC" in bail.cite or "Criminal Procedure" in bail.cite, "with its source"
    courts = [one.code for one in made.lines.filter(to="court")]
    assert courts[:2] == [INSIDE, BAIL], "who is still inside comes first, then what the law says shall be done"
    assert found["prison", BEYOND].printed_met == 40
    assert made.printed == 60
    told = {row.who for row in work_rows(desk.director, TODAY)}
    assert desk.prison.name in told, "who signs is told"
    assert not work_rows(desk.lawyer, TODAY)


def test_who_made_it_does_not_sign_it_and_what_is_signed_stands(desk: Desk) -> None:
    made = desk.does(do.make_briefing, place_id=desk.prison.pk)
    with pytest.raises(NotThere):
        desk.does(do.sign_briefing, briefing_id=made.pk)
    with pytest.raises(NotSo, match="signed"):
        _send(desk, made, "court")
    paper = reverse("coordination:briefing-paper", args=[made.pk, "pdf", "en"])
    assert signed_in(desk.secretary).get(paper).status_code == 404, "nor does a draft leave on paper"
    desk.does(do.add_line, briefing_id=made.pk, said={"to": "police", "says": "Escort", "asks_en": "Two vans."})
    again = desk.does(do.make_briefing, place_id=desk.prison.pk)
    assert again.pk == made.pk
    assert again.lines.filter(rests="hand").count() == 1, "what was written by hand stays"

    signed = desk.does(do.sign_briefing, by=desk.director, briefing_id=made.pk)

    assert signed.signed_by_name == desk.director.name
    assert PublishedFigures.objects.filter(export=f"coordination.briefing.{desk.prison.pk}").count() == 1
    for act in (
        lambda: desk.does(do.make_briefing, place_id=desk.prison.pk),
        lambda: desk.does(do.add_line, briefing_id=made.pk, said={"to": "court", "says": "x", "asks_en": "y"}),
        lambda: desk.does(do.sign_briefing, by=desk.director, briefing_id=made.pk),
    ):
        with pytest.raises(NotSo):
            act()


def of_the_province(desk: Desk) -> Callable[[], Briefing]:
    """Two people of another prison whom the law reaches too; what makes and signs the briefing of the province."""
    province, secretary = desk.world.province, desk.world.worker("committee_secretary", desk.world.province)
    director = desk.world.worker("supervisor", province)
    with as_house():
        there = Person.objects.bulk_create(
            Person(full_name=f"Dusra {n}", sex="male", held_at=desk.world.naya_bagh, made_at=desk.at) for n in range(30)
        )
        Finding.objects.bulk_create([finding(one, INSIDE, "alert", "met") for one in there[:2]])

    def wide() -> Briefing:
        made = desk.does(do.make_briefing, by=secretary, place_id=province.pk)
        return desk.does(do.sign_briefing, by=director, briefing_id=made.pk)

    return wide


def test_a_wider_briefing_betrays_nobody_whom_the_briefing_of_a_prison_leaves_over(desk: Desk) -> None:
    wide = of_the_province(desk)
    of_prison = lines(desk.signed())

    found = lines(wide())

    assert (of_prison["court", INSIDE].printed_met, found["court", INSIDE].met) == (12, 14)
    assert found["court", INSIDE].printed_met is None, "fourteen less twelve would be the two of the other prison"
    assert found["prison", BEYOND].printed_met == 40, "what is all of the one prison tells of nobody else"


def test_a_prison_is_briefed_beside_what_its_province_was_told(desk: Desk) -> None:
    wide = of_the_province(desk)
    assert lines(wide())["court", INSIDE].printed_met == 14, "nothing else has left"

    found = lines(desk.signed())

    assert (found["court", INSIDE].met, found["court", INSIDE].printed_met) == (12, None)
    assert found["prison", BEYOND].printed_met == 40


def test_a_briefing_is_laid_beside_the_nearest_of_another_place_not_beside_the_newest(desk: Desk) -> None:
    of_the_province(desk)
    desk.signed()
    draft = desk.does(
        do.make_briefing, by=desk.world.worker("committee_secretary", desk.world.province),
        place_id=desk.world.province.pk,
    )  # fmt: skip
    counted(desk.prison, TODAY, 55)
    Finding.objects.filter(provision=INSIDE, person__in=_few(INSIDE, 10)).delete()
    assert lines(desk.signed())["court", INSIDE].met == 2
    director = desk.world.worker("supervisor", desk.world.province)

    signed = desk.does(do.sign_briefing, by=director, briefing_id=draft.pk)

    assert lines(signed)["court", INSIDE].printed_met is None, "fourteen less the twelve of that very day would be two"


def test_no_briefing_is_made_before_the_law_was_asked_or_without_a_list(desk: Desk) -> None:
    somebody = Person.objects.filter(held_at=desk.prison)[0]
    Stale.objects.create(person=somebody, since_at=desk.at)
    assert not work_rows(desk.secretary, TODAY), "nor is it asked for"
    with pytest.raises(NotSo, match="still being asked"):
        desk.does(do.make_briefing, place_id=desk.prison.pk)
    with pytest.raises(NotSo, match="No list"):
        desk.does(do.make_briefing, by=desk.analyst, place_id=desk.world.naya_bagh.pk)
    with pytest.raises(NotThere):
        desk.does(do.make_briefing, place_id=desk.world.naya_bagh.pk)


def test_a_receiver_answers_by_link_and_the_promise_comes_back_when_its_day_has_come(desk: Desk) -> None:
    signed = desk.signed()
    client = signed_in(desk.secretary)
    send = reverse("coordination:briefing-send", args=[signed.pk, "court"])
    until = (TODAY + timedelta(days=400)).isoformat()
    page = client.post(send, {"receiver": "Sessions Court", "way": "link", "answer_by": until})
    shown = page.content.decode()
    url = re.search(r"http://testserver(/\S+?)</bdi>", shown)
    pin = re.search(r"\b[2-9A-HJKMNP-Z]{8}\b", words(shown))
    assert url is not None
    assert pin is not None
    link, code = url[1], pin[0]
    outside = Client()
    asked = outside.get(link)
    assert BAIL not in asked.content.decode()
    assert asked.headers["Referrer-Policy"] == "same-origin", "with no referrer a browser's form is refused"
    assert outside.post(link, {"pin": "WRONGONE"}).status_code == 403
    seen = outside.post(link, {"pin": code}).content.decode()
    line = lines(signed)["court", BAIL]
    assert "21 met, 14 for the court to judge" in words(seen)
    said = {"by_name": "The Reader", "pin": code, f"kind-{line.pk}": "will"}
    refused = outside.post(link, said)
    assert refused.status_code == 422, "by when is part of a promise"
    assert "by when" in words(refused.content.decode())
    proof = SimpleUploadedFile("cause-list.pdf", b"%PDF-1.4\n%%EOF")
    taken = outside.post(link, {**said, f"due-{line.pk}": TODAY.isoformat(), f"file-{line.pk}": proof})
    assert "Your answers are kept" in taken.content.decode()

    kept = BriefingAnswer.objects.get()
    assert (kept.kind, kept.due_on, kept.by_link) == ("will", TODAY, True)
    assert "Sessions Court" in kept.by_name
    file = reverse("kit_file", args=[kept.file_id])
    assert file in client.get(reverse("coordination:briefing", args=[signed.pk])).content.decode()
    assert client.get(file).content.startswith(b"%PDF")
    assert signed_in(desk.lawyer).get(file).status_code == 404
    assert "Promised by now" in {str(row.word) for row in work_rows(desk.secretary, TODAY)}
    home = words(client.get(reverse("coordination:briefing", args=[signed.pk])).content.decode())
    assert "The Reader, Sessions Court" in home
    close = reverse("coordination:briefing-link-close", args=[BriefingSending.objects.get().links.get().pk])
    client.post(close)
    assert look(secret=link.rstrip("/").rpartition("/")[2], pin=code, at=desk.at).state == "gone"
    letter = client.get(reverse("kit_letter", args=["coordination.briefing", BriefingSending.objects.get().pk]))
    assert letter.status_code == 200


def test_the_next_briefing_shows_the_same_figures_then_and_now_in_both_languages(desk: Desk) -> None:
    first = desk.signed()
    counted(desk.prison, TODAY, 55)
    Finding.objects.filter(provision=BAIL, outcome="met", person__in=_few(BAIL, 6)).delete()
    second = desk.signed()

    client = signed_in(desk.analyst)
    now = words(client.get(reverse("coordination:briefing", args=[second.pk])).content.decode())
    then = words(client.get(reverse("coordination:briefing", args=[first.pk])).content.decode())
    assert "15 met, 14 for the court to judge" in now
    assert "last time: 21 met, 14 for the court to judge" in now
    assert "next time: 15 met" in then
    assert "A list it rests on" not in now
    CensusCount.objects.filter(on=TODAY).delete()
    assert "A list it rests on" in client.get(reverse("coordination:briefing", args=[second.pk])).content.decode()
    for language in ("en", "ur"):
        assert as_file(second, kind="pdf", language=language, on=TODAY).startswith(b"%PDF")
    paper = client.get(reverse("coordination:briefing-paper", args=[second.pk, "docx", "ur"]), {"to": "court"})
    assert paper.content[:2] == b"PK"
    assert client.get(reverse("coordination:briefing-paper", args=[second.pk, "exe", "ur"])).status_code == 404


def test_no_page_of_briefings_opens_to_who_has_no_part_in_it_and_none_asks_more_for_more_lines(desk: Desk) -> None:
    signed = desk.signed()
    desk.does(do.send_part, briefing_id=signed.pk, said=_said("court"))
    page = reverse("coordination:briefing", args=[signed.pk])
    assert signed_in(desk.lawyer).get(page).status_code == 404
    elsewhere = desk.world.worker("committee_secretary", desk.world.naya_bagh)
    assert signed_in(elsewhere).get(page).status_code == 404
    client = signed_in(desk.secretary)
    client.get(page)
    with CaptureQueriesContext(connection) as few:
        client.get(page)
    for number in range(12):
        copy = BriefingLine(briefing=signed, to="court", order=50 + number, rests="law", code=f"x{number}", met=0)
        copy.says_en, copy.printed_met = f"Line {number}", 0
        copy.save()
    with CaptureQueriesContext(connection) as many:
        client.get(page)
    assert len(many) == len(few)


def _few(provision: str, number: int) -> list[UUID]:
    rows = Finding.objects.filter(provision=provision, outcome="met").order_by("pk")
    return list(rows.values_list("person_id", flat=True)[:number])


def _said(to: str) -> dict[str, object]:
    return {"to": to, "receiver": "The court", "way": "letter", "answer_by": TODAY + timedelta(days=10)}


def _send(desk: Desk, briefing: Briefing, to: str) -> object:
    return desk.does(do.send_part, briefing_id=briefing.pk, said=_said(to))
