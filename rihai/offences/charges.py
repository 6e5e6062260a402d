"""Reading the text of an accusation into charges, with nothing of it lost and nothing supposed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from rihai.facts import ACTS, Problem
from rihai.offences.acts import act_for
from rihai.offences.groups import group, once, written
from rihai.offences.notation import written_apart
from rihai.offences.owners import owners
from rihai.offences.tokens import Token, cut

_NARCOTIC_ACTS = frozenset({"CNSA", "CNSA_PUNJAB", "CNSA_SINDH", "CNSA_KP", "NDPS", "HADD_ORD", "امتناع منشیات"})

_MEANINGS = {
    "offence_unreadable": ("No section of law could be read.", "Write section and Act, such as 302/34 PPC."),
    "offence_partly_unread": ("Part of the offence could not be read.", "Write each section with its Act."),
    "act_missing": ("The Act is not written.", "Write the Act after the section, such as 302 PPC."),
    "act_not_known": ("The Act is not one we know.", "Check the Act's name; until then its offences are not known."),
}


@dataclass(frozen=True, slots=True)
class Charges:
    """What a text accuses of: `charges` as records hold them, `leftovers` the words that are in no section_text.

    A charge that has only its `section_text` could not be read: it may be anything, so it keeps the case unknown
    where it could change it. `troubles` says what somebody should look at.
    """

    charges: list[dict[str, object]]
    leftovers: list[str]
    troubles: list[Problem]


def read_charges(text: str, *, acts: Collection[str] = ()) -> Charges:
    """The charges in a text as prisons write it: "302/34 PPC", "9(1)3-c CNSA", "13/20/65 AO", "ت پ ۳۰۲".

    '/' joins sections. An Act belongs to every section back to the Act before it; a section with no Act named has no
    `act`, and nothing supposes one. `acts` are further codes, as an offence table has them, that may stand literally.
    Every letter and digit of the text ends in one `section_text` or in one leftover.
    """
    tokens = once(cut(text, acts))
    if not any(token.kind in {"section", "act"} for token in tokens):
        return Charges([], [text.strip()] if tokens else [], [_trouble("offence_unreadable", text)])
    belongs = owners(tokens)
    groups = group(tokens, belongs)
    keys = [index for index in range(len(tokens)) if groups[index] == index]
    charges = [_charge(tokens, index, belongs.get(index)) for index in keys]
    by_key = dict(zip(keys, charges, strict=True))
    _weigh(tokens, groups, by_key)
    texts = written(text, tokens, groups)
    leftovers = texts.get(None, [])
    for key, charge in by_key.items():
        charge["section_text"] = " ".join(texts[key])
    return Charges(charges, leftovers, _troubles(charges, leftovers, {*ACTS, *acts}))


def _charge(tokens: Sequence[Token], index: int, owner: int | None) -> dict[str, object]:
    token = tokens[index]
    if token.kind == "act":
        return {"act": str(token.value)}
    if token.kind != "section":
        return {}
    act = None if owner is None else act_for(str(tokens[owner].value), str(token.value))
    section, sub_limb = written_apart(act, str(token.value), token.limb)
    found = {"act": act, "section": section, "sub_limb": sub_limb}
    return {name: value for name, value in found.items() if value is not None}


def _weigh(tokens: Sequence[Token], groups: list[int | None], charges: dict[int, dict[str, object]]) -> None:
    """Give the one drug and the one weight of a text to its narcotics charges; several of either are given to none."""
    said = {kind: [index for index, token in enumerate(tokens) if token.kind == kind] for kind in ("drug", "weight")}
    narcotic = [key for key, charge in charges.items() if charge.get("act") in _NARCOTIC_ACTS]
    if not narcotic or any(len({tokens[index].value for index in found}) > 1 for found in said.values()):
        return
    for kind, fact in (("drug", "substance"), ("weight", "quantity_grams")):
        for index in said[kind]:
            for key in narcotic:
                charges[key][fact] = tokens[index].value
            groups[index] = max((key for key in narcotic if key < index), default=narcotic[0])


def _troubles(charges: Sequence[dict[str, object]], leftovers: Sequence[str], known: Collection[str]) -> list[Problem]:
    """What somebody should look at; a raw value is the text of the part concerned."""
    found = []
    for charge in charges:
        raw, act = str(charge["section_text"]), charge.get("act")
        if "section" not in charge:
            found.append(_trouble("offence_partly_unread", raw))
        elif act is None:
            found.append(_trouble("act_missing", raw))
        if act is not None and act not in known:
            found.append(_trouble("act_not_known", raw))
    return found + [_trouble("offence_partly_unread", raw) for raw in leftovers]


def _trouble(code: str, raw: str) -> Problem:
    message, mend = _MEANINGS[code]
    return Problem(code, message, mend, "charges", raw)
