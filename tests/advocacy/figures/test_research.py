"""An extract for a researcher: asked, approved by somebody else, agreed to, safe or refused, handed over, erased."""

from __future__ import annotations

import csv
import random
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.apps import apps
from django.urls import reverse

from rihai.accounts.models import Guarded
from rihai.accounts.operations.house import as_house
from rihai.advocacy.errors import NotSo, NotThere
from rihai.advocacy.research import operations as do
from rihai.advocacy.research.extract import K, made_extract
from rihai.advocacy.research.handing import close_link, hand_over, make_link
from rihai.advocacy.research.models import ResearchDownload, ResearchExtract, ResearchLink, ResearchRequest
from rihai.advocacy.research.offers import rows as work
from rihai.advocacy.research.risk import measured
from rihai.advocacy.research.rows import QUASI, SENSITIVE, rows_for_research
from rihai.kit.audit.models import Event
from rihai.kit.files import StoredFile
from tests.advocacy.figures.world import DAY, NOW, Desk, signed_in
from tests.paper.seen import pdf_text
from tests.people.world import NOON, TODAY

SAID = {
    "researcher": "Dr Farzi", "institution": "An invented university", "contact": "", "question": "Who waits longest?",
    "ethics": "Committee 7, 12/26", "until_on": date(2029, 9, 30),
}  # fmt: skip
LINK = {"receiver": "Dr Farzi", "days": 3, "most": 2}
AGREED = {"agreed_by": "Dr Farzi", "agreed_on": date(2026, 9, 30)}


def rows(many: int) -> list[dict[str, Any]]:
    """Invented rows, some rare: one old woman of a small province, and a group all of one offence."""
    chance = random.Random(3)
    made: list[dict[str, Any]] = [
        {"sex": chance.choice(("male", "male", "male", "female")), "age_band": chance.choice(("18_to_24", "35_to_49")),
         "province": chance.choice(("Wadi", "Wadi", "Sahil")), "standing": chance.choice(("under_trial", "other")),
         "time_under_trial": chance.choice(("to_6_months", "to_1_year")), "offence": chance.choice(("theft", "hurt"))}
        for _n in range(many)
    ]  # fmt: skip
    rare = {"sex": "female", "age_band": "60_and_over", "province": "Kohsar", "standing": "under_trial"}
    alike = {"sex": "male", "age_band": "25_to_34", "province": "Wadi", "standing": "under_trial",
             "time_under_trial": "to_2_years", "offence": "sexual"}  # fmt: skip
    return [*made, {**rare, "time_under_trial": "over_5_years", "offence": "murder"}, *[dict(alike)] * 14]


def approved(desk: Desk) -> ResearchRequest:
    asked = desk.does(do.ask_for_extract, said=SAID)
    desk.does(do.decide_request, by=desk.director, request_id=asked.pk, said={"approve": "yes", "says": ""})
    return desk.does(do.keep_agreement, request_id=asked.pk, said=AGREED)


def test_nobody_stands_alone_in_an_extract_and_a_group_alike_is_not_told_of() -> None:
    made = made_extract(rows(600))

    lines = list(csv.DictReader(made.content.decode("utf-8-sig").splitlines()))
    groups = Counter(tuple(one[q.name] for q in QUASI) for one in lines)
    assert min(groups.values()) == made.risk.k >= K
    assert made.risk.highest == 1 / made.risk.k
    assert len(lines) == made.risk.rows > 500
    assert "60_and_over" not in made.content.decode(), "the one old woman is in no row that tells it"
    for group in groups:
        members = [one for one in lines if tuple(one[q.name] for q in QUASI) == group]
        for name in SENSITIVE:
            facts = {one[name] for one in members}
            assert len(facts) > 1 or facts == {"c"}, f"to know {group} would be to know {name}: {facts}"
    risky = measured(rows(600), [one.name for one in QUASI], SENSITIVE)
    assert (risky.k, risky.highest, risky.diversity) == (1, 1.0, 1), "the rows as they were, measured the same way"


