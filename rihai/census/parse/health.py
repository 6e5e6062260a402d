"""Health, disability and drugs, as codes; a test that came back negative is not an illness."""

from __future__ import annotations

import re
from typing import Any

from rihai.census.parse.parsed import Context, Parsed
from rihai.census.parse.text import has, is_blank, is_none, is_not_known, is_yes, plain, tidy
from rihai.census.parse.words import yes_no_parser
from rihai.paper.cell import Cell

_ILLNESSES = {
    "tuberculosis": r"\bt\.?b\.?(?=\W|$)|tubercul|\bmdr\b|\batt\b|ٹی بی|تپ دق",
    "hiv": r"\bhiv\b|\baids\b|ایڈز|ایچ آئی وی",
    "hepatitis_b": r"\bhbv\b|hbsag|hep\w*\W*b\b|ہیپاٹائٹس بی",
    "hepatitis_c": r"\bhcv\b|hep\w*\W*(?:b\W*(?:and|&)?\W*)?c\b|ہیپاٹائٹس سی",
    "diabetes": r"diabet|\bd\.?m\b|sugar|شوگر|ذیابیطس",
    "hypertension": r"hypertens|\bhtn\b|\bb\.?p\b|blood pressure|بلڈ پریشر",
    "heart_disease": r"heart|cardiac|\bihd\b|\bcad\b|angina|دل کا|امراض قلب",
    "kidney_disease": r"kidney|renal|\bckd\b|dialysis|گردہ|گردے|گردوں",
    "asthma": r"asthma|\bcopd\b|دمہ",
    "cancer": r"cancer|carcinoma|tumou?r|leuk|کینسر|سرطان",
    "scabies": r"scabies|خارش",
    "eye_disease": r"\beye|cataract|glaucoma|آنکھ|موتیا",
    "paralysis": r"paralys|hemipleg|parapleg|فالج",
    "epilepsy": r"epilep|\bfits\b|مرگی",
    "mental_illness": r"\bpsy\b|psych|mental|schizo|bipolar|depress|lunatic|\bpimh\b|ذہنی|نفسیاتی|پاگل",
    "drug_dependence": r"addict|drug (?:user|depend)|withdrawal|نشئی|نشے",
    "other": r"hepatitis|\bhep\b|یرقان|ہیپاٹائٹس",
}
_NEGATIVE = r"^\W{0,3}(?:is\s*)?(?:(?:-|\()?\s*ve?\b(?<!\+ve)|neg\w*|non-?\s?reactive|not detected|cured|منفی)"
_HEALTHY = (
    r"^(?:(?:(?:physically|mentally|medically)\W*(?:and|&)?\W*)*(?:fit|sound)|healthy|"
    r"ok|okay|normal|good|satisfactory|nad|no (?:disease|illness|complaint)s?|صحت ?مند|تندرست|ٹھیک)\.?$"
)
_FILL = (
    r"\b(?:on|patient|pt|disease|problem|positive|reactive|\+ve|ve|case|of|and|known|type|treatment|under|u/t|کا|"
    r"کی|مریض|اور|مرض)\b|[\W\d_]"
)
_ALL = re.compile("|".join(f"(?:{pattern})" for pattern in _ILLNESSES.values()))


def parse_health(cell: Cell, context: Context) -> Parsed:
    """Illnesses into `illness`; "Fit" and "Nil" are none; what is not one of the codes goes to the rest alone."""
    del context
    text = plain(cell.text)
    if is_blank(cell) or is_not_known(text):
        return Parsed()
    if is_none(text) or has(_HEALTHY, text):
        return Parsed({"illness": []})
    found = _illnesses(text)
    facts: dict[str, Any] = {"illness": found} if found else {}
    if "mental_illness" in found:
        facts["mental_disorder_flag"] = True
    beyond = re.sub(_FILL, "", re.sub(r"\w*(?:" + _ALL.pattern + r")\w*", " ", text))
    return Parsed(facts, (), tidy(cell.text) if beyond or not found else None)


def _illnesses(text: str) -> list[str]:
    found: list[str] = []
    left = text
    for code, pattern in _ILLNESSES.items():
        matches = list(re.finditer(pattern, left if code == "other" else text))
        if any(not has(_NEGATIVE, text[match.end() :]) for match in matches):
            found.append(code)
        if code.startswith("hepatitis"):
            left = re.sub(pattern, lambda match: " " * len(match[0]), left)
    return found


def parse_mental_health(cell: Cell, context: Context) -> Parsed:
    """Signs of mental disorder into `mental_disorder_flag`, and into `illness` where an illness is named."""
    del context
    text = plain(cell.text)
    if is_blank(cell) or is_not_known(text):
        return Parsed()
    if is_none(text) or has(_HEALTHY, text) or has(r"^(?:stable|sound|not? )", text):
        return Parsed({"mental_disorder_flag": False}, (), None if is_none(text) else tidy(cell.text))
    facts: dict[str, Any] = {}
    named = "mental_illness" in _illnesses(text)
    if named or is_yes(text) or has(r"\b46[4-6]\b|insane|unsound|anxi|suicid|self.?harm|ptsd", text):
        facts["mental_disorder_flag"] = True
    if named:
        facts["illness"] = ["mental_illness"]
    return Parsed(facts, (), None if is_yes(text) else tidy(cell.text))


_DISABILITIES = {
    "visual": r"blind|visual|one eye|eyesight|نابینا|بینائی",
    "hearing": r"deaf|hearing|بہرا|بہری|سماعت",
    "speech": r"\bdumb|\bmute\b|speech|stammer|گونگ",
    "intellectual": r"intellect|retard|\bdown|learning disab|ذہنی معذور",
    "psychosocial": r"psychosocial|mental illness|psychiatric",
    "physical": (
        r"amput|physical|lame|polio|paraly|limp|wheel ?chair|\bleg\b|\barm\b|\bhand\b|limb|crippl|لنگڑ|فالج|پولیو|"
        r"ٹانگ|بازو|جسمانی"
    ),
}


def parse_disability(cell: Cell, context: Context) -> Parsed:
    """Disabilities as codes; "Nil" is none. The words themselves go to the rest, for a code says little."""
    del context
    text = plain(cell.text)
    if is_blank(cell) or is_not_known(text):
        return Parsed()
    if is_none(text) or has(_HEALTHY, text) or has(r"^not? disab", text):
        return Parsed({"disability": []})
    found = [code for code, pattern in _DISABILITIES.items() if has(pattern, text)]
    return Parsed({"disability": found} if found else {}, (), tidy(cell.text))


parse_drug_user = yes_no_parser(
    "drug_user",
    no=r"non-?addict|never|not addict",
    yes=(
        r"addict|heroin|\bice\b|charas|hash|opium|inject|\bmeth|crystal|alcohol|tablet|bhang|\buser\b|نشئی|ہیروئن|"
        r"چرس|آئس|افیون"
    ),
)
