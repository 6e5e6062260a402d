"""A record as a clerk writes it: for each column a text, number or day, in a way that is read without a warning."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from random import Random
from typing import Any

from rihai.census.synth.chance import pick
from rihai.census.synth.crimes import CRIMES, ORDERS
from rihai.census.synth.words import CASTES, FATHERS, MEN, SCHOOLING, SECOND, SECOND_OF_WOMEN, TRADES, WOMEN


class Formula(str):
    """A formula whose result nobody stored in the file."""

    __slots__ = ()


Value = str | int | date | None
Facts = Mapping[str, Any]
_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_URDU = dict((*MEN, *WOMEN, *SECOND, *SECOND_OF_WOMEN, *FATHERS))
_WRITTEN = {crime.charges: crime.written for crime in (*CRIMES, *ORDERS.values())}
_STATUS = {
    "under_trial": ("UTP", "U/T", "Under-trial"),
    "convict": ("CP", "Convict", "Convicted"),
    "condemned": ("Condemned", "Condemned Prisoner"),
    "detained_without_charge": ("Detenue", "Internee"),
    "civil": ("Civil",),
    "security": ("Security",),
    "immigration": ("Immigration",),
}
_STATUS_UR = {
    "under_trial": "حوالاتی",
    "convict": "قیدی",
    "condemned": "سزائے موت",
    "detained_without_charge": "نظر بند",
}
_SEX = {"male": ("M", "Male"), "female": ("F", "Female"), "transgender": ("TG", "Transgender")}
_SEX_UR = {"male": "مرد", "female": "عورت", "transgender": "خواجہ سرا"}
_SIGN = {"son_of": "S/o", "daughter_of": "D/o", "wife_of": "W/o"}
_COUNTRY = {"PK": "Pakistani", "AF": "Afghani", "IN": "Indian", "NG": "Nigerian", "IR": "Irani", "BD": "Bangladeshi"}
_COUNSEL = {"private": "Private", "state": "State", "legal_aid": "Legal aid", "none": "Nil"}
_ILLNESS = {
    "hepatitis_c": "HCV+",
    "mental_illness": "Psy. patient",
    "hiv": "HIV +ve",
    "tuberculosis": "TB on ATT",
    "diabetes": "Diabetic",
    "hypertension": "BP",
}


class Clerk:
    """Writes the records of one sheet in one hand: its script, its digits, its shape of a day."""

    def __init__(self, chance: Random, as_of: date, urdu: bool) -> None:
        self.chance, self.as_of, self.urdu = chance, as_of, urdu
        shapes = ("%d-%m-%Y", "%d/%m/%Y", "%d.%m.%y", "%d-%b-%y")
        self.shape = "%d.%m.%Y" if urdu else pick(chance, shapes)

    def row(self, record: Facts, case: Facts, serial: int) -> dict[str, Value]:
        """The cells of one row by column; a fact that is not known is an empty cell."""
        cells: dict[str, Value] = {"serial": serial, **self._person(record), **self._case(case), **self._judgment(case)}
        if not self.urdu:
            return cells
        return {name: _in_urdu(value) for name, value in cells.items()}

    def _person(self, record: Facts) -> dict[str, Value]:
        chance, cnic = self.chance, record.get("cnic")
        father, relation = record.get("father_or_husband_name"), record.get("relation_to_named")
        sign = "" if self.urdu or chance.random() < 0.5 or not relation else f"{_SIGN[relation]} "
        born = record.get("date_of_birth")
        nation, convictions, illness = (
            record.get("nationality"),
            record.get("previous_convictions"),
            record.get("illness"),
        )
        return {
            "prison_id": record.get("prison_id"),
            "full_name": self.name(record["full_name"]),
            "father_or_husband_name": sign + self.name(father) if father else None,
            "cnic": f"{cnic[:5]}-{cnic[5:12]}-{cnic[12]}" if cnic else record.get("other_identity"),
            "sex": self.word(record.get("sex"), _SEX, _SEX_UR),
            "age": _age(born, self.as_of) if born else None,
            "date_of_birth": self.day(born)
            if born and len(born) == 10 and not born.endswith("-01-01") and chance.random() < 0.5
            else None,
            "nationality": _COUNTRY[nation] if nation else None,
            "religion": record.get("religion"),
            "caste": pick(chance, CASTES),
            "marital_status": pick(chance, ("Married", "Un-Married")),
            "address": f"Mohalla {pick(chance, ('Islampura', 'Nai Abadi', 'Purana Shehr'))}",
            "district": record.get("home_district"),
            "education": pick(chance, SCHOOLING),
            "occupation": pick(chance, TRADES),
            "admission_date": self.day(record.get("admitted_on")),
            "children_in_prison": record.get("children_in_prison"),
            "previous_conviction": None if convictions is None else len(convictions) or "Nil",
            "health": None if illness is None else ", ".join(_ILLNESS[name] for name in illness) or "Fit",
            "barrack": f"{1 + int(chance.random() * 9)}/{pick(chance, 'ABC')}",
        }

    def _case(self, case: Facts) -> dict[str, Value]:
        granted, submitted = case.get("bail_granted"), case.get("challan_submitted")
        missing = (
            f"Granted, surety not furnished {case['surety_amount']:,}" if case.get("bail_furnished") is False else None
        )
        counsel, station = case.get("legal_counsel"), case.get("police_station")
        return {
            "status": self.word(case["legal_status"], _STATUS, _STATUS_UR),
            "fir_number": self._fir(case["fir_number"]) if "fir_number" in case else None,
            "fir_date": self.day(case.get("fir_date")),
            "police_station": f"PS {station}" if self.chance.random() < 0.3 and station else station,
            "sections": self._sections(case["charges"]),
            "court": case.get("court"),
            "arrest_date": self.day(case.get("arrested_on")),
            "challan_submitted": None if submitted is None else "Yes" if submitted else "No",
            "charge_framed_date": self.day(case.get("charge_framed_on")),
            "last_hearing": self.day(case.get("last_hearing_on")),
            "next_hearing": self.day(case.get("next_hearing_on")),
            "bail_status": missing if granted else "Rejected" if granted is False else None,
            "counsel": _COUNSEL[counsel] if counsel else None,
        }

    def _judgment(self, case: Facts) -> dict[str, Value]:
        filed, set_off, paid, days = (
            case.get(name) for name in ("appeal_filed", "s382b_granted", "fine_paid", "remission_days")
        )
        appeal = None if filed is None else f"{case['appeal_no']} {case['appeal_court']}" if filed else "Nil"
        if filed and "appeal_decided" in case:
            appeal = f"{appeal} {'Dismissed' if case['appeal_decided'] else 'Pending'}"
        return {
            "sentence_text": self._sentence(case),
            "sentence_date": self.day(case.get("convicted_on")),
            "fine": f"Rs.{case['fine']:,}/-" if "fine" in case else None,
            "default_term": f"{case['default_term']['months']} M SI" if "default_term" in case else None,
            "fine_paid": None if paid is None else "Yes" if paid else "No",
            "set_off_382b": None if set_off is None else "Given" if set_off else "Not given",
            "remission_earned": None if days is None else f"{days} days",
            "probable_release_date": self.day(case.get("release_due_on")),
            "appeal_status": appeal,
        }

    def _sentence(self, case: Facts) -> str | None:
        for sentence in case.get("sentences", ()):
            if sentence["kind"] == "death":
                return "سزائے موت" if self.urdu else "Death"
            if sentence["kind"] == "life":
                return "عمر قید" if self.urdu else "Life"
            years, hard = sentence["term"]["years"], sentence["rigorous"]
            if self.urdu:
                return f"{years} سال قید {'بامشقت' if hard else 'محض'}"
            return f"{years} {pick(self.chance, ('Y', 'Years', 'yrs'))} {'RI' if hard else 'SI'}"
        return None

    def _sections(self, charges: list[Facts]) -> str:
        limbs = tuple((charge["act"], charge["section"], charge.get("sub_limb", "")) for charge in charges)
        written = _WRITTEN.get(limbs)  # none for the letters that CNSA s.9 had before 2022
        return pick(self.chance, written) if written else f"9{limbs[0][2]} CNSA"

    def _fir(self, number: str) -> str:
        count, year = number.split("/")
        return pick(self.chance, (number, f"{count}/{year[2:]}", f"{count}/{year[2:]}", f"FIR No. {number}"))

    def day(self, iso: str | None) -> Value:
        """A day as text, now and then as a real date or as a spreadsheet's serial number."""
        if iso is None or len(iso) < len("2026-11-22"):
            return iso  # known in part: written as it is known
        day, luck = date.fromisoformat(iso), self.chance.random()
        if not self.urdu and luck < 0.15:
            return day
        if not self.urdu and luck < 0.18:
            return (day - date(1899, 12, 30)).days
        return day.strftime(self.shape if luck < 0.9 else "%d-%m-%Y")

    def name(self, latin: str) -> str:
        """A name in the clerk's script, in the case and spacing that hurry gives it."""
        if self.urdu:
            return _URDU.get(latin) or " ".join(_URDU.get(word, word) for word in latin.split(" "))
        luck = self.chance.random()
        return latin.upper() if luck < 0.15 else f"{latin} " if luck < 0.2 else latin

    def word(self, code: str | None, words: Mapping[str, tuple[str, ...]], urdu: Mapping[str, str]) -> str | None:
        """One of the words for a code."""
        if code is None:
            return None
        return urdu[code] if self.urdu and code in urdu else pick(self.chance, words[code])


def _in_urdu(value: Value) -> Value:
    return str(value).translate(_DIGITS) if isinstance(value, str | int) else value


def _age(born: str, as_of: date) -> int:
    day = date.fromisoformat((born + "-01-01")[:10])  # where only the year is known, counted from its first day
    return as_of.year - day.year - ((as_of.month, as_of.day) < (day.month, day.day))
