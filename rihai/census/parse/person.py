"""Sex, nationality, proof of age and civil standing."""

from __future__ import annotations

import re

from rihai.census.parse.codes import problem
from rihai.census.parse.parsed import Context, Parsed
from rihai.census.parse.text import has, is_blank, is_none, is_not_known, is_yes, plain, tidy
from rihai.census.parse.words import word_parser
from rihai.paper.cell import Cell

parse_sex = word_parser(
    "sex",
    {
        "transgender": r"^t\.?g?\.?$|trans|khawaja|eunuch|shemale|خواجہ ?سرا|ہیجڑا|مخنث",
        "female": r"^f\.?$|\bfemale|\bwom[ae]n|^lady|^ladies|\bgirl|عورت|خاتون|خواتین|زنانہ|مونث|لڑکی",
        "male": r"^m\.?$|\bmale|\bm[ae]n\b|\bboy|^gents|مرد|مذکر|لڑکا",
    },
    "sex_unreadable",
)

parse_age_evidence = word_parser(
    "date_of_birth_source",
    {
        "court_finding": r"court|determined by|عدالت",
        "medical_report": r"ossif|medical|dental|x-?ray|radiolog|طبی|میڈیکل",
        "school_record": r"school|matric|academic|educat|اسکول|سکول",
        "birth_certificate": r"b-?\s?form|birth|\bcrc\b|\bfrc\b|ب فارم|پیدائش",
        "identity_card": r"cnic|\bnic\b|identity|\bid card|شناختی",
        "register": r"register|jail record|رجسٹر",
        "stated": r"stated|self|oral|verbal|accused|زبانی",
    },
    None,
)

_COUNTRIES = {
    "PK": r"pakistan|^pak\b|پاکستان",
    "AF": r"afghan|افغان",
    "IN": r"\bindian?\b|بھارت|ہندوستان|انڈین",
    "IR": r"iran|ایران",
    "BD": r"bangla|bengali|بنگلہ|بنگالی",
    "LK": r"sri ?lanka|سری لنک",
    "NP": r"nepal|نیپال",
    "BT": r"bhutan",
    "MV": r"maldiv",
    "CN": r"chin(?:a\b|ese)|چین",
    "MM": r"myanmar|burm|برما",
    "TH": r"thai",
    "MY": r"malaysia",
    "ID": r"indonesia",
    "PH": r"philippin|filipin",
    "JP": r"japan",
    "KR": r"south korea",
    "SG": r"singapor",
    "VN": r"vietnam",
    "UZ": r"uzbek|ازبک",
    "TJ": r"tajik|تاجک",
    "KG": r"kyrgyz",
    "KZ": r"kazak",
    "TM": r"turkmen",
    "AZ": r"azer",
    "TR": r"turk(?!men)|ترک",
    "SA": r"saudi|سعودی",
    "AE": r"emirat|\buae\b",
    "OM": r"\boman",
    "QA": r"qatar",
    "KW": r"kuwait",
    "BH": r"bahrain",
    "YE": r"yemen",
    "IQ": r"iraq|عراق",
    "SY": r"syria|شام",
    "JO": r"jordan",
    "LB": r"leban",
    "PS": r"palestin",
    "EG": r"egypt|مصر",
    "LY": r"liby",
    "SD": r"(?<!south )sudan",
    "SO": r"somal|صومال",
    "ET": r"ethiop",
    "KE": r"kenya",
    "TZ": r"tanzan",
    "UG": r"ugand",
    "NG": r"nigerian?\b|نائیجیر|نائجیر",
    "GH": r"ghana",
    "CM": r"cameroon",
    "ZA": r"south afric",
    "ZM": r"zambia",
    "GM": r"gambia",
    "SL": r"sierra leone",
    "MA": r"morocc",
    "DZ": r"algeria",
    "TN": r"tunisia",
    "GB": r"british|united kingdom|\bu\.?k\b|england|برطان",
    "US": r"american?\b|\bu\.?s\.?a?\b|امریک",
    "CA": r"canad",
    "AU": r"austral",
    "DE": r"german",
    "FR": r"french|france",
    "IT": r"ital",
    "ES": r"spain|spanish",
    "NL": r"dutch|netherland",
    "NO": r"norweg|norway",
    "SE": r"swed",
    "DK": r"danish|denmark",
    "PL": r"polish|poland",
    "CZ": r"czech",
    "RU": r"russia",
    "UA": r"ukrain",
    "BR": r"brazil",
    "stateless": r"stateless|بے وطن",
}


def parse_nationality(cell: Cell, context: Context) -> Parsed:
    """A nationality as ISO 3166-1 alpha-2: "Afghani" is AF, "Indian (Fisherman)" IN with the trade in the rest.

    Under a heading that asks whether the person is a foreigner, yes and no answer `is_foreign_national`.
    """
    text = plain(cell.text)
    if is_blank(cell) or is_not_known(text):
        return Parsed()
    if has(r"foreign", plain(context.heading)) and (is_yes(text) or is_none(text)):
        return Parsed({"is_foreign_national": is_yes(text)})
    if is_none(text):
        return Parsed()
    code = text.upper() if text.upper() in _COUNTRIES else None
    found = [code] if code else [name for name, pattern in _COUNTRIES.items() if re.search(pattern, text)]
    if len(found) != 1 or found[0] is None:
        return Parsed({}, (problem("nationality_unreadable", cell, "nationality"),), tidy(cell.text))
    beyond = (
        ""
        if code
        else re.sub(rf"(?:{_COUNTRIES[found[0]]})\w*|nationals?|citizens?|national of", "", text).strip(" .,()-/")
    )
    return Parsed({"nationality": found[0]}, (), tidy(cell.text) if beyond else None)
