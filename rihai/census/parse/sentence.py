"""Sentences as warrants and registers write them: "10 Y RI + fine 50000 i/d 6M SI", 14-00-00, Life, عمر قید.

Terms of the same length of unit side by side are two sentences; a shorter unit behind a longer one belongs to it, so
that "10 Y 6 M RI" is one and "5 years + 3 years" two. `+` always begins another. What is imposed in default of a fine
is not a sentence but `default_term` (PPC ss.63-65).
"""

from __future__ import annotations

import re
from typing import Any

from rihai.census.parse.codes import problem
from rihai.census.parse.money import AMOUNT, amount_of, money_parser, read_amounts
from rihai.census.parse.parsed import Context, Parsed
from rihai.census.parse.text import has, is_blank, is_none, is_not_known, plain, tidy
from rihai.days import parse_duration
from rihai.paper.cell import Cell

_NUMBERS = {
    word: number
    for number, words in {
        1: "one ایک", 2: "two دو", 3: "three تین", 4: "four چار", 5: "five پانچ", 6: "six چھ چھے", 7: "seven سات",
        8: "eight آٹھ", 9: "nine نو", 10: "ten دس", 11: "eleven گیارہ", 12: "twelve بارہ", 13: "thirteen تیرہ",
        14: "fourteen چودہ", 15: "fifteen پندرہ", 18: "eighteen اٹھارہ", 20: "twenty بیس", 25: "twenty-five پچیس",
    }.items()
    for word in words.split()
}  # fmt: skip
_WORDS = re.compile(rf"\b({'|'.join(sorted(_NUMBERS, key=len, reverse=True))})\b")
_UNIT = (
    r"(?:years?|yrs?\.?|ys?\b\.?|سال|برس|months?|mths?\.?|mons?\.?|m\b\.?|ماہ|مہینے|weeks?|w\b|ہفتے|days?|d\b|دن|یوم)"
)
_PART = rf"\d+(?:\.5)?\s*-?\s*{_UNIT}"
_TRIPLET = r"(?<![\d/.-])\d{1,2}\s*[-/]\s*\d{1,2}\s*[-/]\s*\d{1,2}(?![\d/.-])"
_LABOUR = r"(?:r\.?\s?i\b\.?|s\.?\s?i\b\.?|rigorous|simple|بامشقت|با مشقت|محض|سادہ)"
_TERM = re.compile(
    rf"(?P<before>{_LABOUR}\W*(?:imprisonment)?\W*(?:for|of)?\W*)?(?P<term>{_TRIPLET}|{_PART}(?:\s*(?:[,/-]|and|&|"
    rf"اور)?\s*{_PART})*)(?:\W{{0,3}}(?:قید|imprisonment|imp\.?)?\W{{0,3}}(?P<after>{_LABOUR}))?"
)
_SET_OFF = re.compile(
    r"(?P<without>without |no |not )?(?:given |extended )?(?:the )?benefit (?:of |u/s )*(?:section |sec\.? |"
    r"s\. )?382-?\s?b(?:\s*cr\.?\s?p\.?\s?c)?(?P<after> (?:is )?(?:given|extended))?"
)
_WHOLE_LIFE = re.compile(r"whole life(?: order)?")
_LIFE = re.compile(
    r"\blife(?:\s*(?:imp\w*\.?|term|sentence))?\b|\bl\.?i\b\.?|lifer|imprisonment for life|عمر ?قید|حبس دوام"
)
_DEATH = re.compile(r"\bdeath(?:\s*(?:sentence|penalty))?|(?:سزائے )?موت|پھانسی")
_RISING = re.compile(r"(?:till |until )?(?:the )?rising of (?:the )?court|\bt\.?r\.?c\b|برخاست عدالت")
_TIMES = re.compile(
    r"^\W*(?:x|×|\*)?\s*(?:(\d)\s*(?:times|counts|x)|(\d)(?=\s*$)|twice|thrice)|\((\d)\s*(?:counts|times)\)|"
    r"on (\d) counts"
)
_DEFAULT = re.compile(
    rf"\(?(?:or\s*)?(?:\bi\.?\s?/?\s?d\b\.?|in default(?: of(?: payment(?: of fine)?| fine)?)?|(?:بصورت )?عدم "
    rf"ادائیگی(?: جرمانہ)?)"
    rf"[^\d]{{0,40}}?(?:{_LABOUR}\W*(?:for\W*)?)?(?P<term>{_TRIPLET}|"
    rf"{_PART}(?:\s*{_PART})*)\W{{0,3}}(?:قید\s*)?(?:{_LABOUR})?\)?"
)
_MORE = rf"{_PART}(?:\s*{_PART})*"
_IN_LIEU = re.compile(
    rf"(?P<lieu>{_MORE})\W{{0,3}}(?:{_LABOUR})?\W*in lieu of (?:payment of )?(?:the )?fine"
    rf"|(?<=[\d=-])[\s,(/]+(?P<behind>{_MORE})\W{{0,3}}(?:{_LABOUR})?\W{{0,3}}in default(?: of (?:payment|fine)\b)*\)?"
    rf"|(?:(?<=\d)|(?<=/-)|(?<=k)|(?<=lac)|(?<=lakh))\W{{0,3}}\bor\b\W*(?:{_LABOUR}\W*(?:for\W*)?)?"
    rf"(?P<instead>{_MORE})\W{{0,3}}(?:{_LABOUR})?"
)
_FINE = re.compile(rf"(?:fined?|جرمانہ)\W*(?:(?:only|of)\W*)?{AMOUNT}|{AMOUNT}\s*(?:/-)?\s*(?:as )?(?:fine|جرمانہ)")
_COMPENSATION = re.compile(
    rf"(diyat|arsh|daman|compensation|دیت|ارش|ضمان|"
    rf"معاوضہ)\W*(?:of\W*)?{AMOUNT}(?:\s*u/s\s*544-?\s?a\S*(?:\s*cr\.?p\.?c)?)?"
)
_FINE_ALONE = money_parser("fine")
_KINDS = {"diyat": "diyat", "دیت": "diyat", "arsh": "arsh", "ارش": "arsh", "daman": "daman", "ضمان": "daman"}
_SECTION = re.compile(
    r"^\W*(?:u/s|under section|زیر دفعہ)\s*(\d{1,3}(?:[-\s]?[a-z]\b)?)(?:\([a-z\d]+\))*(?:\s*(?:ppc|cnsa|ata|ت پ))?"
)
_FILL = re.compile(
    rf"\b(?:and|with|to|for|of|the|fine|only|each|sentences?|both|all|run|running|imprisonment|imp|plus|"
    rf"ta['’]?zir|as|qatl|rs|also)\b|قید|اور|سزا|مع|کی|{_LABOUR}|[\W_]"
)


