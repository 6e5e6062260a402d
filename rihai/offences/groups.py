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
    named = {token.run for token in tokens if token.kind in {"section", "act"}}
    for index, token in enumerate(tokens):
        if token.kind == "section":
            groups[index] = index
        elif token.kind == "act":
            groups[index] = _of_act(index, belongs)
        elif token.kind == "unread" and (token.run not in named or any(map(str.isdigit, str(token.value)))):
            groups[index] = _of_unread(tokens, groups, index)
    for index, token in enumerate(tokens):
        if token.kind == "word":
            groups[index] = _of_word(tokens, groups, index)
    return groups


def _of_act(index: int, belongs: Mapping[int, int | None]) -> int:
    """The nearest section of the Act: the last before it, else the first after it, else the Act itself."""
    sections = [section for section, act in belongs.items() if act == index]
    before = [section for section in sections if section < index]
    return before[-1] if before else min(sections, default=index)


def _of_unread(tokens: Sequence[Token], groups: Sequence[int | None], index: int) -> int:
    """Words that follow each other unread are one piece."""
    head = groups[index - 1] if index else None
    if head is not None and tokens[index - 1].kind == "unread" and tokens[index - 1].run == tokens[index].run:
        return head
    return index


def _of_word(tokens: Sequence[Token], groups: Sequence[int | None], index: int) -> int | None:
    """The charge of the next section or Act, else that of the last one."""
    heads = [at for at, token in enumerate(tokens) if token.kind in {"section", "act"}]
    after = [at for at in heads if at > index]
    return groups[after[0] if after else heads[-1]]


def written(text: str, tokens: Sequence[Token], groups: Sequence[int | None], head: int | None) -> list[str]:
    """The text of one charge as it was written, in as many pieces as other parts cut it into."""
    pieces: list[tuple[int, int]] = []
    for index, token in enumerate(tokens):
        if groups[index] != head:
            continue
        if pieces and index and groups[index - 1] == head:
            pieces[-1] = (pieces[-1][0], token.end)
        else:
            pieces.append((token.start, token.end))
    return [text[start:end] for start, end in pieces]
