"""Reading whole lists: titles, headings, totals, several tables, and what is printed of them."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence

from rihai.census.read import read_census, read_sheets
from rihai.census.reading import column_letter
from rihai.paper.cell import Sheet
from tests.census.lists import ASLAM, BILAL, CLEAN, HEAD, TITLE, as_csv, codes, grid, listed, one, read_grid


def verdicts(*rows: Sequence[object]) -> list[str]:
    return [row.verdict for row in read_grid(*rows).rows]


def test_a_clean_row_becomes_the_record_of_the_contract() -> None:
    facts = one(CLEAN).facts

    assert facts == {
        "id": "3",
        "census_date": "2025-06-30",
        "serial": "1",
        "prison_id": "UTP-1/25",
        "country": "PK",
        "prison": "District Jail Roshanabad",
        "prison_type": "district",
        "full_name": "Muhammad Aslam",
        "father_or_husband_name": "Ghulam Rasool",
        "relation_to_named": "son_of",
        "cnic": "9120212345671",
        "sex": "male",
        "age_years": 35,
        "age_stated_on": "2025-06-30",
        "admitted_on": "2024-03-15",
        "cases": [
            {
                "case_id": "123/24 Saddar",
                "legal_status": "under_trial",
                "fir_number": "123/2024",
                "police_station": "Saddar",
                "charges": [
                    {"act": "PPC", "section": "302", "section_text": "302"},
                    {"act": "PPC", "section": "34", "section_text": "34 PPC"},
                ],
                "arrested_on": "2024-03-13",
                "next_hearing_on": "2025-07-15",
            }
        ],
    }


def test_headings_are_found_in_row_seven() -> None:
    titles: list[list[str]] = [
        ["Government of the Punjab, Prisons"],
        ["District Jail Roshanabad"],
        [],
        [],
        ["UTP"],
        [],
    ]

    assert verdicts(*titles, HEAD, ASLAM) == ["not_a_person"] * 7 + ["accepted"]


def test_headings_in_urdu_are_understood() -> None:
    reading = read_grid(
        ["ڈسٹرکٹ جیل روشن آباد، فہرست حوالاتیان بتاریخ 30-06-2025"],
        ["نمبر شمار", "نام قیدی", "ولدیت", "زیر دفعہ", "مقدمہ نمبر", "تھانہ", "تاریخ گرفتاری"],
        [1, "محمد یوسف", "غلام رسول", "ت پ ۳۰۲", "۱۲۳/۲۴", "صدر", "۱۳-۰۳-۲۰۲۴"],
    )

    facts = reading.rows[2].facts
    assert facts["full_name"] == "محمد یوسف"
    assert facts["prison"] == "ڈسٹرکٹ جیل روشن آباد"
    assert facts["cases"][0]["legal_status"] == "under_trial"
    assert facts["cases"][0]["fir_number"] == "123/2024"
    assert facts["cases"][0]["arrested_on"] == "2024-03-13"


def test_a_heading_in_two_lines_or_two_languages_is_one() -> None:
    reading = read_grid(
        ["Particulars", None, "Case", None, "Date of", None, "Status"],
        ["Name / نام", "Father Name", "FIR No", "U/S", "Arrest", "Admission", None],
        ["Aslam", "Akram", "123/24", "379 PPC", "13-03-2024", "14-03-2024", "UTP"],
    )

    (mapping,) = reading.mappings
    assert [heading.field for heading in mapping.headings] == [
        "full_name", "father_or_husband_name", "fir_number", "sections", "arrest_date", "admission_date", "status",
    ]  # fmt: skip
    assert mapping.rows == (1, 2)


def test_repeated_headings_totals_barracks_and_signatures_are_nobody() -> None:
    rows: list[Sequence[object]] = [
        HEAD, list(range(1, 9)), ["BARRACK NO. 1"], ASLAM, ["Sub Total", 1], [], ["Barrack 2"], HEAD, BILAL,
        ["Grand Total", 2], [None, "Prepared by", None, None, "Superintendent"], ["District Jail Roshanabad"],
    ]  # fmt: skip

    found = verdicts(*rows)

    people = [at for at, verdict in enumerate(found) if verdict != "not_a_person"]
    assert people == [3, 8]


def test_somebody_called_like_a_title_is_still_somebody() -> None:
    wardah = [3, "Wardah Bibi", "Paigham Khan", "UTP", "10/25", "City", "379 PPC", "14-02-2025"]

    assert verdicts(HEAD, wardah)[1] == "accepted"


def test_two_tables_on_one_sheet_are_read_each_by_its_own_headings() -> None:
    reading = read_grid(
        HEAD, ASLAM, [], ["Convicts"], ["Name", "Status", "U/S", "Sentence", "Date of Sentence"],
        ["Karim", "Convict", "408 PPC", "10 Y RI", "16-06-2021"],
    )  # fmt: skip

    assert len(reading.mappings) == 2
    assert reading.rows[5].facts["full_name"] == "Karim"
    assert reading.rows[5].facts["cases"][0]["sentences"][0]["term"] == {"years": 10}


def test_a_title_inside_the_list_names_the_status_of_the_rows_below_it() -> None:
    head = ["Name", "Sex", "U/S", "Sentence"]
    reading = read_grid(
        ["UNDER TRIAL PRISONERS"], head, ["Aslam", "M", "379 PPC"], ["Total UTPs", 1],
        ["CONVICTED PRISONERS"], head, ["Bilal", "M", "379 PPC", "10 Y RI"], ["C/F", 2],
    )  # fmt: skip

    statuses = [row.facts["cases"][0]["legal_status"] for row in reading.rows if row.facts]
    assert statuses == ["under_trial", "convict"]
    assert codes(reading.rows[4]) == ["status_from_title"]
    assert reading.rows[7].verdict == "not_a_person"


def test_a_prenumbered_row_without_anybody_is_nobody() -> None:
    assert verdicts(HEAD, ASLAM, [2], [3])[2:] == ["not_a_person", "not_a_person"]


def test_a_name_alone_is_somebody_of_whom_too_little_is_known() -> None:
    assert verdicts(HEAD, [None, "Muhammad Aslam"])[1] == "rejected"


def test_ditto_says_what_the_cell_above_says() -> None:
    reading = read_grid(HEAD, ASLAM, [2, "Bilal", "Akram", "-do-", "9/25", "do", "-do-", "14-02-2025"])

    (case,) = reading.rows[2].facts["cases"]
    assert case["legal_status"] == "under_trial"
    assert case["police_station"] == "Saddar"
    assert [charge["section"] for charge in case["charges"]] == ["302", "34"]
    assert reading.rows[2].raw["Status"] == "-do-"


def test_a_misspelt_heading_is_used_and_named() -> None:
    reading = read_grid(["Name", "Status", "U/S", "Date of Arest"], ["Aslam", "UTP", "379 PPC", "13-03-2024"])

    heading = reading.mappings[0].headings[3]
    assert (heading.field, heading.confidence < 1) == ("arrest_date", True)
    assert reading.rows[1].facts["cases"][0]["arrested_on"] == "2024-03-13"


def test_sex_is_never_taken_from_a_title_but_from_a_person() -> None:
    rows = (["List of female prisoners"], ["Name", "Status", "U/S"], ["Nazia Bibi", "UTP", "379 PPC"])

    assert "sex" not in read_grid(*rows).rows[2].facts
    assert read_grid(*rows, defaults={"sex": "female"}).rows[2].facts["sex"] == "female"


def test_a_default_gives_way_to_what_the_row_says() -> None:
    row = listed({**CLEAN, "Sex": "M"}, defaults={"sex": "female"}).rows[2]

    assert row.facts["sex"] == "male"


def test_a_row_without_a_name_but_with_a_father_is_rejected() -> None:
    reading = read_grid(HEAD, ASLAM, [2, None, "Akram", "UTP", "45/25", "City", "379 PPC", "14-02-2025"])

    assert reading.rows[2].verdict == "rejected"
    assert codes(reading.rows[2]) == ["name_missing"]


def test_columns_that_disagree_are_settled_by_the_one_made_for_it_and_nothing_is_lost() -> None:
    row = one({**CLEAN, "Name": "Muhammad Aslam s/o Karim Bakhsh"})

    assert row.facts["father_or_husband_name"] == "Ghulam Rasool"
    assert "Karim Bakhsh" in row.facts["remarks"]


def test_data_without_headings_does_not_vanish_silently() -> None:
    reading = read_grid(["x", "y", "z", "w"], ["p", "q", "r", "s"])

    assert [row.verdict for row in reading.rows] == ["rejected", "rejected"]
    assert reading.rows[0].facts == {"id": "UTP-1", "remarks": "x; y; z; w"}


def test_the_json_of_a_row_has_the_keys_of_the_contract() -> None:
    reading = listed({**CLEAN, "Age": "about 40"})

    said = [json.loads(line) for line in reading.as_json_lines()]

    assert [line["row"] for line in said] == [1, 2, 3]
    assert [line["verdict"] for line in said] == ["not_a_person", "not_a_person", "accepted_with_warnings"]
    assert said[0]["facts"] == {}
    assert said[2]["sheet"] is None
    assert said[2]["of"] is None
    assert said[2]["facts"]["age_years"] == {"min": 38, "max": 42}
    assert said[2]["problems"] == [
        {
            "code": "age_approximate",
            "fact": "age_years",
            "raw": "about 40",
            "message": "Age is approximate.",
            "mend": "Write the date of birth, or leave as is.",
        }
    ]


def test_rows_of_text_files_bear_the_line_on_which_they_begin() -> None:
    broken = {**CLEAN, "Father Name": "Ghulam\nRasool"}

    reading = read_census(as_csv([[TITLE], list(CLEAN), list(broken.values()), list(CLEAN.values())]), "list.csv")

    assert [row.row for row in reading.rows] == [1, 2, 3, 5]
    assert reading.rows[3].facts["id"] == "5"


def test_ids_name_sheet_and_row() -> None:
    assert read_grid(HEAD, ASLAM).rows[1].facts["id"] == "UTP-2"


def test_a_cell_right_of_the_last_heading_goes_to_the_remarks() -> None:
    reading = read_grid(HEAD, [*ASLAM, None, "weak sight"])

    assert reading.rows[1].facts["remarks"] == "column J: weak sight"


def test_short_answers_do_not_make_a_row_of_headings() -> None:
    head = ["Name", "Status", "U/S", "Sex", "Bail", "Challan"]

    reading = read_grid(head, [], ["Aslam", "UTP", "379 PPC", "M", "No", "Y"])

    assert reading.rows[2].facts["full_name"] == "Aslam"


def test_a_short_first_row_is_not_taken_for_a_second_line_of_headings() -> None:
    reading = read_grid(["Name", "Sex", "Bail", "U/S"], ["Karim", "M", "No"], ["Aslam", "M", "No"])

    assert [row.facts.get("full_name") for row in reading.rows] == [None, "Karim", "Aslam"]


def test_a_line_of_five_signatures_is_nobody() -> None:
    signed = ["Prepared by", "Checked by", "Warder", "Deputy Superintendent", "Superintendent"]

    assert verdicts(HEAD, ASLAM, signed)[2] == "not_a_person"


def test_the_province_of_the_prison_is_taken_from_the_title_where_it_names_one() -> None:
    rows = (HEAD, ASLAM)

    assert read_grid(["District Jail Roshanabad, Punjab"], *rows).rows[2].facts["province"] == "punjab"
    assert "province" not in read_grid(["Jails of Punjab and Sindh"], *rows).rows[2].facts


def test_a_prison_may_stand_in_the_sheets_name() -> None:
    reading = read_sheets([grid(HEAD, ASLAM, name="District Jail Roshanabad")], "list.xlsx")

    assert reading.rows[1].facts["prison"] == "District Jail Roshanabad"


def test_an_empty_sheet_beside_a_full_one_is_no_trouble() -> None:
    reading = read_sheets([Sheet("Empty", ()), grid(HEAD, ASLAM)], "list.xlsx")

    assert reading.counts()["accepted"] == 1
    assert sum(reading.counts().values()) == 2


def test_a_workbook_of_several_sheets_is_read_from_its_bytes() -> None:
    import openpyxl

    book = openpyxl.Workbook()
    for name in ("UTP", "Women"):
        sheet = book.create_sheet(name)
        for row in (
            [TITLE],
            list(CLEAN),
            [f"{name[0]}{text}" if text == "UTP-1/25" else text for text in CLEAN.values()],
        ):
            sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)

    reading = read_census(stream.getvalue(), "list.xlsx")

    assert [(row.sheet, row.row) for row in reading.rows if row.verdict != "not_a_person"] == [("UTP", 3), ("Women", 3)]


def test_a_column_without_heading_bears_its_letter() -> None:
    assert [column_letter(at) for at in (0, 25, 26, 701, 702)] == [f"column {x}" for x in ("A", "Z", "AA", "ZZ", "AAA")]