def parse_sentence(cell: Cell, context: Context) -> Parsed:
    """A sentence into `sentences`, `fine`, `default_term`, `compensation` and `concurrent_or_consecutive`."""
    text = _figures(plain(cell.text))
    if (
        is_blank(cell)
        or is_none(text)
        or is_not_known(text)
        or has(r"^u\.?/?t\.?p?$|under.?trial|زیر سماعت|حوالاتی", text)
    ):
        return Parsed()
    text = _with_unit(text, context)
    facts: dict[str, Any] = {}
    without_default = _default(text, facts)
    several_defaults = without_default != text and "default_term" not in facts
    text = without_default
    for read in (_set_off, _compensation, _fine):
        text = read(text, facts)
    order = re.search(r"con?current\w*|consecutiv\w*|بیک وقت|ایک ساتھ|یکے بعد دیگرے", text)
    if order:
        consecutive = order[0].startswith(("consec", "یکے"))
        facts["concurrent_or_consecutive"] = "consecutive" if consecutive else "concurrent"
        text = text.replace(order[0], " | ")
    sentences, left = _sentences(text)
    if not sentences and {"fine", "default_term"} & set(facts):
        sentences = [{"kind": "fine_only"}]
    if not sentences or cell.kind == "date" or has(r"\bhalf\b", text):
        return Parsed({}, (problem("sentence_unreadable", cell, "sentences"),), tidy(cell.text))
    partly = has(r"\d", left) or several_defaults
    problems = (problem("sentence_partly_unread", cell, "sentences"),) if partly else ()
    return Parsed(
        {"sentences": sentences, **facts}, problems, tidy(cell.text) if partly or _FILL.sub("", left) else None
    )


