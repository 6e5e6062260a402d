"""The instrument as a form: its items become questions, its limits become what the form works out by itself."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from rihai.instruments.shipped import build
from rihai.monitoring.instrument.items import FORM_ID, Item, Mandela, Words, mandela

Part = dict[str, Any]
WHEN = {
    "women": "(${held_women} + ${held_girls}) > 0",
    "young": "(${held_boys} + ${held_girls}) > 0",
    "children": "${held_children} > 0",
    "untried": "${untried} > 0",
    "sentenced": "${sentenced} > 0 or ${condemned} > 0",
    "civil": "${civil} > 0 or ${uncharged} > 0",
    "foreign": "${foreign} > 0",
}
"""Where such people are held; elsewhere the item does not apply."""
NUMBERS = {
    "space": "if(${rooms_measured} = 'yes', if(min(${room_grade}) = 2, 'yes', if(min(${room_grade}) = 1, 'partly', "
    "'no')), 'na')",
    "toilets": "if(${units_counted} = 'yes', if(max(${unit_ratio}) <= 25, 'yes', if(max(${unit_ratio}) <= 50, "
    "'partly', 'no')), 'na')",
    "water": "if(${water_litres} != '' and ${water_people} > 0, if(${water_litres} div ${water_people} >= 15, 'yes', "
    "if(${water_litres} div ${water_people} >= 10, 'partly', 'no')), 'na')",
    "air": "if(${hours_asked} = 'yes', if(min(${hours_air}) >= 60, 'yes', if(min(${hours_air}) >= 30, 'partly', "
    "'no')), 'na')",
    "work": "if(${work_fit} > 0 and ${work_busy} != '', if(${work_busy} * 100 >= ${work_fit} * 60, 'yes', "
    "if(${work_busy} * 100 >= ${work_fit} * 30, 'partly', 'no')), 'na')",
    "court": "if(${court_due} > 0 and ${court_produced} != '', if(${court_produced} * 100 >= ${court_due} * 95, 'yes', "
    "if(${court_produced} * 100 >= ${court_due} * 80, 'partly', 'no')), 'na')",
}
"""What the measurements answer; nothing measured is not assessed, a ratio to nought is no."""
FEWEST_ASKED = 5
"""Fewer interviews in private answer nothing."""
NONE, NOT_ASSESSED = "none", "na"
_RULES: Words = {"en": "Rules", "ur": "قواعد"}
_LINES: Mapping[str, Words] = {
    "yes": {"en": "Yes", "ur": "ہاں"},
    "partly": {"en": "Partly", "ur": "جزوی"},
    "no": {"en": "No", "ur": "نہیں"},
}
_SOURCES: Words = {"en": "What it rests on", "ur": "کس بنیاد پر"}
_WHY: Words = {"en": "Why it was not assessed", "ur": "کیوں نہیں جانچا گیا"}
_NOTE: Words = {"en": "What was found", "ur": "کیا پایا گیا"}
_NOTE_HINT: Words = {
    "en": "No names of prisoners. Needed for partly and no.",
    "ur": "قیدیوں کے نام نہیں۔ جزوی اور نہیں پر ضروری۔",
}
_DRAWN: Words = {"en": "How many were drawn", "ur": "کتنے چنے گئے"}
_RIGHT: Words = {"en": "Of these, in how many it was so", "ur": "ان میں سے کتنوں میں ایسا تھا"}
_ASKED: Words = {"en": "How many were asked in private", "ur": "تنہائی میں کتنوں سے پوچھا"}
_SAID: Words = {"en": "Of these, how many said yes", "ur": "ان میں سے کتنوں نے ہاں کہا"}
_MOST: Words = {"en": "It cannot be more than the number above.", "ur": "یہ اوپر کے عدد سے زیادہ نہیں ہو سکتا۔"}
_NONE: Words = {"en": "None of these", "ur": "ان میں سے کوئی نہیں"}
_NOT: Words = {"en": "Not assessed", "ur": "جانچا نہیں گیا"}
_ALONE: Words = {"en": "Choose this alone, or the points that are true.", "ur": "یا صرف یہ چنیں، یا درست نکات۔"}


def workbook() -> bytes:
    """The instrument as an .xlsx, the same bytes each time."""
    return build(source())


def source(instrument: Mandela | None = None) -> str:
    """The instrument as the source of a form (`instruments/shipped/building.py`), as JSON."""
    whole = instrument or mandela()
    lists = {**whole.raw["lists"], **{f"{one.name}_points": _points(one) for one in whole.items.values() if one.points}}
    form = {
        "form_id": FORM_ID,
        "version": whole.version,
        "title": whole.title,
        "lists": lists,
        "rihai_bands": " ".join(str(one) for one in whole.raw["bands"]),
        "rihai_coverage": str(whole.raw["coverage"]),
        "questions": [*whole.raw["measures"], *(_area(whole, one.code, one.title) for one in whole.areas)],
    }
    return json.dumps(form, ensure_ascii=False)


def _area(whole: Mandela, code: str, title: Words) -> Part:
    parts = [_part(one) for one in whole.of(code)]
    return {"group": code.lower(), **title, "rihai_area": code.lower(), "questions": parts}


def _part(item: Item) -> Part:
    rules = "، ".join(map(str, item.mandela)), ", ".join(map(str, item.mandela))
    return {
        "group": f"{item.name}_item",
        "en": f"{item.code} · {_RULES['en']} {rules[1]}",
        "ur": f"{item.code} · {_RULES['ur']} {rules[0]}",
        "relevant": relevant(item),
        "questions": [*_ANSWERED[item.how](item), *_beside(item)],
    }


def relevant(item: Item) -> str:
    """When an item is asked: by the round, and only where such people are held."""
    again = f"selected(${{again}}, '{item.name}')"
    by_round = {"critical": "", "core": f"(${{round}} != 'follow_up' or {again})"}.get(
        item.kind, f"(${{round}} = 'full' or (${{round}} = 'follow_up' and {again}))"
    )
    by_people = f"({WHEN[item.when]})" if item.when else ""
    return " and ".join(one for one in (by_round, by_people) if one) or "${round} != ''"


def _scored(item: Item) -> Part:
    return {
        "name": item.name,
        "rihai_score": "critical" if item.is_critical else "item",
        "rihai_sources": f"{item.name}_src",
        "rihai_evidence": " ".join(item.evidence),
        "rihai_rules": " ".join(map(str, item.mandela)),
        **({"rihai_bangkok": " ".join(map(str, item.bangkok))} if item.bangkok else {}),
        **({"rihai_core": "yes"} if item.is_rapid else {}),
    }


def lines_of(item: Item) -> Words:
    """What is yes, partly and no, in one text."""
    return {
        language: " · ".join(f"{_LINES[one][language]}: {item.lines[one][language]}" for one in _LINES)
        for language in ("en", "ur")
    }


def _choose(item: Item) -> list[Part]:
    return [{"type": "select_one ynp", **item.asks, "hint": lines_of(item), **_scored(item)}]


def _ticks(item: Item) -> list[Part]:
    most, some = item.at_least
    ticked, name = f"${{{item.name}_k}}", f"{item.name}_k"
    alone = " and ".join(f"(not(selected(., '{one}')) or count-selected(.) = 1)" for one in (NONE, NOT_ASSESSED))
    counted = f"(count-selected({ticked}) - selected({ticked}, '{NONE}'))"
    asked = {
        "type": f"select_multiple {item.name}_points", "name": name, **item.asks, "hint": lines_of(item),
        "constraint": alone, "constraint_message": _ALONE,
    }  # fmt: skip
    answers = f"if({counted} >= {most}, {_yes(item)}, if({counted} >= {some}, 'partly', 'no'))"
    nothing = f"{ticked} = '' or selected({ticked}, '{NOT_ASSESSED}')"
    return [asked, *_conditions(item), _worked_out(item, nothing, answers)]


def _share(item: Item, of: Words, so: Words, nothing: str) -> list[Part]:
    most, some = item.at_least
    drawn, right = f"${{{item.name}_of}}", f"${{{item.name}_k}}"
    answers = (
        f"if({right} * 100 >= {drawn} * {most}, {_yes(item)}, if({right} * 100 >= {drawn} * {some}, 'partly', 'no'))"
    )
    return [
        {"type": "note", "name": f"{item.name}_asks", **item.asks, "hint": lines_of(item)},
        {"type": "integer", "name": f"{item.name}_of", **of, "constraint": ". >= 0 and . <= 500"},
        {
            "type": "integer", "name": f"{item.name}_k", **so, "constraint": f". >= 0 and . <= {drawn}",
            "constraint_message": _MOST,
        },
        *_conditions(item),
        _worked_out(item, f"{right} = '' or {nothing.format(drawn=drawn)}", answers),
    ]  # fmt: skip


def _sample(item: Item) -> list[Part]:
    return _share(item, _DRAWN, _RIGHT, "not({drawn} > 0)")


def _interviews(item: Item) -> list[Part]:
    return _share(item, _ASKED, _SAID, f"not({{drawn}} >= {FEWEST_ASKED})")


def _number(item: Item) -> list[Part]:
    note = {"type": "note", "name": f"{item.name}_asks", **item.asks, "hint": lines_of(item)}
    return [note, {"type": "calculate", **_scored(item), "calculation": NUMBERS[item.source]}]


def _worked_out(item: Item, nothing: str, answers: str) -> Part:
    """What the form answers by itself; what makes it no does so whatever else was found."""
    rule = f"if({nothing}, '{NOT_ASSESSED}', {answers})"
    if item.no_if:
        rule = f"if(${{{item.name}_x}} = 'yes', 'no', {rule})"
    return {"type": "calculate", **_scored(item), "calculation": rule}


def _yes(item: Item) -> str:
    return f"if(${{{item.name}_a}} = 'yes', 'yes', 'partly')" if item.yes_if else "'yes'"


def _conditions(item: Item) -> list[Part]:
    asked = ((f"{item.name}_x", item.no_if), (f"{item.name}_a", item.yes_if))
    return [{"type": "select_one yes_no", "name": name, **words} for name, words in asked if words]


def _points(item: Item) -> dict[str, list[str]]:
    points = {f"p{number}": [one["en"], one["ur"]] for number, one in enumerate(item.points, 1)}
    return {**points, NONE: [_NONE["en"], _NONE["ur"]], NOT_ASSESSED: [_NOT["en"], _NOT["ur"]]}


def _beside(item: Item) -> list[Part]:
    """What it rests on, why it was not assessed, and what was found."""
    answer = f"${{{item.name}}}"
    return [
        {"type": "select_multiple src", "name": f"{item.name}_src", **_SOURCES},
        {"type": "select_one why", "name": f"{item.name}_why", **_WHY, "relevant": f"{answer} = '{NOT_ASSESSED}'",
         **({"required": "yes"} if item.how == "choose" else {})},
        {"type": "text", "name": f"{item.name}_note", **_NOTE, "hint": _NOTE_HINT,
         "required": f"{answer} = 'partly' or {answer} = 'no'"},
    ]  # fmt: skip


_ANSWERED = {"choose": _choose, "ticks": _ticks, "sample": _sample, "interviews": _interviews, "number": _number}
