"""Every template is whole in both languages, says no more than the provision, and is printed in both."""

from __future__ import annotations

import re
import string
from io import BytesIO

import pytest
from django.utils import timezone, translation
from docx import Document

from rihai.accounts.acting import acting_as
from rihai.legal.papers.drawing import Beside, Confirmed, pleading_of
from rihai.legal.papers.gaps import Given, gaps_of
from rihai.legal.papers.onrecord import on_record
from rihai.legal.papers.queries.petitions import grounds_for
from rihai.legal.papers.wording import HERE, common, templates
from rihai.legal.papers.written import written
from rihai.legal.response.causes import NAMES
from rihai.paper.pleading.word import LTR_MARK
from rihai.screening.law.packs import law_on
from rihai.screening.shown.grounds import cited
from tests.legal.papers.cast import CASE, keep_woman
from tests.people.world import World

pytestmark = pytest.mark.django_db
TOO_MUCH = re.compile(
    r"entitle|\bright to\b|\bthe right\b|a right\b|as of right|eligib|حق ?دار|بطورِ حق|مستحق|استحقاق|حق سے|کا حق\b",
    re.IGNORECASE,
)
ROOM = HERE.parents[1]


def texts() -> dict[str, str]:
    """Every text of the room: wording of papers, tables of reasons and clocks, pages, and the Urdu of all of it; and
    the titles of all provisions, under which findings stand on screen and paper."""
    kinds = ("papers/wording/*.yaml", "response/*.csv", "templates/**/*.html", "locale/ur/**/*.po", "**/*.py")
    found = {str(path): path.read_text(encoding="utf-8") for kind in kinds for path in ROOM.glob(kind)}
    titles = (one for pack in law_on(timezone.localdate()).packs for one in pack.provisions)
    return found | {one.id: f"{one.title.of('en')} {one.title.of('ur')}" for one in titles}


def test_nothing_in_the_room_claims_more_than_the_law_says() -> None:
    assert [(name, found.group()) for name, text in texts().items() for found in TOO_MUCH.finditer(text)] == []


def test_there_is_a_letter_for_every_cause_of_still_inside() -> None:
    assert {one.cause for one in templates().values() if one.cause} == {name for name in NAMES if name}


def test_each_names_provisions_and_annexes_that_there_are() -> None:
    law = law_on(timezone.localdate())
    for one in templates().values():
        assert set(one.provisions) <= set(law.provisions), one.name
        assert set(one.annexes) <= set(common()["annexes"]), one.name
        assert set(one.provisions) <= set(common()["cites"]), one.name


def test_every_gap_of_every_template_is_known(world: World) -> None:
    lawyer = world.worker("lawyer", world.province)
    with acting_as(lawyer):
        record = on_record(keep_woman(world, lawyer).pk, "", actor=lawyer)
        assert record is not None
        known = {*gaps_of(Given(record, None, None, "ur", timezone.localdate())), "receiver", "objection"}
    for one in templates().values():
        for both in (one.subject, one.prayer, *(part.text for part in one.paragraphs)):
            for text in both.values():
                assert {name for _text, name, _spec, _conv in string.Formatter().parse(text) if name} <= known, one.name


@pytest.mark.parametrize("language", ["en", "ur"])
def test_every_template_is_printed_as_pdf_and_word(world: World, language: str) -> None:
    lawyer, today = world.worker("lawyer", world.province), timezone.localdate()
    with acting_as(lawyer), translation.override(language):
        person, law = keep_woman(world, lawyer), law_on(today)
        record = on_record(person.pk, CASE, actor=lawyer)
        assert record is not None
        for one in templates().values():
            first = next(iter(one.provisions), "")
            grounds = grounds_for(person.pk, first, CASE, actor=lawyer, law=law) if first else None
            given = Given(record, grounds.cited if grounds else cited(first, law), grounds, language, today)
            pleading = pleading_of(one, given, Beside(facts=[Confirmed("a", "b", "fir", "2")]))
            word = written(pleading, one.offer, "docx", language)
            told = "\n".join(part.text for part in Document(BytesIO(word)).paragraphs)
            said = told.replace(LTR_MARK, "")
            assert "{" not in said, one.name
            assert pleading.subject in said
            assert pleading.mark == ("DRAFT" if language == "en" else "مسودہ")
        assert written(pleading, one.offer, "pdf", language).startswith(b"%PDF")


def test_in_word_the_bar_is_as_wide_as_its_days_and_numbers_run_their_own_way(world: World) -> None:
    lawyer, today = world.worker("lawyer", world.province), timezone.localdate()
    with acting_as(lawyer), translation.override("ur"):
        person, law = keep_woman(world, lawyer), law_on(today)
        record = on_record(person.pk, CASE, actor=lawyer)
        assert record is not None
        grounds = grounds_for(person.pk, "crpc_497_delay_general", CASE, actor=lawyer, law=law)
        assert grounds is not None
        given = Given(record, grounds.cited, grounds, "ur", today)
        pleading = pleading_of(templates()["bail_statutory"], given, Beside())
        paper = Document(BytesIO(written(pleading, "bail", "docx", "ur")))
    bar = next(one for one in paper.tables if len(one.rows) == 1)
    within, beyond = (column.width for column in bar.columns)
    assert (within, beyond) == tuple(cell.width for cell in bar.rows[0].cells), "Word asks the cell, others the grid"
    assert beyond < within / 20, "a day of a hundred and eighty-five"
    assert f"{LTR_MARK}497(1){LTR_MARK}" in "".join(one.text for one in paper.paragraphs)


def test_the_custody_chart_shows_the_sum_by_hand(world: World) -> None:
    lawyer, today = world.worker("lawyer", world.province), timezone.localdate()
    with acting_as(lawyer):
        person, law = keep_woman(world, lawyer), law_on(today)
        record = on_record(person.pk, CASE, actor=lawyer)
        assert record is not None
        grounds = grounds_for(person.pk, "crpc_497_delay_general", CASE, actor=lawyer, law=law)
        assert grounds is not None
        given = Given(record, grounds.cited, grounds, "en", today)
        chart = pleading_of(templates()["bail_statutory"], given, Beside()).chart
        arrested = record.day("arrested_on")
    assert chart is not None
    assert arrested is not None
    assert chart.bar.held == (today - arrested).days
    assert chart.bar.held == (chart.bar.limit or 0) + 1, "six months and a day: the day after the length was over"
    assert [row[2] for row in chart.table.rows] == [0, chart.bar.limit, chart.bar.held]


def test_may_is_never_printed_as_shall(world: World) -> None:
    lawyer, today = world.worker("lawyer", world.province), timezone.localdate()
    with acting_as(lawyer):
        person, law = keep_woman(world, lawyer), law_on(today)
        record = on_record(person.pk, CASE, actor=lawyer)
        assert record is not None
        for one in templates().values():
            for provision in one.provisions:
                law_says = cited(provision, law)
                assert law_says is not None
                pleading = pleading_of(one, Given(record, law_says, None, "en", today), Beside())
                said = " ".join(pleading.paragraphs).replace(law_says.says, "")
                if law_says.word == "may":
                    assert "“shall”" not in said
                if not law_says.is_reviewed:
                    assert any("not yet been reviewed" in note for note in pleading.notes)