def parse_fine(cell: Cell, context: Context) -> Parsed:
    """A fine, which may carry the term in its default: "Rs 50000 i/d 6 M SI"."""
    facts: dict[str, Any] = {}
    left = _default(plain(cell.text), facts)
    if not facts:
        return _FINE_ALONE(cell, context)
    read = _FINE_ALONE(Cell(left, left, "text"), context)
    return Parsed({**read.facts, **facts}, read.problems, tidy(cell.text) if read.rest else None)


def _figures(text: str) -> str:
    """Plain text with its number words as figures: "ten years" is "10 years"."""
    return _WORDS.sub(lambda match: str(_NUMBERS[match[1]]), text)


def _with_unit(text: str, context: Context) -> str:
    """A bare number takes its unit from the heading ("Sentence (Years)"); without one it stays a bare number."""
    heading = plain(context.heading)
    if not re.fullmatch(r"\d{1,3}(?:\.0+)?", text):
        return text
    if has(r"year|yrs|سال", heading) != has(r"month|ماہ", heading):
        return f"{int(float(text))} {'years' if has(r'year|yrs|سال', heading) else 'months'}"
    return text


def _default(text: str, facts: dict[str, Any]) -> str:
    """Takes the terms in default of a fine out of the text; where there are several, none of them is chosen."""
    found: list[str] = []

    def take(match: re.Match[str]) -> str:
        found.extend(term for term in match.groupdict().values() if term)
        return " | "

    left = _DEFAULT.sub(take, _IN_LIEU.sub(take, text))
    terms = [parse_duration(_bare(term)) for term in found]
    if len(terms) == 1 and terms[0] is not None:
        facts["default_term"] = terms[0]
    return left


def _bare(term: str) -> str:
    """A written term as `parse_duration` takes it; the dots and hyphens of a triplet stay."""
    return term if re.fullmatch(_TRIPLET, term) else re.sub(r"(?<=[a-z\d])-|(?<=[a-z])\.", " ", term)


def _compensation(text: str, facts: dict[str, Any]) -> str:
    items = [
        {"kind": _KINDS.get(match[1], "s544a"), "amount": amount_of(match[2], match[3])}
        for match in _COMPENSATION.finditer(text)
    ]
    if items:
        facts["compensation"] = items
    return _COMPENSATION.sub(" | ", text)


def _fine(text: str, facts: dict[str, Any]) -> str:
    """The fine imposed: the sum, where each of several sentences has its own."""
    amounts = [amount for match in _FINE.finditer(text) for amount in read_amounts(match[0])]
    if amounts:
        facts["fine"] = sum(amounts)
    return _FINE.sub(" | ", text)


def _set_off(text: str, facts: dict[str, Any]) -> str:
    """The benefit of CrPC s.382-B, where the sentence itself gives or refuses it."""
    found = _SET_OFF.search(text)
    if found:
        facts["s382b_granted"] = not found["without"]
    return _SET_OFF.sub(" | ", text)


