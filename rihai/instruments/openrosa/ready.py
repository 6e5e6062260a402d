"""Forms that stand ready on a phone for what their owner is awaited to fill in, with what is known of it in them.

Each is the form in its version under an id of its own, `form.CODE`: the code says about what it is and names nobody.
The values stand in the form's own instance, a round of a repeat for each that is known, which every client of OpenRosa
shows without a network and without asking. An answer comes back under that id.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from uuid import UUID
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring
from django.utils.translation import gettext as _

from rihai.instruments.errors import NoSuchForm
from rihai.instruments.form.filled import COUNT, texts_of_names
from rihai.instruments.form.parse import JR, H, X
from rihai.instruments.handling import about
from rihai.instruments.models import InstrumentVersion
from rihai.instruments.openrosa.codes import DOT, tidy
from rihai.instruments.openrosa.served import with_code
from rihai.instruments.operations.codes import code_for, meant_by
from rihai.instruments.queries import form_of, published
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.handling import FormHandler, FormSubject
from rihai.kit.offers import offered

MOST = 10
"""So many stand ready on a phone at once, the soonest."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A form about something that is known: its version, under which id it stands, about what, its bytes."""

    version: InstrumentVersion
    form_id: str
    code: str
    name: str
    content: bytes


def ready_for(actor: Actor, *, at: datetime) -> list[Ready]:
    """What stands ready on the actor's phone. Codes that they do not have yet are taken."""
    found: list[Ready] = []
    for handler in offered(FormHandler):
        if handler.data_class == DataClass.SEALED:
            continue
        for form_id, subject in list(handler.expected(actor))[: MOST - len(found)]:
            version = published(form_id)
            if version is None:
                continue
            asked = about(handler.name, form_id, subject, actor=actor)[1]
            if asked.person_id is None:  # no list of people is put on a phone
                code = code_for(form_id=form_id, handler=handler.name, subject=subject, actor=actor, at=at).code
                found.append(_ready(version, code, asked))
    return found


def ready(version_id: UUID, code: str, *, actor: Actor) -> Ready:
    """One of them again. Raises NoSuchForm for a code that is not the actor's, or of what is closed."""
    version = InstrumentVersion.objects.select_related("instrument").filter(pk=version_id).first()
    meant = meant_by(code, actor=actor)
    if version is None or meant is None:
        raise NoSuchForm(_("There is no such form."))
    offer, asked = about(meant[0], version.instrument.form_id, meant[1], actor=actor)
    if offer.data_class == DataClass.SEALED or asked.person_id is not None:
        raise NoSuchForm(_("There is no such form."))
    return _ready(version, tidy(code), asked)


def _ready(version: InstrumentVersion, code: str, asked: FormSubject) -> Ready:
    texts = texts_of_names(form_of(version.pk), asked.prefilled)
    form_id = f"{version.instrument.form_id}{DOT}{code}"
    content = _with(version.pk, form_id, asked.name, tuple(sorted(texts.items())))
    return Ready(version, form_id, code, asked.name, content)


@lru_cache(maxsize=64)
def _with(version_id: UUID, form_id: str, name: str, texts: tuple[tuple[str, str], ...]) -> bytes:
    number, xform = InstrumentVersion.objects.values_list("number", "xform").get(pk=version_id)
    document = fromstring(with_code(xform, number, ask=False), forbid_dtd=True)
    title = document.find(f"{H}head/{H}title")
    if title is not None:
        title.text = f"{title.text or ''}: {name}"
    instance = document.find(f"{H}head/{X}model/{X}instance")
    assert instance is not None
    data = instance[0]
    data.set("id", form_id)
    fill_in(data, dict(texts))
    content: bytes = ElementTree.tostring(document, encoding="utf-8", xml_declaration=True)
    return content


def fill_in(data: Element, texts: Mapping[str, str]) -> None:
    """Put rounds and values in, by the keys of a draft; the rounds first, the outer before the inner."""
    counts = sorted((key for key in texts if key.endswith(COUNT)), key=lambda key: key.count("/"))
    for key in counts:
        parent, name = _parent(data, key.removesuffix(COUNT))
        if parent is not None:
            _rounds(parent, name, int(texts[key]))
    for key, text in texts.items():
        parent, name = _parent(data, key) if not key.endswith(COUNT) else (None, "")
        found = _named(parent, name)[:1] if parent is not None else []
        for one in found:
            one.text = text


def _rounds(parent: Element, name: str, count: int) -> None:
    here = _named(parent, name)
    if not here:
        return  # the form lays no round out, so there is nothing to write into
    at = list(parent).index(here[-1])
    for _more in range(count - len(here)):
        at += 1
        parent.insert(at, deepcopy(here[0]))


def _parent(data: Element, key: str) -> tuple[Element | None, str]:
    at: Element | None = data
    *steps, last = key.split("/")
    for step in steps:
        name, _bracket, number = step.partition("[")
        found = _named(at, name) if at is not None else []
        which = int(number[:-1]) - 1 if number else 0
        at = found[which] if which < len(found) else None
    return at, last


def _named(parent: Element, name: str) -> list[Element]:
    """The elements of a name, but the template of a repeat."""
    return [one for one in parent if one.tag.rpartition("}")[2] == name and one.get(f"{JR}template") is None]
