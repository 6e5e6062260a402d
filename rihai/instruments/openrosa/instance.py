"""An answer as a phone sends it: XML of the form it was filled in; read strictly, for anybody could have made it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import NoReturn
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring
from django.utils.translation import gettext as _

from rihai.errors import Unreadable
from rihai.instruments.form import Form, Group, Question, Repeat
from rihai.instruments.form.filled import COUNT, MOST_ROUNDS
from rihai.instruments.form.tree import ASKED, Node
from rihai.instruments.openrosa.codes import parted
from rihai.instruments.openrosa.served import CODE

MOST_BYTES, MOST_PARTS, DEEPEST = 2_000_000, 20_000, 24
IDS = re.compile(r"[A-Za-z0-9][\w:.@+-]{7,79}", re.ASCII)
NAME = re.compile(r"[^\x00-\x1f/\\:*?\"<>|]{1,200}")


class SubmissionWrong(Unreadable):
    """What was sent is no answer that can be kept; the phone keeps it, and the sentence says what is wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """An answer: of which form and version, its id and which it corrects; its element, and the mark of its bytes."""

    form_id: str
    version: str
    instance_id: str
    deprecates: str
    root: Element
    xml: str
    digest: str
    code: str = ""
    times: Mapping[str, str] = field(default_factory=dict)


def read_instance(content: bytes) -> Instance:
    """The answer in these bytes. Raises SubmissionWrong, in a sentence."""
    if len(content) > MOST_BYTES:
        raise SubmissionWrong(_("The answer is larger than 2 MB without its files. Nothing of it was kept."))
    try:
        root = fromstring(content, forbid_dtd=True)
        xml = content.decode("utf-8")
    except (ParseError, DefusedXmlException, ValueError, LookupError, RecursionError) as error:
        raise SubmissionWrong(_("What was sent is no answer: it cannot be read as XML. Nothing was kept.")) from error
    _bounded(root)
    meta = _child(root, "meta")
    instance_id = _text(meta, "instanceID")
    if not IDS.fullmatch(instance_id):
        raise SubmissionWrong(_("The answer has no id of its own (instanceID). Nothing was kept."))
    deprecates = _text(meta, "deprecatedID")
    if deprecates and not IDS.fullmatch(deprecates):
        raise SubmissionWrong(_("The answer names another that it corrects (deprecatedID), but not by an id."))
    form_id, code = parted(root.get("id", "")[:80])
    return Instance(
        form_id=form_id[:64], version=root.get("version", "")[:60], instance_id=instance_id,
        deprecates=deprecates, root=root, xml=xml, digest=hashlib.sha256(content).hexdigest(),
        code=code or _text(root, CODE), times={one: _text(root, one) for one in ("start", "end")},
    )  # fmt: skip


def texts_of(instance: Instance, form: Form) -> dict[str, str]:
    """What was answered, by the keys of a draft. Raises SubmissionWrong for what the form does not ask."""
    texts: dict[str, str] = {}
    known = _paths(form)
    for path, _one in _walk(instance.root, f"/{form.root}"):
        if path not in known and not path.startswith((f"/{form.root}/meta", f"/{form.root}/{CODE}")):
            _not_of_this_form(path)
    _gather(texts, form.children, instance.root, f"/{form.root}", "")
    return texts


def files_named(instance: Instance, form: Form) -> frozenset[str]:
    """The names of the files that the answer says come with it."""
    paths = {one.path for one in form.questions if one.kind == "other"}
    return frozenset(
        (one.text or "").strip() for path, one in _walk(instance.root, f"/{form.root}") if path in paths and one.text
    ) - {""}


def moment_of(text: str, *, latest: datetime) -> datetime | None:
    """A time as the phone told it; None where it told none, or one that no phone of ours can have lived."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    found = found if found.tzinfo is not None else found.replace(tzinfo=UTC)
    return found if datetime(2020, 1, 1, tzinfo=UTC) < found <= latest else None


def _bounded(root: Element) -> None:
    at: list[tuple[Element, int]] = [(root, 1)]
    seen = 0
    while at:
        one, depth = at.pop()
        seen += 1
        if depth > DEEPEST or seen > MOST_PARTS:
            raise SubmissionWrong(_("The answer has more parts than any form here. Nothing was kept."))
        at.extend((inside, depth + 1) for inside in one)


def _gather(texts: dict[str, str], nodes: tuple[Node, ...], at: Element, path: str, prefix: str) -> None:
    for node in nodes:
        steps = node.path.removeprefix(f"{path}/").split("/")
        key, here = prefix + "/".join(steps), _at(at, steps[:-1])
        if here is None:
            continue
        if isinstance(node, Repeat):
            rounds = [one for one in here if _local(one) == node.name]
            if len(rounds) > MOST_ROUNDS:
                raise SubmissionWrong(
                    _("A part of the answer stands there more than a hundred times. Nothing was kept.")
                )
            texts[f"{key}{COUNT}"] = str(len(rounds))
            for number, one in enumerate(rounds, 1):
                _gather(texts, node.children, one, node.path, f"{key}[{number}]/")
        elif isinstance(node, Group):
            inside = _child(here, node.name)
            if inside is not None:
                _gather(texts, node.children, inside, node.path, f"{key}/")
        elif isinstance(node, Question) and (node.kind in ASKED or node.kind == "other"):
            text = _text(here, node.name)
            if text:
                texts[key] = text


def _paths(form: Form) -> frozenset[str]:
    found = set()
    for path in form.by_path:
        parts = path.split("/")
        found |= {"/".join(parts[:end]) for end in range(2, len(parts) + 1)}
    return frozenset(found)


def _walk(parent: Element, path: str) -> Iterator[tuple[str, Element]]:
    for one in parent:
        here = f"{path}/{_local(one)}"
        yield here, one
        yield from _walk(one, here)


def _not_of_this_form(path: str) -> NoReturn:
    says = _("The answer says something that this version of the form does not ask (%(name)s). Nothing was kept.")
    raise SubmissionWrong(says % {"name": path.rpartition("/")[2][:60]})


def _at(parent: Element, steps: list[str]) -> Element | None:
    here: Element | None = parent
    for step in steps:
        here = _child(here, step) if here is not None else None
    return here


def _child(parent: Element, name: str) -> Element | None:
    return next((one for one in parent if _local(one) == name), None)


def _text(parent: Element | None, name: str) -> str:
    found = _child(parent, name) if parent is not None else None
    return (found.text or "").strip() if found is not None else ""


def _local(one: Element) -> str:
    return one.tag.rpartition("}")[2] if isinstance(one.tag, str) else ""
