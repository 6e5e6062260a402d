"""The names of Acts as prisons write them, in English, Urdu and abbreviations, and the code of each."""

from __future__ import annotations

import re
from functools import cache

from rihai.facts import ACTS
from rihai.offences.notation import plain


def _initials(letters: str) -> str:
    """A pattern for initials with or without full stops and spaces: "P.P.C.", "ppc", "p p c"."""
    return r"[.\s]?\s?".join(letters) + r"\.?"


_TAIL = r"(?:\s?(?:act|ordinance|ord|order)\b\.?)?"
_PROVINCE = {"CNSA_SINDH": "sindh", "CNSA_PUNJAB": "(?:punjab|pb)", "CNSA_KP": r"(?:k\.?p\.?k?\.?|khyber pakhtunkhwa)"}
_NARCOTICS = rf"(?:{_initials('cnsa')}|{_initials('cns')}|(?:control of )?narcotics?(?: substances?)?){_TAIL}"

_NAMES: tuple[tuple[str, tuple[str, ...]], ...] = (
    *((code, (rf"{name}\s?{_NARCOTICS}", rf"{_NARCOTICS}\s?\(?{name}\)?")) for code, name in _PROVINCE.items()),
    ("CNSA_SINDH", (_initials("scnsa"),)),
    ("CNSA_PUNJAB", (_initials("pcnsa"),)),
    ("CNSA_KP", (_initials("kpcnsa"),)),
    ("CNSA", (_NARCOTICS, "(?:انسداد|کنٹرول آف) ?(?:منشیات|نارکوٹکس)(?: ایکٹ)?", "سی این ایس اے?")),
    ("PPC", (_initials("ppc"), "(?:pakistan )?penal code", r"ت\s?[.۔]?\s?پ[.۔]?", "تعزیراتِ? ?پاکستان", "پی پی سی")),
    (
        "CRPC",
        (
            r"cr[.\s]?\s?p[.\s]?\s?c\.?",
            "(?:code of )?criminal procedure(?: code)?",
            "ضابطہ ?فوجداری",
            r"ض\s?[.۔]?\s?ف[.۔]?",
        ),
    ),
    (
        "ATA",
        (
            _initials("ata") + _TAIL,
            rf"anti[\s-]?terror(?:ism|ist)?{_TAIL}",
            "(?:انسدادِ? )?دہشت ?گردی(?: ایکٹ)?",
            "اے ٹی اے",
        ),
    ),
    ("PECA", (_initials("peca") + _TAIL, rf"(?:prevention of )?electronic crimes?{_TAIL}", "پیکا(?: ایکٹ)?")),
    ("FOREIGNERS", (rf"foreign(?:er)?s?{_TAIL}", _initials("fa"), "فار[ن]ر?ز? ایکٹ", "غیر ملکی ایکٹ")),
    ("ARMS_SINDH", (rf"sindh\s?arms{_TAIL}", _initials("saa"), "سندھ (?:اسلحہ|آرمز) ایکٹ")),
    ("ARMS_KP", (rf"{_PROVINCE['CNSA_KP']}\s?arms{_TAIL}", _initials("kpaa"))),
    (
        "ARMS_ORD",
        (
            rf"20\s?[-/.]\s?(?:19)?65(?:\s?[-/]?\s?(?:{_initials('ao')}|arms{_TAIL}|اسلحہ(?: آرڈیننس)?))?(?!\d)",
            r"(?:(?:pakistan|punjab|west pakistan)\s?)?arms\s?ord(?:inance)?\b\.?(?:\s?20\s?[-/]\s?(?:19)?65)?",
            rf"{_initials('ao')}(?:\s?20\s?[-/]\s?(?:19)?65)?",
            _initials("pao"),
            "(?:اسلحہ|آرمز) ?آرڈیننس",
        ),
    ),
    (
        "HADD_ORD",
        (
            _initials("peho"),
            _initials("eho"),
            rf"prohibition(?: \(?enforcement of hadd\)?)?{_TAIL}",
            "(?:امتناعِ? ?منشیات|حکمِ? ?امتناع) ?\\(?(?:نفاذِ? ?)?حدو?د?\\)?(?: آرڈیننس| آرڈر)?",
        ),
    ),
    ("ZINA_ORD", (rf"(?:offence of )?zina(?: hudood)?{_TAIL}", rf"zin{_TAIL}", "(?:حدودِ? ?)?زنا(?: آرڈیننس)?")),
    ("GAMBLING", (rf"(?:prevention of )?gambling{_TAIL}", "(?:انسدادِ? ?)?قمار ?بازی(?: ایکٹ| آرڈیننس)?", "جوا ایکٹ")),
    ("VAGRANCY", (rf"(?:punjab )?vagrancy{_TAIL}", "(?:انسدادِ? ?)?(?:آوارہ گردی|گداگری)(?: ایکٹ| آرڈیننس)?")),
    ("MPO", (_initials("mpo"), rf"maintenance of public order{_TAIL}", "ایم پی او")),
    ("CPC", (_initials("cpc"), "(?:code of )?civil procedure(?: code)?", "ضابطہ ?دیوانی")),
    ("IPC", (_initials("ipc"), "indian penal code")),
    ("BNS", (_initials("bns"), "bharatiya nyaya sanhita")),
    ("NDPS", (_initials("ndps") + _TAIL,)),
    ("UAPA", (_initials("uapa") + _TAIL,)),
    ("PMLA", (_initials("pmla") + _TAIL,)),
)

