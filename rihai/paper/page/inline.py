"""Sentences, links and states as HTML, everything escaped and each script isolated from the other."""

from __future__ import annotations

from html import escape

from rihai.paper.blocks import Inline, Strong, pieces
from rihai.paper.inks import look_of
from rihai.paper.script import runs
from rihai.paper.table import Link, Status
from rihai.words import direction


def marked(text: str, language: str) -> str:
    """Words as HTML; stretches of the other script in <bdi>, Urdu on a left-to-right page marked as such."""
    out = []
    for run in runs(text, direction(language)):
        words = escape(run.text)
        if run.direction is None:
            out.append(words)
        else:
            tongue = ' lang="ur"' if run.direction == "rtl" else ""
            out.append(f'<bdi dir="{run.direction}"{tongue}>{words}</bdi>')
    return "".join(out)


def sentence(text: Inline, language: str) -> str:
    """A sentence with its links and strong words."""
    out = []
    for piece in pieces(text):
        match piece:
            case Link():
                out.append(link(piece, language))
            case Strong():
                out.append(f"<strong>{marked(piece.text, language)}</strong>")
            case _:
                out.append(marked(piece, language))
    return "".join(out)


def link(value: Link, language: str) -> str:
    """A link; an address that may not be clicked is printed in words behind its text."""
    if not value.is_safe:
        return f"{marked(value.text, language)} ({marked(value.address, language)})"
    return f'<a href="{escape(value.address)}" rel="noreferrer">{marked(value.text, language)}</a>'


def status(value: Status, language: str, *, place: str = "status") -> str:
    """A state as its icon and its words; the page must carry the icon in its sprite."""
    icon = f'<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><use href="#i-{look_of(value.code).icon}"/></svg>'
    words = f"<span>{marked(value.text, language)}</span>"
    return f'<span class="{place}" data-status="{escape(value.code)}">{icon}{words}</span>'
