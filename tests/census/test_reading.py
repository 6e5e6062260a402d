"""Reading whole lists: titles, headings, totals, several tables, several cases, and what is printed of them."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from datetime import date

import pytest

from rihai.census.read import read_census, read_sheets
from rihai.census.reading import column_letter
from rihai.paper.cell import Sheet
from tests.census.lists import CLEAN, CONVICT, TITLE, as_csv, codes, grid, listed, one, read_grid

HEAD = ["Sr. No", "Name", "Father Name", "Status", "FIR No", "P.S", "U/S", "Date of Arrest"]
ASLAM = [1, "Muhammad Aslam", "Ghulam Rasool", "UTP", "123/24", "Saddar", "302/34 PPC", "13-03-2024"]
BILAL = [2, "Bilal", "Akram", "UTP", "9/25", "City", "379 PPC", "14-02-2025"]


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


def test_a_convicts_sentence_has_the_day_it_was_passed() -> None:
    (case,) = one(CONVICT).facts["cases"]

    assert case["sentences"] == [
        {"imposed_on": "2024-06-16", "kind": "term", "term": {"years": 10}, "rigorous": True},
    ]


def test_a_condemned_person_is_under_sentence_of_death_without_more_words() -> None:
    (case,) = one({**CONVICT, "Status": "Condemned", "Sentence": ""}).facts["cases"]

    assert case["sentences"] == [{"imposed_on": "2024-06-16", "kind": "death"}]


def test_three_number_columns_are_one_sentence() -> None:
    reading = read_grid(
        ["Name", "Status", "U/S", "Sentence", None, None, "Date of Sentence"],
        [None, None, None, "Y", "M", "D", None],
        ["Aslam", "Convict", "302(b) PPC", 14, 0, 15, "16-06-2021"],
    )

    (case,) = reading.rows[2].facts["cases"]
    assert case["sentences"] == [{"imposed_on": "2021-06-16", "kind": "term", "term": {"years": 14, "days": 15}}]


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


@pytest.mark.parametrize(
    ("title", "name", "sheet", "found_in"),
    [
        ("Position as on 30-06-2025", "list.xlsx", "UTP", "title"),
        ("Position on 30th June, 2025", "list.xlsx", "UTP", "title"),
        ("بتاریخ ۳۰ جون ۲۰۲۵", "list.xlsx", "UTP", "title"),
        ("A list", "list.xlsx", "30.06.2025", "sheet name"),
        ("A list", "roshanabad_2025-06-30.xlsx", "UTP", "file name"),
    ],
)
def test_the_day_of_the_list_is_found_where_it_stands(title: str, name: str, sheet: str, found_in: str) -> None:
    reading = read_sheets([grid([title], HEAD, ASLAM, name=sheet)], name)

    assert (reading.census_day, reading.found_in) == (date(2025, 6, 30), found_in)
    assert reading.rows[2].facts["census_date"] == "2025-06-30"


def test_a_day_given_by_a_person_counts_before_the_title() -> None:
    reading = listed(CLEAN, census_day=date(2025, 6, 1))

    assert (reading.census_day, reading.found_in) == (date(2025, 6, 1), "given")


def test_each_sheet_has_its_own_day() -> None:
    first = grid(["As on 30-06-2025"], HEAD, ASLAM, name="June")
    second = grid(["As on 31-07-2025"], HEAD, BILAL, name="July")

    reading = read_sheets([first, second], "list.xlsx")

    assert [row.facts.get("census_date") for row in reading.rows] == [
        None,
        None,
        "2025-06-30",
        None,
        None,
        "2025-07-31",
    ]


def test_an_age_at_admission_is_of_the_day_of_admission() -> None:
    person = {("Age at admission" if heading == "Age" else heading): text for heading, text in CLEAN.items()}

    assert one(person).facts["age_stated_on"] == "2024-03-15"


def test_an_age_at_arrest_is_of_the_day_of_arrest() -> None:
    person = {("Age at arrest" if heading == "Age" else heading): text for heading, text in CLEAN.items()}

    assert one(person).facts["age_stated_on"] == "2024-03-13"


def test_without_the_day_of_the_list_an_age_is_of_no_day() -> None:
    assert "age_stated_on" not in listed(CLEAN, title="A list").rows[2].facts


def test_doa_beside_a_date_of_arrest_is_the_admission() -> None:
    reading = read_grid(
        ["Name", "Status", "U/S", "Date of Arrest", "DOA"], ["Aslam", "UTP", "379 PPC", "13-03-2024", "15-03-2024"]
    )

    assert reading.rows[1].facts["admitted_on"] == "2024-03-15"


def test_doa_alone_is_neither_and_a_person_is_asked() -> None:
    reading = read_grid(["Name", "Status", "U/S", "DOA"], ["Aslam", "UTP", "379 PPC", "13-03-2024"])

    facts = reading.rows[1].facts
    assert "admitted_on" not in facts
    assert "arrested_on" not in facts["cases"][0]
    assert facts["remarks"] == "DOA: 13-03-2024"
    assert "heading_ambiguous" in codes(reading.rows[0])


def test_a_misspelt_heading_is_used_and_named() -> None:
    reading = read_grid(["Name", "Status", "U/S", "Date of Arest"], ["Aslam", "UTP", "379 PPC", "13-03-2024"])

    heading = reading.mappings[0].headings[3]
    assert (heading.field, heading.confidence < 1) == ("arrest_date", True)
    assert reading.rows[1].facts["cases"][0]["arrested_on"] == "2024-03-13"


def test_a_file_that_writes_the_month_first_is_read_so() -> None:
    days = ["03/13/2024", "03/14/2024", "03/15/2024", "04/05/2024"]

    reading = read_grid(
        ["Name", "Status", "U/S", "Date of Arrest"], *(["Aslam", "UTP", "379 PPC", day] for day in days)
    )

    assert reading.rows[4].facts["cases"][0]["arrested_on"] == "2024-04-05"
    assert "file_month_first" in codes(reading.rows[0])


def test_one_month_first_date_does_not_turn_a_file() -> None:
    days = ["13/03/2024", "14/03/2024", "15/03/2024", "16/03/2024", "03/17/2024", "04/05/2024"]

    reading = read_grid(
        ["Name", "Status", "U/S", "Date of Arrest"], *(["Aslam", "UTP", "379 PPC", day] for day in days)
    )

    assert reading.rows[6].facts["cases"][0]["arrested_on"] == "2024-05-04"
    assert "month_first" in codes(reading.rows[5])


def test_sex_is_never_taken_from_a_title_but_from_a_person() -> None:
    rows = (["List of female prisoners"], ["Name", "Status", "U/S"], ["Nazia Bibi", "UTP", "379 PPC"])

    assert "sex" not in read_grid(*rows).rows[2].facts
    assert read_grid(*rows, defaults={"sex": "female"}).rows[2].facts["sex"] == "female"


def test_a_default_gives_way_to_what_the_row_says() -> None:
    row = listed({**CLEAN, "Sex": "M"}, defaults={"sex": "female"}).rows[2]

    assert row.facts["sex"] == "male"


def test_several_firs_in_one_row_are_cases_of_their_own() -> None:
    person = {**CLEAN, "FIR No": "123/24\n45/25", "U/S": "302/34 PPC\n379 PPC", "P.S": "Saddar\nCity"}

    cases = one(person).facts["cases"]

    assert [case["case_id"] for case in cases] == ["123/24 Saddar", "45/25 City"]
    assert [[charge["section"] for charge in case["charges"]] for case in cases] == [["302", "34"], ["379"]]


def test_several_firs_in_a_row_whose_last_cells_are_empty_are_read() -> None:
    reading = read_grid([*HEAD, "Next Date"], [*ASLAM[:4], "123/24\n45/24", "Saddar", "302 PPC\n379 PPC", "13-03-2024"])

    assert len(reading.rows[1].facts["cases"]) == 2


def test_one_section_beside_several_firs_is_that_of_each() -> None:
    row = one({**CLEAN, "FIR No": "123/24 & 45/24", "U/S": "379 PPC"})

    assert [case["charges"][0]["section"] for case in row.facts["cases"]] == ["379", "379"]
    assert codes(row) == ["cases_share_cells"]


def test_bail_in_one_case_of_a_row_says_nothing_of_the_other() -> None:
    person = {**CLEAN, "FIR No": "123/24; 45/24", "U/S": "379 PPC; 392 PPC"}

    first, second = one({**person, "Bail": "Granted, surety not furnished 50,000; Rejected"}).facts["cases"]

    assert first["bail_granted_not_furnished"] is True
    assert {name: value for name, value in second.items() if "bail" in name or "surety" in name} == {
        "bail_granted": False
    }


def test_the_sentence_of_one_case_of_a_row_is_not_that_of_a_case_under_trial() -> None:
    person = {**CONVICT, "Next Date": "15-07-2025", "FIR No": "123/24; 45/24", "U/S": "379 PPC; 392 PPC"}

    first, second = one({**person, "Status": "Convict; UTP"}).facts["cases"]

    assert first["sentences"][0]["imposed_on"] == "2024-06-16"
    assert (second["legal_status"], "sentences" in second, "convicted_on" in second) == ("under_trial", False, False)


def test_each_case_of_a_row_has_its_own_sentence_with_its_own_day() -> None:
    person = {**CONVICT, "FIR No": "123/24; 45/24", "U/S": "379 PPC; 302 PPC", "Status": "Convict; Condemned"}

    row = one({**person, "Sentence": "5 Y RI; Death", "Date of Sentence": "16-06-2024; 17-06-2024"})

    assert [case["sentences"] for case in row.facts["cases"]] == [
        [{"imposed_on": "2024-06-16", "kind": "term", "term": {"years": 5}, "rigorous": True}],
        [{"imposed_on": "2024-06-17", "kind": "death"}],
    ]


def test_an_fir_without_its_year_has_that_of_its_date() -> None:
    assert one({**CLEAN, "FIR No": "123", "FIR Date": "12-03-2024"}).facts["cases"][0]["case_id"] == "123/24 Saddar"


def test_one_fir_date_beside_several_firs_is_that_of_none_and_is_kept() -> None:
    row = one({**CLEAN, "FIR No": "123/24; 45/24", "U/S": "379 PPC; 392 PPC", "FIR Date": "12-03-2024"})

    assert all("fir_date" not in case for case in row.facts["cases"])
    assert row.facts["remarks"] == "FIR Date: 12-03-2024"


def test_a_lunatic_with_a_sentence_is_a_convict() -> None:
    row = one({**CONVICT, "Status": "Lunatic"})

    assert (row.facts["mental_disorder_flag"], row.facts["cases"][0]["legal_status"]) == (True, "convict")


def test_a_sentence_in_the_row_of_somebody_under_trial_is_a_second_status() -> None:
    assert codes(one({**CONVICT, "Status": "UTP", "Next Date": "15-07-2025"})) == ["two_statuses"]


def test_columns_for_diyat_arsh_and_daman_are_one_list() -> None:
    row = one({**CONVICT, "Diyat": "Rs. 2,500,000", "Arsh": "50,000", "Daman": "Nil"})

    assert row.facts["cases"][0]["compensation"] == [
        {"kind": "diyat", "amount": 2500000},
        {"kind": "arsh", "amount": 50000},
    ]
    assert codes(row) == []


def test_an_arrest_in_a_year_of_two_digits_after_the_list_is_rejected() -> None:
    assert codes(one({**CLEAN, "Date of Arrest": "13-03-28"}))[0] == "arrest_after_census"


def test_a_list_of_pakistan_that_never_shows_its_order_is_day_first_without_complaint() -> None:
    reading = listed({**CLEAN, "Date of Arrest": "12-3-24", "Date of Admission": "12-3-24", "Next Date": "05-07-2025"})

    assert reading.rows[2].facts["cases"][0]["arrested_on"] == "2024-03-12"
    assert reading.rows[2].verdict == "accepted"


def test_an_arrest_before_the_year_of_an_fir_is_not_an_arrest_in_that_case() -> None:
    first, second = one({**CLEAN, "FIR No": "123/24; 45/25", "U/S": "302 PPC; 379 PPC"}).facts["cases"]

    assert first["arrested_on"] == "2024-03-13"
    assert "arrested_on" not in second


def test_numbered_firs_and_dates_in_one_row_are_dealt_out_in_order() -> None:
    person = {**CLEAN, "FIR No": "1) 123/24 2) 45/24", "U/S": "1) 302/34 PPC 2) 379 PPC"}

    row = one({**person, "Date of Arrest": "13-03-2024, 14-03-2024"})

    assert [case["arrested_on"] for case in row.facts["cases"]] == ["2024-03-13", "2024-03-14"]
    assert [len(case["charges"]) for case in row.facts["cases"]] == [2, 1]
    assert codes(row) == []


def test_a_case_in_one_cell_is_taken_apart() -> None:
    reading = read_grid(
        ["Name", "Case FIR No., U/S & P.S", "Status"],
        ["Aslam", "FIR No.123/24 dt 04.05.24 u/s 302/34 PPC PS Saddar", "UTP"],
    )

    (case,) = reading.rows[1].facts["cases"]
    assert (case["case_id"], case["fir_date"]) == ("123/24 Saddar", "2024-05-04")
    assert [charge["section"] for charge in case["charges"]] == ["302", "34"]


def test_two_cases_in_one_cell_are_two_cases() -> None:
    text = "FIR No.123/24 u/s 302/34 PPC PS Saddar; FIR No.45/24 u/s 9-C CNSA PS City"

    reading = read_grid(["Name", "Case FIR No., U/S & P.S", "Status"], ["Aslam", text, "UTP"])

    cases = reading.rows[1].facts["cases"]
    assert [case["case_id"] for case in cases] == ["123/24 Saddar", "45/24 City"]
    assert [[charge["act"] for charge in case["charges"]] for case in cases] == [["PPC", "PPC"], ["CNSA"]]


def test_an_offence_in_words_beside_its_section_rejects_nobody() -> None:
    reading = read_grid(["Name", "Offence", "U/S", "Status"], ["Aslam", "Theft", "379 PPC", "Detenue"])

    assert reading.rows[1].verdict == "accepted"
    assert reading.rows[1].facts["remarks"] == "Offence: Theft"


def test_sections_that_do_not_pair_up_stay_one_case() -> None:
    row = one({**CLEAN, "FIR No": "123/24; 45/24", "U/S": "302, 34 PPC"})

    (case,) = row.facts["cases"]
    assert case["fir_number"] == "123/2024; 45/2024"
    assert [charge["section"] for charge in case["charges"]] == ["302", "34"]


def test_a_row_that_names_nobody_is_another_case_of_the_person_above() -> None:
    reading = read_grid(HEAD, ASLAM, [None, None, None, None, "45/25", "City", "379 PPC", "14-02-2025"])

    row = reading.rows[2]
    (record,) = reading.records()
    assert (row.verdict, row.of) == ("accepted_with_warnings", 2)
    assert [case["case_id"] for case in record["cases"]] == ["123/24 Saddar", "45/25 City"]


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


def test_the_day_the_list_is_of_counts_before_the_day_of_its_letter() -> None:
    reading = listed(CLEAN, title="List as on 30-06-2025, with letter No. 12 dated 05-07-2025")

    assert reading.census_day == date(2025, 6, 30)
    assert reading.problems == ()


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
