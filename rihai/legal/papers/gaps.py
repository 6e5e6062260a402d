"""What fills the gaps of a template: words from the record and from the law, blank lines where nothing is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rihai.legal.papers.onrecord import OnRecord
from rihai.legal.papers.wording import common
from rihai.screening.shown.grounds import Cited, Grounds
from rihai.words import day_text, number_text

BLANK = "____________"
WOMAN = "female"
GENDERED: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "en": {
        "petitioner": ("the petitioner",) * 2, "accused": ("an accused",) * 2, "rakhta": ("",) * 2, "raha": ("",) * 2,
    },
    "ur": {
        "petitioner": ("سائل", "سائلہ"), "accused": ("ملزم", "ملزمہ"), "rakhta": ("رکھتا", "رکھتی"),
        "raha": ("رہا", "رہی"),
    },
}  # fmt: skip
"""Words that Urdu turns by sex; the first of a pair also for a transgender person."""
RELATIONS: Mapping[str, Mapping[str, str]] = {
    "en": {"son_of": "son of", "daughter_of": "daughter of", "wife_of": "wife of", "widow_of": "widow of"},
    "ur": {"son_of": "ولد", "daughter_of": "دختر", "wife_of": "زوجہ", "widow_of": "بیوہ"},
}
DAYS = ("fir_date", "convicted_on", "appeal_filed_on", "bail_granted_on", "bail_furnished_on", "release_due_on",
        "next_hearing_on")  # fmt: skip
TEXTS = ("court", "fir_number", "police_station", "sentences")
MONEY = ("surety_amount", "fine")


@dataclass(frozen=True, slots=True)
class Given:
    """What a paper is filled from, in one language, on one day."""

    record: OnRecord
    cited: Cited | None
    grounds: Grounds | None
    language: str
    on: date
    court: str = ""
    counsel: str = ""


def gaps_of(given: Given) -> dict[str, str]:
    """Every gap by its name; what is not known is empty. A template fills empty ones with a blank line."""
    record, language = given.record, given.language
    woman = record.person.sex == WOMAN
    found = {name: forms[woman] for name, forms in GENDERED[language].items()}
    found |= {"blank": BLANK, "year": str(given.on.year), "counsel": given.counsel}
    found |= {"person": _person(record, language), "prison": _prison(record)}
    found |= {fact: _day(record, fact, language) for fact in DAYS}
    found |= {fact: record.text(fact) for fact in TEXTS}
    found |= {fact: _money(record.value(fact), language) for fact in MONEY}
    found |= _of_custody(record, given)
    found |= _of_law(given)
    found["fir"] = found["fir_number"] or record.case_id
    found["sections"] = record.text("charges")
    found["court"] = given.court or found["court"]
    found["seat"] = given.court
    found["born"] = _day(record, "date_of_birth", language) or record.text("date_of_birth")
    found["children_inside"] = record.text("children_in_prison") if record.value("children_in_prison") else ""
    found["indigent"] = record.text("indigent") if record.value("indigent") is True else ""
    found["no_other_case"] = "." if record.value("held_in_other_case") is False else ""
    found["other_case"] = "." if record.value("held_in_other_case") is True else ""
    return found


def filled(text: str, gaps: Mapping[str, str]) -> str:
    """A text with its gaps filled; a blank line for what is not known."""
    return text.format_map(_Blank(gaps))


class _Blank(dict[str, str]):
    """The gaps, with a blank line for an empty or unknown one; but never for words that belong to one language."""

    def __init__(self, gaps: Mapping[str, str]) -> None:
        super().__init__(gaps)

    def __getitem__(self, name: str) -> str:
        value = self.get(name, "")
        return value if value or name == "word_says" else BLANK

    def __missing__(self, _name: str) -> str:
        return BLANK


def _person(record: OnRecord, language: str) -> str:
    name, father = record.name(language) or BLANK, record.person.father_or_husband_name
    word = RELATIONS[language].get(record.person.relation, "")
    return f"{name} {word} {father}" if father and word else name


def _prison(record: OnRecord) -> str:
    return record.person.held_at.shown if record.person.held_at else ""


def _day(record: OnRecord, fact: str, language: str) -> str:
    day = record.day(fact)
    return day_text(day, language) if day else record.text(fact)


def _money(value: Any, language: str) -> str:
    return number_text(value, language) if isinstance(value, int | float) and value else ""


def _of_custody(record: OnRecord, given: Given) -> dict[str, str]:
    since = record.day("arrested_on") or record.day("first_admitted_on")
    bail = record.day("bail_granted_on")
    last = max((day for fact in ("last_remanded_on", "last_hearing_on") if (day := record.day(fact))), default=None)
    return {
        "custody_since": day_text(since, given.language) if since else "",
        "days_since_bail": str((given.on - bail).days) if bail and bail < given.on else "",
        "last_before_court": day_text(last, given.language) if last else "",
    }


def _of_law(given: Given) -> dict[str, str]:
    cited, grounds, language = given.cited, given.grounds, given.language
    pause = "؛ " if language == "ur" else "; "
    found = {
        "cite": "",
        "law_says": "",
        "provides": common()["provides"]["shall"][language],
        "word_says": "",
        "why": "",
        "conditions": "",
        "exceptions": "",
        "for_court": "",
    }
    if cited:
        word = common()["word"][cited.word][language]
        cite = common()["cites"].get(cited.id, {}).get(language) or cited.cite
        provides = common()["provides"][cited.word][language]
        found |= {"cite": cite, "law_says": cited.says, "provides": provides, "word_says": word}
    if grounds:
        both = (*grounds.conditions, *grounds.exceptions)
        found["why"] = grounds.why.removesuffix("۔").removesuffix(".") + ("۔" if language == "ur" else ".")
        found["conditions"] = pause.join(one.says for one in grounds.conditions if one.kind == "met")
        found["exceptions"] = pause.join(one.says for one in grounds.exceptions if one.kind == "met")
        found["for_court"] = pause.join(one.says for one in both if one.kind == "open")
    return found
