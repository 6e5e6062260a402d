"""A letter is the same text as PDF and as a Word file, in either language, and nothing filled in is ever markup."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from rihai.errors import NotAllowed, NotFound
from rihai.kit.audit.models import Event
from rihai.kit.letters.make import Format, letter_named, make
from rihai.kit.letters.word import TemplateBroken
from tests.kit.keeping.actors import AT, Worker
from tests.paper.seen import pdf_text

pytestmark = pytest.mark.django_db
COUNSEL = Worker(can=frozenset({"tests.write"}))


def written(kind: Format, language: str = "en", subject: str = "7") -> bytes:
    letter = letter_named("tests.bail", COUNSEL)
    return make(letter, actor=COUNSEL, at=AT, subject=subject, kind=kind, language=language).content


def lines(content: bytes) -> list[str]:
    return [paragraph.text for paragraph in Document(BytesIO(content)).paragraphs if paragraph.text]


def test_a_word_letter_says_every_part_in_its_order_as_it_was_given() -> None:
    assert lines(written("docx")) == [
        "Rihai", "25 November 2026", "The Sessions Judge", "Roshanabad", "Our reference: R/7", "FIR 12/2026",
        "Court: Sessions", "Sir,", "We ask for <bail> & a date.", "{{ 7 * 7 }}", "Yours faithfully,", "Advocate",
        "Enclosed:", "Copy of the FIR",
    ]  # fmt: skip


def test_an_urdu_word_letter_runs_from_the_right() -> None:
    document = Document(BytesIO(written("docx", "ur")))

    with_text = [paragraph for paragraph in document.paragraphs if paragraph.text]
    assert any("ضمانت" in paragraph.text for paragraph in with_text)
    assert all(paragraph._p.xpath("./w:pPr/w:bidi") for paragraph in with_text)
    assert all(run.font.rtl for paragraph in with_text for run in paragraph.runs if run.text)


@pytest.mark.parametrize(("language", "says"), [("en", "We ask for <bail> & a date."), ("ur", "497")])
def test_a_pdf_letter_says_the_same(language: str, says: str) -> None:
    text = pdf_text(written("pdf", language))

    assert says in text
    assert "FIR 12/2026" in text


def test_the_trail_says_who_wrote_which_letter_about_what() -> None:
    written("docx", "ur")

    line = Event.objects.get()
    assert (line.act, line.actor_id, line.subject, line.kind) == ("kit.letter.written", COUNSEL.pk, "7", "tests.bail")


def test_who_may_not_write_it_finds_none_and_about_nothing_there_is_none() -> None:
    with pytest.raises(NotAllowed):
        letter_named("tests.bail", Worker())
    with pytest.raises(NotFound):
        written("pdf", subject="8")
    assert not Event.objects.exists()


def own_template(home: Path, text: str) -> None:
    document = Document()
    document.add_paragraph(text)
    (home / "letters").mkdir()
    document.save(str(home / "letters" / "tests.bail.en.docx"))


def test_an_office_may_have_its_own_template(settings: Any, tmp_path: Path) -> None:
    settings.HOME = tmp_path
    own_template(tmp_path, "Letterhead. {{ subject }}, {{ facts[0].value }}")

    assert lines(written("docx")) == ["Letterhead. FIR 12/2026, Sessions"]


@pytest.mark.parametrize("text", ["{{ subject", "{{ subject.__class__.__mro__ }}", "{% for x %}"])
def test_a_template_that_does_not_work_or_reaches_for_the_machine_is_refused_by_name(
    text: str, settings: Any, tmp_path: Path
) -> None:
    settings.HOME = tmp_path
    own_template(tmp_path, text)

    with pytest.raises(TemplateBroken, match=r"tests\.bail\.en\.docx"):
        written("docx")
