"""Reads programmes strictly, one file each: every mistake at once, each as file:line; a broken file loads nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import cache, partial
from pathlib import Path
from typing import Any, get_args

from rihai.casework.cases.models import Setting
from rihai.casework.cases.programmes.programme import Programme, Rule, RuleKind, Stage, gone
from rihai.census.layouts.tree import Node, read_tree
from rihai.errors import Unreadable
from rihai.facts import PERSON_FACTS
from rihai.kit.classes import OF_PEOPLE, DataClass
from rihai.people.models import Consent, Sex
from rihai.profile.flags import FLAGS
from rihai.words import LANGUAGES

CATALOGUE = Path(__file__).parent / "catalogue"
SERVICES = Path(__file__).parents[2] / "services" / "catalogue"
_SLUG = re.compile(r"^[a-z][a-z0-9_]{1,39}$")
_Complain = Callable[[Node, str], None]
_ALLOWED: Mapping[str, frozenset[str] | None] = {
    "setting": frozenset(Setting.values), "sex": frozenset(Sex.values), "flag": frozenset(FLAGS), "finding": None,
}  # fmt: skip


class ProgrammeInvalid(Unreadable):
    """A file of a programme does not load; `mistakes` has every one as file:line: what is wrong."""

    def __init__(self, mistakes: tuple[str, ...]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


@cache
def known_programmes() -> Mapping[str, Programme]:
    """Every programme of the house, retired ones too, by slug."""
    return load_programmes(CATALOGUE)


@cache
def programmes() -> Mapping[str, Programme]:
    """The programmes of the house under which cases are opened, by slug."""
    return {slug: one for slug, one in known_programmes().items() if not one.retired}


def programme_of(slug: str) -> Programme:
    """The programme of a case, also where it is retired or its file is gone."""
    return known_programmes().get(slug) or gone(slug)


def load_programmes(folder: Path) -> dict[str, Programme]:
    """Every programme of a folder, by the name of its file. Raises ProgrammeInvalid with all mistakes of all files."""
    found: dict[str, Programme] = {}
    mistakes: list[str] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            found[path.stem] = read_programme(path.read_text(encoding="utf-8"), path.name)
        except ProgrammeInvalid as error:
            mistakes += error.mistakes
        except (OSError, UnicodeDecodeError):
            mistakes.append(f"{path.name}:1: not readable as UTF-8 text")
    if mistakes:
        raise ProgrammeInvalid(tuple(mistakes))
    return found


def read_programme(text: str, file: str) -> Programme:
    """One programme from its text; its slug is the name of the file. Raises ProgrammeInvalid."""
    mistakes: list[str] = []

    def complain(node: Node, what: str) -> None:
        mistakes.append(f"{file}:{node.line}: {what}")

    tree = read_tree(text, complain)
    slug = file.removesuffix(".yaml")
    if not _SLUG.match(slug):
        complain(tree, "the name of the file is the programme's slug: small letters, figures and _ alone")
    read: dict[str, Any] = {}
    for key, node in _mapping(tree, complain).items():
        if key not in _READERS:
            complain(node, f"unknown key '{key}'; known are {', '.join(_READERS)}")
            continue
        read[key] = _READERS[key](node, complain)
    for key in ("title", "says", "for_whom"):
        if key not in read:
            complain(tree, f"the key '{key}' is missing")
    if read.get("data_class") == DataClass.SEALED and not read.get("retired"):
        complain(tree, "what is sealed is kept in sealed records; a row of a case names whom it is about")
    if mistakes:
        raise ProgrammeInvalid(tuple(mistakes))
    return Programme(slug=slug, **read)


def _mapping(node: Node, complain: _Complain) -> dict[str, Node]:
    if isinstance(node.value, dict):
        return node.value
    complain(node, "a mapping is expected, as 'key: value'")
    return {}


def _list(node: Node, complain: _Complain) -> list[Node]:
    if isinstance(node.value, list):
        return node.value
    complain(node, "a list is expected")
    return []


def _texts(node: Node, complain: _Complain) -> dict[str, str]:
    found = {key: one.value for key, one in _mapping(node, complain).items()}
    for language in LANGUAGES:
        if not isinstance(found.get(language), str) or not str(found.get(language)).strip():
            complain(node, f"the text in '{language}' is missing")
    for language in set(found) - set(LANGUAGES):
        complain(node, f"'{language}' is no language of ours: {', '.join(LANGUAGES)}")
    return found


def _yes_no(node: Node, complain: _Complain) -> bool:
    if not isinstance(node.value, bool):
        complain(node, "true or false is expected")
    return bool(node.value)


def _number(node: Node, complain: _Complain, *, low: int = 1, high: int = 3650) -> int:
    if isinstance(node.value, bool) or not isinstance(node.value, int) or not low <= node.value <= high:
        complain(node, f"a whole number from {low} to {high} is expected")
        return low
    return node.value


def _word(node: Node, complain: _Complain, *, among: frozenset[str] | None = None) -> str:
    if not isinstance(node.value, str) or (among is None and not _SLUG.match(node.value.replace("-", "_"))):
        complain(node, "a word of small letters, figures and _ is expected")
    elif among is not None and node.value not in among:
        complain(node, f"'{node.value}' is not one of {', '.join(sorted(among))}")
    return str(node.value)


def _words(node: Node, complain: _Complain, *, among: frozenset[str] | None = None) -> tuple[str, ...]:
    return tuple(_word(one, complain, among=among) for one in _list(node, complain))


def _services(node: Node, complain: _Complain) -> tuple[str, ...]:
    """Services are named by the names of their files; which there are is known without reading them."""
    return _words(node, complain, among=frozenset(one.stem for one in SERVICES.glob("*.yaml")))


def _stages(node: Node, complain: _Complain) -> tuple[Stage, ...]:
    found: list[Stage] = []
    for one in _list(node, complain):
        said = _mapping(one, complain)
        if set(said) != {"code", "title"}:
            complain(one, "a stage has 'code' and 'title' and nothing else")
            continue
        stage = Stage(_word(said["code"], complain), _texts(said["title"], complain))
        if any(stage.code == other.code for other in found):
            complain(one, f"the stage '{stage.code}' stands here twice")
        found.append(stage)
    return tuple(found)


def _rules(node: Node, complain: _Complain) -> tuple[Rule, ...]:
    return tuple(rule for one in _list(node, complain) if (rule := _rule(one, complain)))


def _rule(node: Node, complain: _Complain) -> Rule | None:
    said = _mapping(node, complain)
    unknown = set(said) - {"rule", *(field.name for field in fields(Rule) if field.name != "kind")}
    if unknown:
        complain(node, f"unknown in a rule: {', '.join(sorted(unknown))}")
    if "rule" not in said or "says" not in said:
        complain(node, "a rule has its kind under 'rule' and its reason under 'says'")
        return None
    kind: Any = _word(said["rule"], complain, among=frozenset(get_args(RuleKind)))
    among = _words(said["among"], complain, among=_ALLOWED.get(kind)) if "among" in said else ()
    least = _number(said["at_least"], complain, high=120) if "at_least" in said else None
    below = _number(said["below"], complain, high=120) if "below" in said else None
    fact = str(said["fact"].value) if "fact" in said else ""
    if kind in _ALLOWED and not among:
        complain(node, f"a rule of {kind} names what it takes under 'among'")
    if kind == "age" and least is None and below is None:
        complain(node, "a rule of age has 'at_least' or 'below', in completed years")
    if kind == "fact" and (fact not in PERSON_FACTS or PERSON_FACTS[fact].kind != "yes_no"):
        complain(node, f"'{fact}' is no yes-or-no fact of a person")
    wanted = _yes_no(said["wanted"], complain) if "wanted" in said else True
    return Rule(kind, _texts(said["says"], complain), among, least, below, fact, wanted)


_READERS: Mapping[str, Callable[[Node, _Complain], Any]] = {
    "title": _texts,
    "says": _texts,
    "data_class": partial(_word, among=frozenset(OF_PEOPLE)),
    "approval": _yes_no,
    "retired": _yes_no,
    "review_days": _number,
    "contact_days": _number,
    "weight": partial(_number, high=5),
    "stages": _stages,
    "services": _services,
    "consents": partial(_words, among=frozenset(Consent.Purpose.values)),
    "for_whom": _rules,
}
