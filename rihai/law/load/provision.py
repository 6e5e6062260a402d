"""Reads one provision and its worked cases, and says every mistake with file and line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from rihai.facts import PROVINCES
from rihai.law.load.amounts import read_amount
from rihai.law.load.conditions import ConditionReader
from rihai.law.provision import Case, Cite, Condition, Effect, Provision, Text, Version
from rihai.law.reckoned import RECKONED, known_fact
from rihai.law.signs import repeated, signs, split_values
from rihai.law.strict import LinedMapping, Mistakes, Reader, read, walk
from rihai.law.tree import Amount, facts_of, leaves, push, shape

NOTES = ("presumption", "contested")
"""What a provision may have noted beside its outcome."""
_BODY = ("applies_to", "when", "unless", "ways", "amounts")


@dataclass(frozen=True, slots=True)
class _Lists:
    """The named lists of a provision or of one of its versions, with the line they stand on."""

    line: int
    applies_to: tuple[str, ...]
    ways: tuple[tuple[str, ...], ...]
    unless: tuple[str, ...]


def read_provision(text: str, mistakes: Mistakes, cases: tuple[Case, ...], expected_id: str) -> Provision | None:
    """The provision a file holds; None when a mistake leaves nothing to build."""
    before = len(mistakes.found)
    written = read(text, mistakes)
    if written is None and len(mistakes.found) > before:
        return None  # broken YAML: that everything else is missing too would only hide it
    reader = Reader(written, mistakes, 1, "a provision")
    provision_id = reader.take("id", str, required=True)
    if provision_id != expected_id:
        mistakes.add(reader.at("id"), f"the id '{provision_id}' is not the name of the file")
    kind = _choice(reader, "kind", ("release", "help", "alert", "bar"))
    title, says, next_step = (_text(reader, key) for key in ("title", "says", "next_step"))
    cite, effect = _cite(reader), _effect(reader)
    jurisdiction = _jurisdiction(reader)
    still_inside, limit = (bool(reader.take(key, bool, False)) for key in ("still_inside", "limit"))
    issues = [
        _as_text(item, mistakes, line, "an open issue")
        for item, line in walk(reader.take("open_issues", list, required=True), mistakes, reader.line, "'open_issues'")
    ]
    reviewed_by, reviewed_on = _reviewed(reader)
    notes, dates = _notes(reader), _dates(reader)
    versions = _versions(reader, cite, {name for _, name in notes})
    reader.finish()
    if len(mistakes.found) > before:
        return None
    return Provision(
        str(provision_id), kind, title, says, cite, jurisdiction, effect, next_step, versions, cases,  # type: ignore[arg-type]
        still_inside, limit, tuple(issues), notes, dates, reviewed_by, reviewed_on,
    )  # fmt: skip


def _choice(reader: Reader, key: str, choices: tuple[str, ...]) -> str:
    value = reader.take(key, str, required=True)
    if value is not None and value not in choices:
        reader.mistakes.add(reader.at(key), f"'{value}' is not one of {', '.join(choices)}")
    return str(value)


def _as_text(value: Any, mistakes: Mistakes, line: int, what: str) -> Text:
    """A sentence in both languages."""
    reader = Reader(value, mistakes, line, what)
    en, ur = reader.take("en", str, "", required=True), reader.take("ur", str, "", required=True)
    reader.finish()
    for language, text in (("en", en), ("ur", ur)):
        if language in reader.value and not text.strip():
            mistakes.add(reader.at(language), f"{what}: '{language}' says nothing")
    return Text(en, ur)


def _text(reader: Reader, key: str) -> Text:
    value = reader.take(key, dict, required=True)
    return Text("") if value is None else _as_text(value, reader.mistakes, reader.at(key), f"'{key}'")


def _day(reader: Reader, key: str, *, required: bool = False) -> date | None:
    text = reader.take(key, str, required=required)
    try:
        return date.fromisoformat(text) if text is not None else None
    except ValueError:
        reader.mistakes.add(reader.at(key), f"'{text}' is not a day such as 2026-05-21")
        return None


def _cite(reader: Reader) -> Cite:
    cite = Reader(reader.take("cite", dict, required=True), reader.mistakes, reader.at("cite"), "'cite'")
    urls = tuple(str(url) for url in cite.take("urls", list, [], required=True))
    for url in urls:
        if not url.startswith(("https://", "http://")):
            cite.mistakes.add(cite.at("urls"), f"'{url}' is not a link")
    found = Cite(
        cite.take("act", str, "", required=True), str(cite.take("section", (str, int), "", required=True)), urls,
        _day(cite, "read_on", required=True) or date.min,
        _choice(cite, "confidence", ("high", "medium", "low")),  # type: ignore[arg-type]
        tuple(str(one) for one in cite.take("rests_on", list, [])),
    )  # fmt: skip
    cite.finish()
    if not urls:
        cite.mistakes.add(cite.line, "a provision needs a link to its source")
    return found


def _effect(reader: Reader) -> Effect:
    effect = Reader(reader.take("effect", dict, required=True), reader.mistakes, reader.at("effect"), "'effect'")
    word = _choice(effect, "word", ("shall", "may", "must_look"))
    found = Effect(word, _text(effect, "what"), _text(effect, "decides"))  # type: ignore[arg-type]
    effect.finish()
    return found


def _jurisdiction(reader: Reader) -> tuple[str, ...]:
    value = reader.take("jurisdiction", (str, list), "federal", required=True)
    places = (value,) if isinstance(value, str) else tuple(str(one) for one in value)
    for place in places:
        if place not in {"federal", "international", *PROVINCES}:
            reader.mistakes.add(reader.at("jurisdiction"), f"'{place}' is not federal, international or a province")
    return places


def _reviewed(reader: Reader) -> tuple[str | None, date | None]:
    value = reader.take("reviewed", dict)
    if value is None:
        return None, None
    reviewed = Reader(value, reader.mistakes, reader.at("reviewed"), "'reviewed'")
    found = reviewed.take("by_role", str, required=True), _day(reviewed, "on", required=True)
    reviewed.finish()
    return found


def _notes(reader: Reader) -> tuple[tuple[str, str], ...]:
    """What is noted where a condition holds: the note, and the name of the condition."""
    written = reader.take("notes", dict, LinedMapping(reader.line))
    for note, name in written.items():
        if note not in NOTES:
            reader.mistakes.add(written.lines[note], f"'{note}' is not a note; known: {', '.join(NOTES)}")
        if name not in (reader.value.get("conditions") or {}):
            reader.mistakes.add(written.lines[note], f"there is no condition called '{name}'")
    return tuple((str(note), str(name)) for note, name in written.items())


def _dates(reader: Reader) -> tuple[tuple[str, str], ...]:
    """What is printed of a case: the name of a date, and the reckoned fact that gives it."""
    written = reader.take("dates", dict, LinedMapping(reader.line))
    for name, fact in written.items():
        known = RECKONED.get(fact) if isinstance(fact, str) else None
        if known is None or known.kind != "date" or known.scope != "case":
            reader.mistakes.add(written.lines[name], f"'{fact}' is not a reckoned date of a case")
    return tuple((str(name), str(fact)) for name, fact in written.items())


def _versions(reader: Reader, cite: Cite, noted: set[str]) -> tuple[Version, ...]:
    written = reader.take("conditions", dict, LinedMapping(reader.line), required=True)
    shared = {key: reader.take(key, dict if key == "amounts" else list) for key in _BODY}
    used = noted
    used_amounts: set[str] = set()
    versions = []
    for item, line in walk(reader.take("versions", list, required=True), reader.mistakes, reader.line, "'versions'"):
        part = Reader(item, reader.mistakes, line, "a version")
        body = {key: part.take(key, dict if key == "amounts" else list, shared[key]) for key in _BODY}
        amounts = _amounts(body["amounts"] or LinedMapping(line), reader.mistakes)
        conditions, amounts_used = _conditions(written, amounts, reader.mistakes)
        lists = _lists(reader, body, conditions, reader.at("when") if "when" in reader.value else reader.at("ways"))
        version = _version(part, cite, lists, conditions, amounts)
        part.finish()
        _check(version, reader.mistakes, lists.line)
        versions.append(version)
        used |= set(version.used())
        used_amounts |= amounts_used
        for name in set(amounts) - used_amounts:
            reader.mistakes.add(reader.at("amounts"), f"the amount '{name}' is never used")
    for name in written:
        if name not in used:
            reader.mistakes.add(written.lines[name], f"condition '{name}' is never used")
    if not versions:
        reader.mistakes.add(reader.line, "a provision needs at least one version")
    return tuple(sorted(versions, key=lambda version: version.starts))


def _version(
    part: Reader, cite: Cite, lists: _Lists, conditions: dict[str, Condition], amounts: dict[str, Amount]
) -> Version:
    status = _choice(part, "status", ("enacted", "announced", "draft"))
    if cite.confidence == "low":
        status = "draft"
    return Version(
        _day(part, "from", required=True) or date.min, _day(part, "to"), status,  # type: ignore[arg-type]
        str(part.take("reference", str, "", required=True)),
        lists.applies_to, lists.ways, lists.unless, conditions, amounts, bool(part.take("goes_on", bool, False)),
    )  # fmt: skip


def _amounts(value: LinedMapping, mistakes: Mistakes) -> dict[str, Amount]:
    found = {}
    for name, amount in value.items():
        read_one = read_amount(amount, mistakes, value.lines[name], known_fact)
        if read_one is not None:
            found[name] = read_one
    return found


def _conditions(
    written: LinedMapping, amounts: dict[str, Amount], mistakes: Mistakes
) -> tuple[dict[str, Condition], set[str]]:
    """The named conditions, and the amounts they use."""
    found: dict[str, Condition] = {}
    used: set[str] = set()
    for name, value in written.items():
        line = written.lines[name]
        tests = ConditionReader(mistakes, amounts)
        node = tests.read(value, line, frozenset({"says", "decided_by"}))
        used |= tests.used_amounts
        if not isinstance(value, LinedMapping):
            continue
        says = _as_text(value.get("says"), mistakes, line, f"'says' of {name}")
        decided_by = value.get("decided_by")
        if decided_by not in {None, "court"}:
            mistakes.add(line, f"'{name}': decided_by is court, or left out")
        if tests.courts == {True} and decided_by is None:
            mistakes.add(line, f"'{name}' is a court's view: decided_by must say so")
        if True in tests.courts and False in tests.courts:
            mistakes.add(line, f"'{name}' joins a court's view with facts of record: make two conditions of it")
        if tests.courts == {False} and decided_by == "court":
            mistakes.add(line, f"'{name}' is a matter of record: decided_by court does not fit")
        if node is not None:
            found[name] = Condition(name, node, says, decided_by == "court")
    return found, used


def _lists(reader: Reader, body: dict[str, Any], conditions: dict[str, Condition], line: int) -> _Lists:
    def names(value: Any) -> tuple[str, ...]:
        found = []
        for item, at in walk(value, reader.mistakes, line, "a list of conditions") if value is not None else ():
            if item in reader.value.get("conditions", {}):
                found.append(str(item))
            else:
                reader.mistakes.add(at, f"there is no condition called '{item}'")
        return tuple(name for name in found if name in conditions)

    if (body["when"] is None) == (body["ways"] is None):
        reader.mistakes.add(line, "a provision has either 'when' or 'ways'")
    if body["ways"] is not None:
        ways = tuple(names(way) for way, _ in walk(body["ways"], reader.mistakes, line, "'ways'"))
        if not 1 < len(ways) <= 4:
            reader.mistakes.add(line, "there are two to four ways")
    else:
        ways = (names(body["when"]),)
    return _Lists(line, names(body["applies_to"]), ways, names(body["unless"]))


def _check(version: Version, mistakes: Mistakes, line: int) -> None:
    """What the algebra asks: fixed applies_to, at most three facts of both signs, court facts with one sign."""
    for name in version.applies_to:
        if shape(push(version.conditions[name].node)) != "fixed":
            mistakes.add(line, f"applies_to may not depend on the day: '{name}'")
    for name in version.unless:
        if shape(push(version.conditions[name].node, negated=True)) == "two":
            mistakes.add(line, f"unless '{name}' leaves two separate spells: write each as ways")
    for way in version.ways:
        nodes = [push(version.conditions[name].node) for name in (*version.applies_to, *way)]
        nodes += [push(version.conditions[name].node, negated=True) for name in version.unless]
        if len(split_values(nodes)) > 3:
            mistakes.add(line, f"more than three facts are met with both signs: {', '.join(split_values(nodes))}")
        for fact, found in signs(nodes).items():
            known = known_fact(fact)
            if known is not None and known.court and len(found) > 1:
                mistakes.add(line, f"{fact} is a court's view and may stand with one sign only")


def warnings_of(provision: Provision) -> list[str]:
    """Dates met in two directions: sound, but sometimes *cannot tell* where every possibility agrees."""
    found = []
    for version in provision.versions:
        for way in version.ways:
            nodes = [push(version.conditions[name].node) for name in (*version.applies_to, *way)]
            nodes += [push(version.conditions[name].node, negated=True) for name in version.unless]
            found += [f"{provision.id}: {fact} begins one thing and ends another" for fact in sorted(repeated(nodes))]
    return sorted(set(found))


def turns_with_the_day(version: Version) -> bool:
    """Whether a day decides any condition of the version."""
    return any(shape(push(version.conditions[name].node)) != "fixed" for name in version.used())


def facts_asked(version: Version) -> set[str]:
    """Every fact of the record, lists by their name, that the version asks."""
    nodes = [push(version.conditions[name].node) for name in version.used()]
    return {fact for node in nodes for leaf, _ in leaves(node) for fact in facts_of(leaf)}
