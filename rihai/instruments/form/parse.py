"""Reads an XForm into the parts of a form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from rihai.errors import Unreadable
from rihai.instruments.form.tree import Choice, Form, Group, Kind, Node, Output, Question, Repeat, Text

X = "{http://www.w3.org/2002/xforms}"
H = "{http://www.w3.org/1999/xhtml}"
JR = "{http://openrosa.org/javarosa}"
NO_TEXT = "-"
"""What pyxform writes where a translation is missing."""
DEEPEST = 12
_CODE = re.compile(r"\(([a-z]{2,3})(?:-[\w-]+)?\)\s*$", re.IGNORECASE)
_NAMED = {"english": "en", "urdu": "ur", "اردو": "ur"}
_ITEXT = re.compile(r"^\s*jr:itext\('(.*)'\)\s*$", re.DOTALL)
_BY_TYPE: dict[str, Kind] = {
    "string": "text", "int": "integer", "integer": "integer", "decimal": "decimal", "date": "date", "time": "time",
    "dateTime": "moment",
}  # fmt: skip


class FormUnreadable(Unreadable):
    """What should be an XForm is none."""


@lru_cache(maxsize=32)
def read_form(xform: str) -> Form:
    """The form of an XForm. Raises FormUnreadable for what is no XForm, declares entities, or nests too deep."""
    try:
        return _Reading(fromstring(xform, forbid_dtd=True)).form()
    except (ParseError, DefusedXmlException, ValueError, KeyError, AttributeError, RecursionError) as error:
        raise FormUnreadable(f"no XForm: {type(error).__name__}") from error


class _Reading:
    """One XForm while it is read."""

    def __init__(self, document: Element) -> None:
        head, self.body = _child(document, f"{H}head"), _child(document, f"{H}body")
        model = _child(head, f"{X}model")
        self.title = (head.findtext(f"{H}title") or "").strip()
        instances = model.findall(f"{X}instance")
        self.data = instances[0][0]
        self.lists = {one.get("id", ""): _plain(one) for one in instances[1:] if len(one)}
        self.firsts = tuple(
            (one.get("ref", ""), one.get("value", ""))
            for one in document.iter(f"{X}setvalue")
            if "first-load" in (one.get("event") or "")
        )
        self.binds = {one.get("nodeset", ""): one for one in model.findall(f"{X}bind")}
        self.languages, self.texts = _texts(model.find(f"{X}itext"))

    def form(self) -> Form:
        """The whole form."""
        root = _local(self.data)
        asked = list(self._parts(self.body, 0))
        known = {node.path for node in _flat(asked)}
        hidden = [self._hidden(path, one) for path, one in self._leaves(self.data, f"/{root}") if path not in known]
        return Form(
            root=root,
            form_id=self.data.get("id", ""),
            version=self.data.get("version", ""),
            title=self.title,
            languages=self.languages,
            children=_nested(hidden, tuple(asked)),
            lists=self.lists,
            texts=self.texts,
            firsts=self.firsts,
        )

    def _parts(self, parent: Element, depth: int) -> Iterator[Node]:
        if depth > DEEPEST:
            raise ValueError("too deep")
        for one in parent:
            kind = _local(one)
            if kind == "group":
                yield from self._group(one, depth)
            elif kind == "repeat":
                yield self._repeat(one, one, depth)
            elif kind in _CONTROLS:
                yield self._question(one, kind)

    def _group(self, one: Element, depth: int) -> Iterator[Node]:
        repeat = one.find(f"{X}repeat")
        if repeat is not None:
            yield self._repeat(repeat, one, depth)
            return
        path = one.get("ref") or one.get("nodeset") or ""
        children = tuple(self._parts(one, depth + 1))
        if not path:  # a heading alone, with no place in the data
            yield from children
            return
        bind = self.binds.get(path)
        yield Group(
            path=path, name=_name(path), label=self._text(one.find(f"{X}label")), children=children,
            relevant=_rule(bind, "relevant"),
        )  # fmt: skip

    def _repeat(self, repeat: Element, around: Element, depth: int) -> Repeat:
        path = repeat.get("nodeset", "")
        return Repeat(
            path=path, name=_name(path), label=self._text(around.find(f"{X}label")),
            relevant=self._of(path, "relevant"), count=(repeat.get(f"{JR}count") or "").strip(),
            children=tuple(self._parts(repeat, depth + 1)),
        )  # fmt: skip

    def _question(self, one: Element, control: str) -> Question:
        path = one.get("ref", "")
        itemset = one.find(f"{X}itemset")
        given = {"choices": itemset.get("nodeset", "").strip()} if itemset is not None else {}
        if itemset is not None:
            given["value_of"] = _child(itemset, f"{X}value").get("ref", "name")
            given["label_of"] = _inside(_child(itemset, f"{X}label").get("ref", "label"))
        fixed = tuple(
            Choice((item.findtext(f"{X}value") or "").strip(), self._text(item.find(f"{X}label")))
            for item in one.findall(f"{X}item")
        )
        return self._made(
            path, self._kind(path, control), label=self._text(one.find(f"{X}label")),
            hint=self._text(one.find(f"{X}hint")), fixed=fixed, appearance=one.get("appearance", ""),
            start=one.get("start", ""), end=one.get("end", ""), step=one.get("step", ""), **given,
        )  # fmt: skip

    def _hidden(self, path: str, one: Element) -> Question:
        kind: Kind = "calculated" if self._of(path, "calculate") else "meta"
        return self._made(path, kind, default=(one.text or "").strip())

    def _made(self, path: str, kind: Kind, **given: object) -> Question:
        bind = self.binds.get(path)
        preload = (_rule(bind, f"{JR}preload"), _rule(bind, f"{JR}preloadParams"))
        default = given.pop("default", None) or self._default(path)
        made: Question = Question(
            path=path, name=_name(path), kind=kind, relevant=_rule(bind, "relevant"), required=_rule(bind, "required"),
            required_says=self._said(bind, "requiredMsg"), constraint=_rule(bind, "constraint"),
            constraint_says=self._said(bind, "constraintMsg"), calculate=_rule(bind, "calculate"),
            readonly=_rule(bind, "readonly"), preload=preload, default=default, **given,  # type: ignore[arg-type]
        )  # fmt: skip
        return made

    def _kind(self, path: str, control: str) -> Kind:
        if control == "input":
            readonly = self._of(path, "readonly")
            if self._of(path, "calculate"):
                return "note"
            if readonly == "true()":
                return "note"
            return _BY_TYPE.get(self._of(path, "type") or "string", "other")
        return _CONTROLS[control]

    def _default(self, path: str) -> str:
        parts = path.split("/")[2:]
        at: Element | None = self.data
        for part in parts:
            at = next((one for one in at if _local(one) == part), None) if at is not None else None
        return (at.text or "").strip() if at is not None and len(at) == 0 else ""

    def _leaves(self, parent: Element, path: str) -> Iterator[tuple[str, Element]]:
        seen: set[str] = set()
        for one in parent:
            name = _local(one)
            if name in seen:
                continue
            seen.add(name)
            if len(one):
                yield from self._leaves(one, f"{path}/{name}")
            else:
                yield f"{path}/{name}", one

    def _of(self, path: str, what: str) -> str:
        return _rule(self.binds.get(path), what)

    def _said(self, bind: Element | None, what: str) -> Text:
        written = (bind.get(f"{JR}{what}") or "") if bind is not None else ""
        found = _ITEXT.match(written)
        if found:
            return self.texts.get(found[1], {})
        return {"": (written,)} if written else {}

    def _text(self, one: Element | None) -> Text:
        if one is None:
            return {}
        found = _ITEXT.match(one.get("ref") or "")
        if found:
            return self.texts.get(found[1], {})
        parts = _text_parts(one)
        return {"": parts} if parts else {}


_CONTROLS: dict[str, Kind] = {
    "input": "text", "select1": "one", "select": "several", "trigger": "tick", "range": "range", "upload": "other",
    "rank": "other", "secret": "other",
}  # fmt: skip


def language_code(named: str) -> str:
    """The code of a language as a form names it, "اردو (ur)" or "Urdu"; the name itself where it says none."""
    found = _CODE.search(named)
    return found[1].lower() if found else _NAMED.get(named.strip().casefold(), named.strip())


def _texts(itext: Element | None) -> tuple[tuple[tuple[str, str], ...], dict[str, Text]]:
    if itext is None:
        return (), {}
    texts: dict[str, dict[str, tuple[str | Output, ...]]] = {}
    translations = sorted(itext.findall(f"{X}translation"), key=lambda one: one.get("default") is None)
    languages = []
    for one in translations:
        named = one.get("lang", "")
        code = language_code(named)
        languages.append((code, named))
        for text in one.findall(f"{X}text"):
            value = next((v for v in text.findall(f"{X}value") if not v.get("form")), None)
            parts = _text_parts(value) if value is not None else ()
            if parts and parts != (NO_TEXT,):
                texts.setdefault(text.get("id", ""), {})[code] = parts
    return tuple(languages), dict(texts)


def _text_parts(one: Element) -> tuple[str | Output, ...]:
    parts: list[str | Output] = [one.text or ""]
    for inside in one:
        if _local(inside) == "output":
            parts.append(Output((inside.get("value") or inside.get("ref") or "").strip()))
        parts.append(inside.tail or "")
    if isinstance(parts[0], str):
        parts[0] = parts[0].lstrip()
    if isinstance(parts[-1], str):
        parts[-1] = parts[-1].rstrip()
    return tuple(part for part in parts if part)


def _flat(nodes: list[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        if isinstance(node, Group):
            yield from _flat(list(node.children))


def _nested(hidden: list[Question], children: tuple[Node, ...]) -> tuple[Node, ...]:
    """What no control asks stands first in the group its path names, so that it is worked out where it belongs."""
    inside: dict[str, list[Question]] = {}
    here: list[Question] = []
    groups = [one.path for one in children if isinstance(one, Group)]
    for one in hidden:
        around = next((group for group in groups if one.path.startswith(f"{group}/")), None)
        (here if around is None else inside.setdefault(around, [])).append(one)
    kept = tuple(
        replace(one, children=_nested(inside.get(one.path, []), one.children)) if isinstance(one, Group) else one
        for one in children
    )
    return (*here, *kept)


def _rule(bind: Element | None, what: str) -> str:
    return (bind.get(what) or "").strip() if bind is not None else ""


def _child(parent: Element, tag: str) -> Element:
    found = parent.find(tag)
    if found is None:
        raise ValueError(tag)
    return found


def _inside(ref: str) -> str:
    found = re.match(r"^jr:itext\((.*)\)$", ref.strip())
    return found[1] if found else ref


def _local(one: Element) -> str:
    return one.tag.rpartition("}")[2]


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _plain(one: Element) -> Element:
    """The element without namespaces, for expressions name nothing by one."""
    made = Element(_local(one), {name.rpartition("}")[2]: value for name, value in one.attrib.items()})
    made.text = one.text
    made.extend([_plain(inside) for inside in one])
    return made
