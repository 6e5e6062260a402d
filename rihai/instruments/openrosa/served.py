"""A version of a form as a phone gets it: its number as its version, and a question for the code of whom it is about.

The same bytes each time, because a phone fetches a form again when its hash has changed.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from uuid import UUID
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from defusedxml.ElementTree import fromstring

from rihai.instruments.form.parse import JR, H, X, language_code
from rihai.instruments.models import InstrumentVersion

CODE = "rihai_code"
ASKS = {
    "en": "Code of the person, case or visit this is about",
    "ur": "اس شخص، کیس یا دورے کا کوڈ جس کے بارے میں یہ فارم ہے",
}
HINT = {
    "en": "It stands on the page in Rihai where the form begins, and names nobody. Without one, leave this empty.",
    "ur": "یہ اس صفحے پر لکھا ہے جہاں سے فارم شروع ہوتا ہے، اور کسی کا نام نہیں بتاتا۔ نہ ہو تو خالی چھوڑ دیں۔",
}
WRONG = {
    "en": "This is no code. Look for a slip of the pen: it has seven letters and figures.",
    "ur": "یہ کوڈ نہیں ہے۔ دیکھیں کہیں لکھنے میں غلطی تو نہیں: اس میں سات حروف اور ہندسے ہوتے ہیں۔",
}
_PREFIXES = {
    "": X, "h": H, "jr": JR, "ev": "{http://www.w3.org/2001/xml-events}", "xsd": "{http://www.w3.org/2001/XMLSchema}",
    "orx": "{http://openrosa.org/xforms}", "odk": "{http://www.opendatakit.org/xforms}",
}  # fmt: skip


@lru_cache(maxsize=64)
def served(version_id: UUID) -> bytes:
    """The XForm of a published version, for phones."""
    number, xform = InstrumentVersion.objects.values_list("number", "xform").get(pk=version_id)
    return with_code(xform, number)


def mark_of(content: bytes) -> str:
    """The hash of a file as OpenRosa writes it."""
    return f"md5:{hashlib.md5(content, usedforsecurity=False).hexdigest()}"


def with_code(xform: str, number: int, *, ask: bool = True) -> bytes:
    """The XForm with the question for the code first, where it has none of its own; without `ask`, never."""
    for prefix, name in _PREFIXES.items():
        ElementTree.register_namespace(prefix, name.strip("{}"))
    document = fromstring(xform, forbid_dtd=True)
    model = _found(document, f"{H}head/{X}model")
    data = _found(model, f"{X}instance")[0]
    data.set("version", str(number))
    if ask and not any(one.tag.rpartition("}")[2] == CODE for one in data):
        _ask(document, model, data)
    body: bytes = ElementTree.tostring(document, encoding="utf-8", xml_declaration=True)
    return body


def _ask(document: Element, model: Element, data: Element) -> None:
    path = f"/{data.tag.rpartition('}')[2]}/{CODE}"
    data.insert(0, Element(f"{X}{CODE}"))
    bind = SubElement(model, f"{X}bind", {"nodeset": path, "type": "string"})
    bind.set("constraint", "regex(., '^[ ]*[A-Za-z0-9]{3}[ -]?[A-Za-z0-9]{4}[ ]*$')")
    question = Element(f"{X}input", {"ref": path})
    itext = model.find(f"{X}itext")
    for part, texts in (("label", ASKS), ("hint", HINT)):
        one = SubElement(question, f"{X}{part}")
        if itext is None:
            one.text = texts["en"]
        else:
            one.set("ref", f"jr:itext('{path}:{part}')")
    bind.set(f"{JR}constraintMsg", WRONG["en"] if itext is None else f"jr:itext('{path}:jr:constraintMsg')")
    for translation in itext if itext is not None else ():
        code = language_code(translation.get("lang", ""))
        for part, texts in (("label", ASKS), ("hint", HINT), ("jr:constraintMsg", WRONG)):
            text = SubElement(translation, f"{X}text", {"id": f"{path}:{part}"})
            SubElement(text, f"{X}value").text = texts.get(code, texts["en"])
    _found(document, f"{H}body").insert(0, question)


def _found(parent: Element, path: str) -> Element:
    found = parent.find(path)
    if found is None:
        raise ValueError(f"no {path} in the form")
    return found
