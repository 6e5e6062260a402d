"""What is taken along: the form in its version, about whom, and where an earlier answer is corrected what it says.

Sealed matter is not taken along: a passphrase can be asked for under threat.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID
from xml.etree.ElementTree import tostring

from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.errors import Refused
from rihai.instruments.errors import NoSuchForm
from rihai.instruments.form.filled import texts_of_names
from rihai.instruments.handling import about
from rihai.instruments.models import InstrumentVersion
from rihai.instruments.openrosa.asked import files_of
from rihai.instruments.openrosa.instance import read_instance
from rihai.instruments.openrosa.offered import forms_for, may_fetch
from rihai.instruments.openrosa.served import served, with_code
from rihai.instruments.queries import answer_seen, answers_given_by, form_of, published
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.handling import FormHandler, FormSubject

MOST_MINE = 30
"""So many of her own answers are offered, the newest: the page asks of each whether it is still open."""


class StaysHere(Refused):
    """It is sealed, and stays where it is."""


def form_taken(handler: str, form_id: str, subject: str, *, actor: Actor) -> tuple[FormHandler, FormSubject, Any]:
    """A form about a subject. Raises NoSuchForm as the page of the form does, StaysHere for a sealed one."""
    offer, asked = about(handler, form_id, subject, actor=actor)
    _not_sealed(offer)
    version = published(form_id)
    if version is None:
        raise NoSuchForm(_("There is no such form."))
    prefilled = texts_of_names(form_of(version.pk), asked.prefilled)
    told = {
        **_told(version, f"{handler}/{form_id}/{subject}"), "xform": _numbered(version),
        "handler": handler, "subject": subject, "name": asked.name, "prefilled": prefilled,
    }  # fmt: skip
    return offer, asked, told


def answer_taken(answer_id: UUID, *, actor: Actor) -> tuple[FormHandler, FormSubject, Any]:
    """An answer, to be corrected, in the version of its newest edition and with its files. Raises the same."""
    found = answer_seen(answer_id, actor=actor)
    if found is None:
        raise NoSuchForm(_("There is no such form."))
    answer, edition = found.answer, found.edition
    offer, asked = about(answer.handler, found.form_id, answer.subject, actor=actor)
    _not_sealed(offer)
    version = edition.version
    kept = _files(answer, edition.xml)
    files = [{"name": one.name, "url": reverse("kit_file", args=[one.stored_id])} for one in kept]
    told = {
        **_told(version, f"answer/{answer_id}"), "xform": _numbered(version), "xml": _of_version(edition.xml, version),
        "handler": answer.handler, "subject": answer.subject, "name": asked.name, "files": files,
    }  # fmt: skip
    return offer, asked, told


def answers_mine(*, actor: Actor) -> list[dict[str, Any]]:
    """The newest answers of the actor's own that she may still correct, to be taken along one by one."""
    found = []
    for one in answers_given_by(actor, MOST_MINE):
        try:
            offer, asked = about(one.answer.handler, one.form_id, one.answer.subject, actor=actor)
        except NoSuchForm:
            continue  # it is settled or closed, or not hers any more
        if offer.data_class != DataClass.SEALED:
            found.append({
                **_told(one.edition.version, f"answer/{one.pk}"), "name": asked.name, "number": one.edition.number,
                "at": int(one.given_at.timestamp() * 1000), "url": reverse("instruments:offline-answer", args=[one.pk]),
            })  # fmt: skip
    return found


def blanks() -> list[dict[str, Any]]:
    """The forms that may be filled in about whoever comes."""
    return [
        {**_told(one, f"blank/{one.instrument.form_id}"), "url": reverse("instruments:offline-blank", args=[one.pk])}
        for one in forms_for()
    ]


def blank_taken(version_id: UUID) -> dict[str, Any]:
    """A blank form, which asks for the code of whom it is about. Raises NoSuchForm."""
    version = may_fetch(version_id)
    if version is None:
        raise NoSuchForm(_("There is no such form."))
    return {**_told(version, f"blank/{version.instrument.form_id}"), "xform": served(version.pk).decode()}


def _told(version: InstrumentVersion, key: str) -> dict[str, Any]:
    return {"key": key, "titles": version.titles, "version": version.number}


def _numbered(version: InstrumentVersion) -> str:
    """The XForm under our number; it is known already about whom it is."""
    return with_code(version.xform, version.number, ask=False).decode()


def _of_version(xml: str, version: InstrumentVersion) -> str:
    """The answer under our number of its version, by which it is known again when it comes back."""
    root = read_instance(xml.encode()).root
    root.set("version", str(version.number))
    return tostring(root, encoding="unicode")


def _not_sealed(offer: FormHandler) -> None:
    if offer.data_class == DataClass.SEALED:
        raise StaysHere(_("This is sealed: it is written here alone, and not taken along."))


def _files(answer: Any, xml: str) -> Sequence[Any]:
    """Of each name that the answer still says, the newest file."""
    said = {(one.text or "").strip() for one in read_instance(xml.encode()).root.iter()}
    return [one for name, one in {one.name: one for one in files_of(answer)}.items() if name in said]