@pytest.mark.parametrize("many", [0, 4])
def test_of_few_people_nothing_is_made(many: int) -> None:
    with pytest.raises(NotSo, match="No safe extract"):
        made_extract(rows(600)[:many])


def test_the_rows_hold_bands_and_provinces_alone_and_no_guarded_person(desk: Desk) -> None:
    worker = desk.world.worker("caseworker", desk.world.gulzar)
    seen, hidden = (desk.world.enter(worker, pregnant=None, cnic=None, prison_id=None) for _n in range(2))
    Guarded.objects.create(person_id=hidden.pk, ground="x", started_at=NOON)

    [row] = rows_for_research(TODAY, NOON)

    assert row == {
        "sex": "female", "age_band": "25_to_34", "province": "Wadi", "standing": "under_trial",
        "time_under_trial": "to_1_year", "offence": "theft",
    }, seen.pk  # fmt: skip


@pytest.mark.usefixtures("measured_alike")
def test_an_extract_needs_somebody_elses_yes_a_signature_and_a_day_to_come(desk: Desk) -> None:
    asked = desk.does(do.ask_for_extract, said=SAID)
    made = made_extract(rows(600))
    assert [row.who for row in work(desk.director, NOW.date())] == ["Dr Farzi"]
    assert not work(desk.analyst, NOW.date())
    with pytest.raises(NotThere):
        desk.does(do.decide_request, request_id=asked.pk, said={"approve": "yes"})
    with pytest.raises(NotSo, match="not approved"):
        desk.does(do.keep_extract, request_id=asked.pk, made=made)
    with pytest.raises(NotSo, match="why it is refused"):
        desk.does(do.decide_request, by=desk.director, request_id=asked.pk, said={"approve": "no", "says": ""})
    desk.does(do.decide_request, by=desk.director, request_id=asked.pk, said={"approve": "yes", "says": ""})
    with pytest.raises(NotSo, match="not agreed"):
        desk.does(do.keep_extract, request_id=asked.pk, made=made)
    desk.does(do.keep_agreement, request_id=asked.pk, said=AGREED)

    extract = desk.does(do.keep_extract, request_id=asked.pk, made=made)

    with pytest.raises(NotSo, match="three months"):
        desk.does(do.keep_extract, request_id=asked.pk, made=made)
    other = desk.does(do.ask_for_extract, said=SAID)
    desk.does(do.decide_request, by=desk.director, request_id=other.pk, said={"approve": "yes", "says": ""})
    desk.does(do.keep_agreement, request_id=other.pk, said=AGREED)
    desk.at += DAY
    with pytest.raises(NotSo, match="somebody else less than three months"):
        desk.does(do.keep_extract, request_id=other.pk, made=made)
    desk.at -= DAY
    assert desk.does(do.keep_extract, request_id=other.pk, made=made).k == extract.k, (
        "of one day they are the same rows"
    )
    assert extract.file is not None
    analyst, director, lawyer = (signed_in(one) for one in (desk.analyst, desk.director, desk.lawyer))
    assert analyst.get(reverse("kit_file", args=[extract.file.pk])).status_code == 404, "by its own page alone"
    fetch = reverse("advocacy:research-fetch", args=[extract.pk])
    for who in (director, lawyer):
        assert who.get(fetch).status_code == 404
    assert "Dr Farzi" in director.get(reverse("advocacy:research", args=[asked.pk])).content.decode()
    assert lawyer.get(reverse("advocacy:research-index")).status_code == 404
    assert analyst.post(fetch, {"receiver": ""}).status_code == 422
    taken = analyst.post(fetch, {"receiver": "Dr Farzi"})
    [left] = ResearchDownload.objects.all()
    assert (left.receiver, left.number) == ("Dr Farzi", 1)
    with ZipFile(BytesIO(taken.content)) as bundle:
        table, paper = (bundle.read(f"extract-2026-10-01-copy-1.{kind}") for kind in ("csv", "pdf"))
    assert sorted(table.splitlines()) == sorted(made.content.splitlines()), "the same rows"
    assert table.splitlines()[0] == made.content.splitlines()[0]
    assert table != made.content, "in an order of its own"
    text = pdf_text(paper)
    assert "Copy 1, for Dr Farzi" in text
    assert "pycanon 1.3.6" in text
    assert f"Smallest group (k) {made.risk.k} {made.risk.k}" in text, "both measurements side by side"
    assert "nothing else" in left.agreement, "word for word what was signed"
    assert Event.objects.filter(act="advocacy.research.handed_over").count() == 1


