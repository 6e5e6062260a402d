"""Prisons, districts and provinces under the short names that registers use."""

from __future__ import annotations

import re

from rihai.census.parse.parsed import Context, Parsed
from rihai.census.parse.text import has, is_blank, is_none, is_not_known, plain, tidy
from rihai.paper.cell import Cell

_PRISON_TYPES = {
    "women": r"wom[ae]n|female|ladies|خواتین|زنانہ",
    "juvenile": r"juvenile|borstal|rehabilitation|remand home|بورسٹل|نوعمر",
    "high_security": r"high.?security|ہائی سیکیورٹی",
    "sub_jail": r"\bsub.?\s?jail|\bs\.?j\b|judicial lock|سب جیل",
    "central": r"central|\bc\.?\s?j\b|\bc\.?\s?p\b|سنٹرل|سینٹرل|مرکزی",
    "district": r"district|\bd\.?\s?j\b|distt|ڈسٹرکٹ|ضلعی",
    "police_lockup": r"lock.?up|police station|حوالات",
    "hospital": r"hospital|ہسپتال",
}
_PROVINCES = {
    "Punjab": r"^p\.?b\.?$|^pun[jg]\w*|^panjab|پنجاب",
    "Sindh": r"^sind?h?$|^sd$|سندھ",
    "Khyber Pakhtunkhwa": r"^k\.?p\.?k?\.?$|khyber|n\.?\s?w\.?\s?f\.?\s?p|pakhtun|خیبر|سرحد",
    "Balochistan": r"^bal\w*chistan|^bal\.?$|^bln$|بلوچستان",
    "Islamabad": r"islamabad|^i\.?c\.?t\.?$|اسلام ?آباد",
    "Gilgit-Baltistan": r"gilgit|^g\.?\s?b\.?$|گلگت",
    "Azad Kashmir": r"azad|\ba\.?j\.?k\b|kashmir|کشمیر",
}
_DISTRICTS = {
    "Faisalabad": "fsd;lyallpur;فیصل آباد",
    "Lahore": "lhr;lhe;لاہور",
    "Rawalpindi": "rwp;pindi;راولپنڈی",
    "Multan": "mul;mltn;ملتان",
    "Gujranwala": "grw;گوجرانوالہ",
    "Sialkot": "skt;سیالکوٹ",
    "Sargodha": "sgd;sargoda;سرگودھا",
    "Gujrat": "grt;گجرات",
    "Rahim Yar Khan": "ryk;rykhan;رحیم یار خان",
    "Dera Ghazi Khan": "dgk;dgkhan;ڈیرہ غازی خان",
    "Dera Ismail Khan": "dik;dikhan;ڈیرہ اسماعیل خان",
    "Toba Tek Singh": "tts;ttsingh;ٹوبہ ٹیک سنگھ",
    "Mandi Bahauddin": "mbd;mbdin;منڈی بہاؤالدین",
    "Bahawalpur": "bwp;bhawalpur;بہاولپور",
    "Bahawalnagar": "bwn;بہاولنگر",
    "Sheikhupura": "skp;شیخوپورہ",
    "Nankana Sahib": "nankana;ننکانہ صاحب",
    "Muzaffargarh": "mgarh;muzafargarh;مظفر گڑھ",
    "Kasur": "qasur;قصور",
    "Okara": "اوکاڑہ",
    "Jhang": "جھنگ",
    "Sahiwal": "swl;ساہیوال",
    "Mianwali": "میانوالی",
    "Peshawar": "psh;پشاور",
    "Mardan": "مردان",
    "Swat": "سوات",
    "Quetta": "qta;کوئٹہ",
    "Hyderabad": "hyd;حیدر آباد",
    "Karachi": "khi;کراچی",
    "Sukkur": "سکھر",
    "Larkana": "لاڑکانہ",
    "Shaheed Benazirabad": "sba;nawabshah;نوابشاہ",
    "Abbottabad": "atd;abbotabad;ایبٹ آباد",
    "Islamabad": "isb;ict;اسلام آباد",
}


def _without_gaps(name: str) -> str:
    return re.sub(r"[\s.]", "", plain(name))


_BY_SHORT_NAME = {
    _without_gaps(short): full for full, names in _DISTRICTS.items() for short in (full, *names.split(";"))
}


def parse_prison(cell: Cell, context: Context) -> Parsed:
    """A prison's name as written, and its type where the name says it: CJ is a Central Jail, DJ a District Jail."""
    del context
    if is_blank(cell) or is_not_known(plain(cell.text)):
        return Parsed()
    kind = next((code for code, pattern in _PRISON_TYPES.items() if has(pattern, plain(cell.text))), None)
    return Parsed({"prison": tidy(cell.text)} | ({"prison_type": kind} if kind else {}))


def parse_district(cell: Cell, context: Context) -> Parsed:
    """A home district under its full name where a short one is known, else as written."""
    del context
    text = plain(cell.text)
    if is_blank(cell) or is_none(text) or is_not_known(text):
        return Parsed()
    bare = re.sub(r"^(?:distt?\.?|district|ضلع)\s*:?\s*", "", text).strip(" .")
    full = _BY_SHORT_NAME.get(_without_gaps(bare))
    written = re.sub(r"(?i)^(?:distt?\.?|district|ضلع)\s*:?\s*", "", tidy(cell.text))
    return Parsed({"home_district": full or written or tidy(cell.text)})


def parse_province(cell: Cell, context: Context) -> Parsed:
    """A home province under its present name: N.W.F.P is Khyber Pakhtunkhwa (Eighteenth Amendment 2010)."""
    del context
    text = plain(cell.text)
    if is_blank(cell) or is_none(text) or is_not_known(text):
        return Parsed()
    full = next((name for name, pattern in _PROVINCES.items() if has(pattern, text)), None)
    return Parsed({"home_province": full or tidy(cell.text)})