def _sentences(text: str) -> tuple[list[dict[str, Any]], str]:
    """The sentences in the order written, and the text that is none of them."""
    marks: list[tuple[int, int, list[dict[str, Any]]]] = []
    left = text
    for shape, kind in ((_DEATH, "death"), (_WHOLE_LIFE, "whole_life"), (_RISING, "till_rising_of_court")):
        marks += [(match.start(), match.end(), [{"kind": kind}]) for match in shape.finditer(left)]
        left = shape.sub(_blank, left)
    for match in _TERM.finditer(left):
        marks.append((match.start(), match.end(), _terms(match)))
    left = _TERM.sub(_blank, left)
    marks += [
        (match.start(), match.end(), [{"kind": "life"}])
        for match in _LIFE.finditer(left)
        if not _explains(marks, match, text)
    ]
    left = list_left = _LIFE.sub(_blank, left)
    marks.sort()
    sentences: list[dict[str, Any]] = []
    for place, (_, end, items) in enumerate(marks):
        until = marks[place + 1][0] if place + 1 < len(marks) else len(text)
        tail = text[end:until]
        section, times = _SECTION.match(tail), _TIMES.match(tail)
        if section:
            items[-1]["section"] = re.sub(r"(?<=\d)[-\s]*(?=[A-Z])", "-", section[1].upper())
            list_left = list_left.replace(section[0], _blank(section), 1)
        if times:
            items = items * _count(times)
            list_left = list_left.replace(times[0], _blank(times), 1)
        sentences += [dict(item) for item in items]
    return sentences, list_left


def _explains(marks: list[tuple[int, int, list[dict[str, Any]]]], life: re.Match[str], text: str) -> bool:
    """Whether "life" only says what a term of 25 years beside it is: "Life (25 years)", "25 years (life)"; PPC s.57."""
    terms = [mark for mark in marks if [item.get("term") for item in mark[2]] == [{"years": 25}]]
    for mark in terms:
        first, second = sorted([(mark[0], mark[1]), (life.start(), life.end())])
        if (
            not re.sub(r"i\.?e\.?|imprisonment|[\W_]", "", text[first[1] : second[0]])
            and "+" not in text[first[1] : second[0]]
        ):
            mark[2][:] = [{"kind": "life"}]
            return True
    return False


def _count(times: re.Match[str]) -> int:
    figure = next((group for group in times.groups() if group), None)
    return int(figure) if figure else 3 if "thrice" in times[0] else 2


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _terms(match: re.Match[str]) -> list[dict[str, Any]]:
    """One sentence, or more where the same unit comes again: "5 years 3 years"."""
    groups: list[str] = []
    last = ""
    for part in re.findall(rf"{_TRIPLET}|{_PART}", match["term"]):
        rank = _rank(part)
        if groups and last and rank > _rank(last):
            groups[-1] += f" {part}"
        else:
            groups.append(part)
        last = part
    labour = match["before"] or match["after"]
    sentences = []
    for group in groups:
        term = parse_duration(_bare(group))
        if term is None or not any(term.values()):  # three noughts are no sentence
            continue
        item: dict[str, Any] = {"kind": "term", "term": term}
        if labour:
            item["rigorous"] = labour.lstrip().startswith(("r", "با"))
        sentences.append(item)
    return sentences


def _rank(part: str) -> int:
    unit = re.sub(r"[\d.\s-]", "", part)
    for rank, signs in enumerate((("y", "سال", "برس"), ("m", "ماہ", "مہینے"), ("w", "ہفتے")), start=1):
        if unit.startswith(signs):
            return rank
    return 4


def term_of_columns(years: int | None, months: int | None, days: int | None) -> list[dict[str, Any]]:
    """`sentences` from the three number columns `sentence_years`, `sentence_months`, `sentence_days`; [] without any.

    A blank column is no number; three noughts are no sentence.
    """
    term = {unit: n for unit, n in (("years", years), ("months", months), ("days", days)) if n}
    return [{"kind": "term", "term": term}] if term else []
