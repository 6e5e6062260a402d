"""Cases of a row: several FIRs in it, sentences, and cells that hold a case each."""

from __future__ import annotations

from tests.census.lists import ASLAM, CLEAN, CONVICT, HEAD, codes, one, read_grid


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
