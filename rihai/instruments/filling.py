"""A form as the page shows it: fields made of its questions, in the words of the reader, with what stands in them.

Fields are named after the places of their questions: `rooms[2]/length` is `q~rooms:2~length`. The form itself judges
what was written (`form.Filled`); the fields only show it and what is wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.forms.utils import ErrorDict, ErrorList
from django.http import QueryDict
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _

from rihai.instruments.form import Filled, Form, Question, Repeat
from rihai.instruments.form.filled import COUNT, MOST_ROUNDS, Line
from rihai.instruments.form.tree import ASKED, Output, Text
from rihai.kit.forms.careful import SENTENCES

PREFIX = "q~"
FEW = 8
"""So many options stand open as buttons; more go into a list that unfolds, where one may be chosen."""
SAYS: dict[str, Any] = {
    "required": _("This is needed. Write or choose it."),
    "choice": _("Choose one of the list."),
    "range": _("This is not on the scale. Look at its lowest and highest number."),
    "constraint": _("This cannot be so. Look at it again."),
    "control": _("The text holds signs that cannot be seen or printed (�). Take them out."),
    "turning_marks": _("The text holds hidden marks that turn the direction of writing (�). Write it again by hand."),
    "too_long": _("This is too long. Write at most 10,000 letters."),
    "integer": SENTENCES[forms.IntegerField]["invalid"],
    "decimal": SENTENCES[forms.DecimalField]["invalid"],
    "date": SENTENCES[forms.DateField]["invalid"],
    "time": _("This is not a time of day. Write it like 14:30."),
    "moment": _("Write a day and a time of day, like 25/11/2026 14:30."),
}
_LTR = {"dir": "ltr"}
_ATTRIBUTES: dict[str, dict[str, str]] = {
    "integer": {**_LTR, "inputmode": "numeric", "class": "figure"},
    "range": {**_LTR, "inputmode": "decimal", "class": "figure"},
    "decimal": {**_LTR, "inputmode": "decimal", "class": "figure"},
    "date": {**_LTR, "class": "day", "inputmode": "numeric"},
    "time": {**_LTR, "class": "day"},
    "moment": {**_LTR, "class": "day"},
    "text": {"dir": "auto"},
}


def name_of(key: str) -> str:
    """The name of a field by the place of its question."""
    return PREFIX + key.replace("/", "~").replace("[", ":").replace("]", "")


def key_of(name: str) -> str:
    """And back."""
    parts = (part.partition(":") for part in name.removeprefix(PREFIX).split("~"))
    return "/".join(f"{stem}[{number}]" if colon else stem for stem, colon, number in parts)


def texts_posted(posted: QueryDict) -> dict[str, str]:
    """What stands in the fields of a form that was sent, by key."""
    return {key_of(name): " ".join(posted.getlist(name)) for name in posted if name.startswith(PREFIX)}


class FillForm(forms.Form):
    """The fields of a form with these texts in them; with `problems` it says what is wrong beside each."""

    def __init__(
        self, form: Form, texts: Mapping[str, str], *, now: datetime, language: str, problems: bool = False
    ) -> None:
        self.filled = Filled(form, texts, now=now, language=language)
        self.texts = texts
        said = self.filled.problems() if problems else {}
        super().__init__(self._data() if problems else None)
        for line in self.filled.every():
            if line.question is not None and line.question.kind in ASKED:
                self.fields[name_of(line.key)] = self._field(line, line.question)
        if problems:
            self._errors = ErrorDict()
            for line in self.filled.every():
                if line.key in said:
                    says = self.filled.complaint(line, said[line.key]) or str(SAYS[said[line.key]])
                    self._errors[name_of(line.key)] = ErrorList([says])

    def full_clean(self) -> None:
        """The form itself has judged; nothing is judged here."""
        self._errors = self.__dict__.get("_errors") or ErrorDict()
        self.cleaned_data = {}

    def refuse(self, says: str) -> None:
        """A sentence over the whole form."""
        self.is_bound = True
        self.data = self._data()
        said: ErrorDict = self.__dict__.get("_errors") or ErrorDict()
        said["__all__"] = ErrorList([says])
        self._errors = said

    def _data(self) -> QueryDict:
        data = QueryDict(mutable=True)
        for line in self.filled.every():
            text = self.texts.get(line.key, "")
            if line.question is not None and text:
                several = line.question.kind == "several"
                data.setlist(name_of(line.key), text.split() if several else [text])
        return data

    def _field(self, line: Line, question: Question) -> forms.Field:
        filled = self.filled
        given: dict[str, Any] = {
            "label": filled.says(question.label, line) or question.name,
            "help_text": escape(filled.says(question.hint, line)),
            "required": bool(question.required) and question.required != "false()",
            "initial": self._initial(line, question),
        }
        if question.kind == "several":
            return forms.MultipleChoiceField(choices=filled.options(line), widget=forms.CheckboxSelectMultiple, **given)
        if question.kind == "one":
            options = filled.options(line)
            if len(options) > FEW or "minimal" in question.appearance:
                return forms.ChoiceField(choices=[("", ""), *options], **given)
            return forms.ChoiceField(choices=options, widget=forms.RadioSelect, **given)
        if question.kind == "tick":
            return forms.CharField(widget=forms.CheckboxInput(attrs={"value": "OK"}, check_test=bool), **given)
        if question.kind == "text" and "numbers" not in question.appearance:
            rows = 5 if "multiline" in question.appearance else 2
            return forms.CharField(widget=forms.Textarea(attrs={**_ATTRIBUTES["text"], "rows": rows}), **given)
        if question.kind == "range" and question.start and question.end:
            ends = f'<bdi dir="ltr">{escape(question.start)}–{escape(question.end)}</bdi>'
            given["help_text"] = " ".join(one for one in (given["help_text"], ends) if one)
        return forms.CharField(widget=forms.TextInput(attrs=_ATTRIBUTES[question.kind]), **given)

    def _initial(self, line: Line, question: Question) -> Any:
        text = self.texts.get(line.key, "")
        if question.kind == "several":
            return text.split()
        if question.kind == "date" and line.text:
            return "/".join(reversed(line.text.split("-")))
        if question.kind == "moment" and line.text:
            return f"{'/'.join(reversed(line.text[:10].split('-')))} {line.text[11:16]}"
        return text

    def parts(self) -> list[dict[str, Any]]:
        """The form as the page draws it: groups, rounds of repeats, questions, notes."""
        return [one for one in (self._part(line, 2) for line in self.filled.lines) if one]

    def _part(self, line: Line, level: int) -> dict[str, Any] | None:
        question = line.question
        about: dict[str, Any] = {
            "name": name_of(line.key), "on": line.on, "label": self.filled.says(line.node.label, line), "level": level,
        }  # fmt: skip
        if question is not None:
            if question.kind in ASKED:
                return {**about, "kind": "ask", "field": self[name_of(line.key)]}
            if question.kind == "note" and (about["label"] or line.text):
                shown = line.text if question.calculate else ""
                return {**about, "kind": "note", "hint": self.filled.says(question.hint, line), "text": shown}
            return {**about, "kind": "left_out"} if question.kind == "other" else None
        deeper = min(level + 1, 4)
        inside = [one for one in (self._part(inner, deeper) for inner in line.lines) if one]
        if isinstance(line.node, Repeat) and not line.round:
            may_more = not line.node.count and len(line.lines) < MOST_ROUNDS
            count = {"count": len(line.lines), "counted": name_of(f"{line.key}{COUNT}")}
            return {**about, "kind": "repeat", "parts": inside, "may": not line.node.count, "more": may_more, **count}
        if not inside:
            return None
        return {**about, "kind": "round" if line.round else "group", "parts": inside, "round": line.round}

    def off(self) -> list[str]:
        """The names of what is not asked now."""
        return [name_of(line.key) for line in self.filled.every() if not line.on]

    def changing(self) -> list[dict[str, Any]]:
        """The questions whose words or options depend on other answers, as the page draws them."""
        changing = [line for line in self.filled.every() if line.question is not None and _changes(line.question)]
        return [one for one in (self._part(line, 2) for line in changing) if one and one["kind"] in {"ask", "note"}]


def _changes(question: Question) -> bool:
    texts: tuple[Text, ...] = (question.label, question.hint)
    has_values = any(isinstance(part, Output) for text in texts for parts in text.values() for part in parts)
    return has_values or "[" in question.choices or (question.kind == "note" and bool(question.calculate))


def with_round(texts: Mapping[str, str], key: str, *, count: int) -> dict[str, str]:
    """The texts with a repeat asked once more."""
    return {**texts, f"{key}{COUNT}": str(min(count + 1, MOST_ROUNDS))}


def without_round(texts: Mapping[str, str], key: str, *, count: int) -> dict[str, str]:
    """The texts without one round of a repeat (`rooms[2]`); the later ones move up."""
    stem, _bracket, number = key[:-1].rpartition("[")
    if not key.endswith("]") or not number.isdigit() or not 1 <= int(number) <= count:
        return dict(texts)
    kept: dict[str, str] = {}
    for name, text in texts.items():
        inside = name.removeprefix(f"{stem}[") if name.startswith(f"{stem}[") else ""
        at, _close, rest = inside.partition("]")
        if not inside or not at.isdigit():
            kept[name] = text
        elif int(at) != int(number):
            kept[f"{stem}[{int(at) - (int(at) > int(number))}]{rest}"] = text
    return {**kept, f"{stem}{COUNT}": str(count - 1)}