@pytest.mark.usefixtures("measured_alike")
def test_what_has_ended_is_erased_and_handed_over_no_more(desk: Desk) -> None:
    found = approved(desk)
    extract = desk.does(do.keep_extract, request_id=found.pk, made=made_extract(rows(600)))
    assert do.end_what_is_over(desk.at + 200 * DAY) == 0
    assert do.end_what_is_over(desk.at + 1200 * DAY) == 1
    assert do.end_what_is_over(desk.at + 1200 * DAY) == 0

    assert not StoredFile.objects.filter(owner=do.OWNER, data_class="personal").exists()
    with pytest.raises(NotSo):
        desk.does(hand_over, extract_id=extract.pk, said={"receiver": "Dr Farzi"})
    assert ResearchExtract.objects.get().k >= K, "that it was made, and how safe, stays"


@pytest.mark.usefixtures("measured_alike")
def test_no_act_of_research_is_ever_half_done(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    made = made_extract(rows(600))

    def one(model: Any) -> Any:
        return model.objects.order_by("pk").last()

    def kept() -> list[list[str]]:
        room: list[Any] = list(apps.get_app_config("advocacy").get_models())
        tables: list[Any] = [each for each in room if each.__name__.startswith("Research")]
        with as_house():
            return [sorted(map(str, each._default_manager.values())) for each in [*tables, StoredFile, Event]]

    def request() -> Any:
        return one(ResearchRequest).pk

    yes = {"approve": "yes", "says": ""}
    story: list[tuple[str, Callable[[], Any]]] = [
        ("an application", lambda: desk.does(do.ask_for_extract, said={**SAID, "file": ("e.pdf", b"%PDF-1.4\n%%EOF")})),
        ("a decision", lambda: desk.does(do.decide_request, by=desk.director, request_id=request(), said=yes)),
        ("an agreement", lambda: desk.does(do.keep_agreement, request_id=request(), said=AGREED)),
        ("an extract", lambda: desk.does(do.keep_extract, request_id=request(), made=made)),
        ("a hand-over", lambda: desk.does(
            hand_over, extract_id=one(ResearchExtract).pk, said={"receiver": "Dr Farzi"})),
        ("a link", lambda: desk.does(make_link, extract_id=one(ResearchExtract).pk, said=LINK)),
        ("a link closed", lambda: desk.does(close_link, link_id=one(ResearchLink).pk)),
        ("an end", lambda: desk.does(do.end_request, request_id=request())),
    ]  # fmt: skip

    def power_cut(*_args: object, **_kwargs: object) -> None:
        raise KeyboardInterrupt

    before = kept()
    for name, act in story:
        with monkeypatch.context() as broken:
            for part in ("operations", "handing"):
                broken.setattr(f"rihai.advocacy.research.{part}.append", power_cut)
            with pytest.raises(KeyboardInterrupt):
                act()
        assert kept() == before, f"{name}, interrupted, left something"
        act()
        before, earlier = kept(), before
        assert before != earlier, f"{name}, uninterrupted, happens"
    assert one(ResearchRequest).ended_at is not None
    assert timedelta(days=90) == do.APART