_SHARED: dict[str, tuple[tuple[str, ...], dict[str, str]]] = {
    "امتناع منشیات": (
        ("امتناعِ? ?منشیات(?: ایکٹ)?", "منشیات ایکٹ", "منشیات"),
        {"9": "CNSA", "6": "CNSA", "3": "HADD_ORD", "4": "HADD_ORD"},
    ),
    "Hudood": (
        (rf"hu?do+d{_TAIL}", rf"hadd{_TAIL}", "حدود(?: آرڈیننس)?"),
        {"3": "HADD_ORD", "4": "HADD_ORD", "10": "ZINA_ORD", "16": "ZINA_ORD"},
    ),
    "Arms Act": (
        (rf"arms{_TAIL}", _initials("aa"), "(?:اسلحہ|آرمز)(?: ایکٹ)?"),
        {"13": "ARMS_ORD", "15": "ARMS_KP", "23": "ARMS_SINDH", "24": "ARMS_SINDH"},
    ),
}
"""Names that several Acts go by, and the sections that only one of them can mean. Any other section leaves the name."""

_OTHER = (
    r"(?:[^\W\d_][\w.'&()-]* ){1,6}?(?:act|ordinance|ord|order|code|rules)(?![^\W\d_])\.?"
    r"|(?:[^\W\d_]+ ){1,4}?(?:ایکٹ|آرڈیننس)"
)
_EDGE, _END = r"(?<![^\W\d_])", r"(?![^\W\d_])"
_YEAR = r"(?:\s?[,،-]?\s?(?:of\s)?\(?(?:18|19|20)\d\d(?!\d)\)?(?:ء)?)?"


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    named = [*_NAMES, *((name, patterns) for name, (patterns, _) in _SHARED.items())]
    named += [(code, (re.escape(plain(code)),)) for code in ACTS]
    return tuple((code, re.compile(f"{_EDGE}(?:{'|'.join(forms)}){_END}{_YEAR}")) for code, forms in named)


@cache
def _other() -> re.Pattern[str]:
    return re.compile(f"{_EDGE}(?:{_OTHER}){_YEAR}")


def named_act_at(text: str, start: int) -> tuple[str, int] | None:
    """The code of the Act whose name begins at `start` of a plain text, and where it ends; the longest name wins.

    A name that several Acts share comes back as that name: `act_for` decides.
    """
    found = [
        (match.end(), -order, code)
        for order, (code, pattern) in enumerate(_patterns())
        if (match := pattern.match(text, start))
    ]
    if not found:
        return None
    end, _, code = max(found)
    return code, end


def other_act_end(text: str, start: int) -> int | None:
    """Where the name of an Act without a code of its own ends: a few words, of which the last is Act or the like."""
    match = _other().match(text, start)
    return match.end() if match else None


def act_for(name: str, section: str) -> str:
    """The code of an Act named by a name that several share, where its section tells which; else the name."""
    number = re.match(r"\d*", section)
    return _SHARED[name][1].get(number[0] if number else "", name) if name in _SHARED else name


def act_code(name: str) -> str:
    """The code of an Act given by code or by one of its names; a name of no Act we know comes back as it is."""
    if name in ACTS:
        return name
    small = plain(name).strip()
    found = named_act_at(small, 0)
    return found[0] if found and found[1] == len(small) and found[0] in ACTS else name
