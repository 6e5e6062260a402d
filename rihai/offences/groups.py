"""Which parts of a text make up one charge, so that every part is kept with the charge it belongs to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rihai.offences.tokens import Token


def once(tokens: Sequence[Token]) -> list[Token]:
    """The same parts, where an Act named twice over ("Pakistan Penal Code (PPC)") is named once."""
    kept: list[Token] = []
    last: object = None
    for token in tokens:
        if token.kind == "act" and token.value == last:
            token = replace(token, kind="word")
        if token.kind in {"act", "section"}:
            last = token.value if token.kind == "act" else None
        kept.append(token)
    return kept


def group(tokens: Sequence[Token], belongs: Mapping[int, int | None]) -> list[int | None]:
    """For each part the index of the part that heads its charge; None for what is in no charge.

    A section heads a charge. So does an Act that no section belongs to, and what could not be read where it may be a
    charge: with a digit in it, or alone between commas. Joining words go with the section or Act that follows them.
    """
    groups: list[int | None] = [None] * len(tokens)
    owned: dict[int | None, list[int]] = {}
    for section, act in belongs.items():
        owned.setdefault(act, []).append(section)
    named = {token.run for token in tokens if token.kind in {"section", "act"}}
    for index, token in enumerate(tokens):
        if token.kind == "section":
            groups[index] = index
        elif token.kind == "act":
            groups[index] = _of_act(index, owned.get(index, []))
        elif token.kind == "unread" and (token.run not in named or any(map(str.isdigit, str(token.value)))):
            groups[index] = _of_unread(tokens, groups, index)
    _add_words(tokens, groups)
    return groups


def _of_act(index: int, sections: Sequence[int]) -> int:
    """The nearest section of the Act: the last before it, else the first after it, else the Act itself."""
    before = [section for section in sections if section < index]
    return before[-1] if before else min(sections, default=index)


def _of_unread(tokens: Sequence[Token], groups: Sequence[int | None], index: int) -> int:
    """Words that follow each other unread are one piece."""
    head = groups[index - 1] if index else None
    if head is not None and tokens[index - 1].kind == "unread" and tokens[index - 1].run == tokens[index].run:
        return head
    return index


def _add_words(tokens: Sequence[Token], groups: list[int | None]) -> None:
    """A joining word is part of the charge of the next section or Act, else of the last one."""
    heads = [groups[at] for at, token in enumerate(tokens) if token.kind in {"section", "act"}]
    following = heads[-1] if heads else None
    for index in reversed(range(len(tokens))):
        if tokens[index].kind in {"section", "act"}:
            following = groups[index]
        elif tokens[index].kind == "word":
            groups[index] = following


def written(text: str, tokens: Sequence[Token], groups: Sequence[int | None]) -> dict[int | None, list[str]]:
    """The text of each charge as it was written, in as many pieces as other parts cut it into; None: of no charge."""
    pieces: dict[int | None, list[tuple[int, int]]] = {}
    for index, token in enumerate(tokens):
        mine = pieces.setdefault(groups[index], [])
        if mine and groups[index - 1] == groups[index]:
            mine[-1] = (mine[-1][0], token.end)
        else:
            mine.append((token.start, token.end))
    return {head: [text[start:end] for start, end in mine] for head, mine in pieces.items()}
