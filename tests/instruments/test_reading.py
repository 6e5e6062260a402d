"""A form is read from its workbook, or everything that is wrong with it is said at once, by sheet and row."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from rihai.errors import FileUnreadable
from rihai.instruments.reading import read_workbook
from rihai.instruments.shipped import build, shipped
from tests.instruments.books import EN, SETTINGS, UR, YES_NO, book, form, rules


def said(content: bytes) -> list[tuple[str, int | None, str]]:
    """What is to be mended: sheet, row, code."""
    return [(one.sheet, one.row, one.code) for one in read_workbook(content, "form.xlsx").problems]


def test_a_form_has_its_titles_questions_and_facts() -> None:
    read = read_workbook(
        rules(
            ("text", "who", "Who", "کون"),
            ("integer", "age", "Age of ${who}", "عمر", "${who} != ''", ". > 0", "", "", "age_years"),
        ),
        "form.xlsx",
    )
    assert not read.problems
    assert (read.form_id, read.questions) == ("test_form", 2)
    assert read.titles == {"en": "Test form", "ur": "آزمائشی فارم"}
    assert read.facts == {"age": "age_years"}


def test_every_mistake_is_said_at_once_with_its_row() -> None:
    wrong = book(
        {
            "survey": [
                ["type", "name", EN],
                ["txt", "a", "A"],
                ["integer", "1n", "N"],
                ["text", "x", ""],
                ["text", "x", "X"],
                ["begin group", "g", "G"],
                ["select_one nowhere", "s", "S"],
                [],
                ["end repeat", "", ""],
                ["text", "t", "About ${nobody}"],
                ["select_one yn", "y", "Y"],
            ],
            "choices": [*YES_NO, ["yn", "no", "Again"], ["yn", "", "Nameless"]],
            "settings": [["form_id", "form_title"], ["Two Words", ""]],
        }
    )
    assert said(wrong) == [
        ("settings", 2, "bad_form_id"),
        ("survey", 2, "unknown_type"),
        ("survey", 3, "bad_name"),
        ("survey", 4, "no_label"),
        ("survey", 5, "name_twice"),
        ("survey", 7, "no_list"),
        ("survey", 9, "end_other"),
        ("survey", 10, "unknown_reference"),
        ("choices", 4, "choice_twice"),
        ("choices", 5, "choice_no_name"),
    ]


def test_a_rule_that_cannot_be_worked_out_is_said_at_its_row() -> None:
    wrong = rules(
        ("text", "a", "A", "ا", "", "unknown-function(.)"),
        ("text", "b", "B", "ب", "${a} ="),
        ("text", "c", "C", "ج", "", "(" * 60 + "1" + ")" * 60),
        ("text", "d", "D", "د", "", "regex(., '(a+)+b')"),
        ("text", "e", "E", "ہ", "", "regex(., '(a|aa)*b')"),
        ("text", "f", "F", "و", "", "regex(., '[0-9]{5}-[0-9]{7}-[0-9]')"),
    )
    assert [one[1] for one in said(wrong)] == [2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    "waiting",
    [
        (("calculate", "a", "", "", "", "", "", "${b} + 1"), ("text", "b", "B", "ب", "${a} = 1")),
        (("text", "a", "A", "ا", "", "", ". = 'x'"),),
        (("begin group", "g", "G", "گ", "${a} = 'x'"), ("text", "a", "A", "ا"), ("end group",)),
    ],
)
def test_rules_that_wait_for_each_other_are_said_for_no_phone_opens_such_a_form(
    waiting: tuple[tuple[str, ...], ...],
) -> None:
    apart = rules(
        ("text", "a", "A", "ا", "", "${a} != ${b} and . != 'x'"),
        ("text", "b", "B", "ب", "${a} != '${b}'", "${b} != 'y'"),
    )

    assert [one[2] for one in said(rules(*waiting))] == ["circle"]
    assert said(apart) == []


def test_groups_inside_each_other_without_end_are_said_and_break_nothing() -> None:
    deep = [("begin group", f"g{n}", "G", "گ") for n in range(700)]

    found = said(rules(*deep, ("text", "a", "A", "ا"), *[("end group",)] * 700))

    assert found == [("survey", 14, "too_deep")]


@pytest.mark.parametrize(
    ("file", "form_id"),
    [
        ("Household Survey v2.xlsx", "household_survey_v2"), ("C:\\forms\\visit.xls", "visit"),
        ("form (1).xlsx", "form_1"), ("_Ärzte.xlsx", "arzte"), ("x" * 90 + ".xlsx", "x" * 64),
    ],
)  # fmt: skip
def test_a_form_without_id_takes_its_files_name_and_the_id_for_its_title(file: str, form_id: str) -> None:
    read = read_workbook(book({"survey": [["type", "name", EN], ["text", "a", "A"]]}), file)
    assert (read.problems, read.form_id, read.is_by_file, read.titles) == ((), form_id, True, {"en": form_id})
    assert f'id="{form_id}"' in read.xform
    assert {"id_of_file", "no_title"} <= {one.code for one in read.warnings}
    assert form_id in next(one.says for one in read.warnings if one.code == "id_of_file")


@pytest.mark.parametrize("file", ["فارم ۲۰۲۶.xlsx", "2026-11.xlsx", "---.xlsx"])
def test_of_a_name_without_a_letter_no_id_is_made(file: str) -> None:
    problems = read_workbook(book({"survey": [["type", "name", EN], ["text", "a", "A"]]}), file).problems
    assert [one.code for one in problems] == ["no_form_id"]


@pytest.mark.parametrize(
    ("sheets", "code"),
    [
        ({"Sheet1": [["type", "name"], ["text", "a"]]}, "no_survey"),
        ({"surveys": [["type", "name"], ["text", "a"]], "settings": SETTINGS}, "no_survey"),
        ({"survey": [["kind", "name", EN], ["text", "a", "A"]], "settings": SETTINGS}, "no_column"),
        ({"survey": [["type", "name", EN]], "settings": SETTINGS}, "no_questions"),
        (
            {"survey": [["type", "name", EN], *[["text", f"q{n}", "Q"] for n in range(5_000)]], "settings": SETTINGS},
            "too_many",
        ),
        ({"survey": [["type", "name", EN], ["csv-external", "a", "A"]], "settings": SETTINGS}, "needs_file"),
        (
            {"survey": [["type", "name", EN], ["text", "a", "A"]], "settings": [["form_id", "form_title", "public_key"],
             ["a", "A", "MIIB"]]},
            "encrypted",
        ),
    ],
)  # fmt: skip
def test_wrong_sheets_are_refused_with_a_sentence(sheets: dict[str, list[list[str]]], code: str) -> None:
    problems = read_workbook(book(sheets), "form.xlsx").problems
    assert code in [one.code for one in problems]
    assert all(one.says for one in problems)


def test_what_is_no_workbook_is_refused() -> None:
    bomb = BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("xl/workbook.xml", b" " * 40_000_000)
    for content in (b"", b"\0" * 100, b"PK\x03\x04 cut off", bomb.getvalue(), b"<html></html>"):
        with pytest.raises(FileUnreadable):
            read_workbook(content, "form.xlsx")


def test_words_in_urdu_alone_make_a_form_and_a_warning() -> None:
    read = read_workbook(
        book(
            {
                "survey": [["type", "name", UR], ["text", "نام", "نام کیا ہے؟"]],
                "settings": [["form_id", "form_title", "default_language"], ["urdu", "فارم", "اردو (ur)"]],
            }
        ),
        "form.xlsx",
    )
    assert not read.problems
    assert [one.code for one in read.warnings] == ["one_language"]
    assert read.titles == {"ur": "فارم"}


def test_entities_and_markup_in_a_label_stay_words() -> None:
    read = read_workbook(form(("text", "a", "<!ENTITY x 'y'> & <script>alert(1)</script>", "ا")), "form.xlsx")
    assert not read.problems
    assert "<script>" not in read.xform


@pytest.mark.parametrize("path", shipped(), ids=lambda path: path.stem)
def test_a_shipped_form_is_built_identically_and_speaks_both_languages(path: object) -> None:
    source = path.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    built = build(source)
    assert built == build(source)
    read = read_workbook(built, "form.xlsx")
    assert (read.problems, read.warnings) == ((), ())
    assert set(read.titles) == {"en", "ur"}
