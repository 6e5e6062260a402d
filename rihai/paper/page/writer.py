"""Blocks as HTML, in their order."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from rihai.paper.blocks import (
    Block,
    Bullets,
    Callout,
    Condition,
    Conditions,
    Definitions,
    Entry,
    Glossary,
    Heading,
    Inline,
    Ledger,
    Paragraph,
    Passage,
    Picture,
    Pictures,
    SideNote,
)
from rihai.paper.inks import icons, look_of
from rihai.paper.page.figures import chart, table
from rihai.paper.page.inline import marked, sentence, status
from rihai.paper.table import Status, Table
from rihai.words import direction

CALLOUT_ICONS = {"warning": "alert-triangle", "error": "alert-octagon", "done": "circle-check", "info": "info-circle"}


class Writer:
    """Writes one page; remembers its headings, its icons, and how many drawings it has."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.places: list[tuple[str, Heading]] = []
        self.icons: set[str] = set()
        self.drawings = self.headings = 0

    def blocks(self, blocks: Sequence[Block]) -> str:
        """The blocks one after the other."""
        return "\n".join(self._block(block) for block in blocks)

    def sprite(self) -> str:
        """The icons that the page uses, drawn once."""
        drawn = "".join(
            f'<symbol id="i-{name}" viewBox="0 0 24 24">{icons()[name]}</symbol>' for name in sorted(self.icons)
        )
        return f'<svg class="sprite" aria-hidden="true"><defs>{drawn}</defs></svg>\n' if drawn else ""

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return f'<p class="prose">{self._said(block.text)}</p>'
            case SideNote():
                return f'<p class="sidenote">{self._said(block.text)}</p>'
            case Callout():
                return self._callout(block)
            case Bullets():
                return f'<ul class="prose">{"".join(f"<li>{self._said(item)}</li>" for item in block.items)}</ul>'
            case Definitions() | Glossary():
                return self._definitions(block)
            case Conditions():
                return f'<ul class="conditions">{"".join(self._condition(item) for item in block.items)}</ul>'
            case Ledger():
                return (
                    f'<ul class="ledger">{"".join(self._entry(entry, block.longest) for entry in block.entries)}</ul>'
                )
            case Pictures():
                return f'<ul class="pictures">{"".join(self._picture(item) for item in block.items)}</ul>'
            case Passage():
                return self._passage(block)
            case Table():
                return self._table(block)
            case _:
                return chart(block, self.language, self._key())

    def _heading(self, block: Heading) -> str:
        self.headings += 1
        place = f"s{self.headings}"
        if block.level == 2:
            self.places.append((place, block))
        count = f'<span class="count">{marked(block.count, self.language)}</span>' if block.count else ""
        cite = f'<p class="cite">{self._said(block.cite)}</p>' if block.cite else ""
        head = f'<h{block.level} id="{place}">{marked(block.text, self.language)}</h{block.level}>'
        return f'<div class="section-head" data-level="{block.level}">{head}{count}{cite}</div>'

    def _callout(self, block: Callout) -> str:
        icon = self._icon(CALLOUT_ICONS[block.kind])
        title = f'<p class="notice-title">{marked(block.title, self.language)}</p>'
        words = f"<div>{title}<p>{self._said(block.text)}</p></div>"
        return f'<div class="notice" role="note" data-kind="{block.kind}">{icon}{words}</div>'

    def _definitions(self, block: Definitions | Glossary) -> str:
        kind = "glossary" if isinstance(block, Glossary) else "definitions"
        items = "".join(
            f"<div><dt>{marked(term, self.language)}</dt><dd>{self._said(meaning)}</dd></div>"
            for term, meaning in block.items
        )
        return f'<dl class="{kind}">{items}</dl>'

    def _condition(self, item: Condition) -> str:
        source = f'<p class="from">{self._said(item.source)}</p>' if item.source else ""
        return f"<li>{self._status(item.state, 'tick')}<div><p>{self._said(item.says)}</p>{source}</div></li>"

    def _entry(self, entry: Entry, longest: int) -> str:
        about = f" {marked(entry.about, self.language)}" if entry.about else ""
        bar = entry.bar.as_svg(self.language, longest, key=self._key()) if entry.bar else ""
        note = f'<p class="entry-note">{self._said(entry.note)}</p>' if entry.note else ""
        state = self._status(entry.state) if entry.state else ""
        name = f'<bdi class="entry-name">{marked(entry.who, self.language)}</bdi>{about}'
        where = f'<span class="entry-where">{marked(entry.where, self.language)}</span>'
        why = f'<p class="entry-why">{self._said(entry.why)}</p>{bar}{note}'
        return (
            f'<li class="entry"><div class="entry-who">{name}{where}</div><div class="entry-what">{why}</div>'
            f'<div class="entry-state">{state}</div></li>'
        )

    def _picture(self, item: Picture) -> str:
        about = f"<p>{self._said(item.about)}</p>" if item.about else ""
        day = f"<strong>{marked(item.day, self.language)}</strong>" if item.day else ""
        who = f"<p>{drawing(item.who_drawn)}{marked(item.who, self.language)}</p>" if item.who else ""
        return (
            f"<li>{drawing(item.drawn)}<div><p><strong>{self._said(item.text)}</strong></p>{about}</div>"
            f"<div>{day}{who}</div></li>"
        )

    def _passage(self, block: Passage) -> str:
        outer, self.language = self.language, block.language
        listed = len(self.places)
        inner = self.blocks(block.blocks)
        self.language = outer
        # The list of headings speaks the page's language, and leads to where another begins.
        del self.places[listed + 1 :]
        return f'<section class="passage" lang="{block.language}" dir="{direction(block.language)}">{inner}</section>'

    def _table(self, block: Table) -> str:
        rows = (*block.rows, *([block.total_row] if block.total_row is not None else []))
        self.icons |= {look_of(value.code).icon for row in rows for value in row if isinstance(value, Status)}
        return table(block, self.language)

    def _status(self, value: Status, place: str = "status") -> str:
        self.icons.add(look_of(value.code).icon)
        return status(value, self.language, place=place)

    def _icon(self, name: str) -> str:
        self.icons.add(name)
        return f'<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><use href="#i-{escape(name)}"/></svg>'

    def _key(self) -> str:
        self.drawings += 1
        return f"d{self.drawings}"

    def _said(self, text: Inline) -> str:
        return sentence(text, self.language)


def drawing(shapes: str) -> str:
    """A picture of ours, for who does not read; the words stand beside it."""
    return f'<svg class="drawn" viewBox="0 0 24 24" aria-hidden="true">{shapes}</svg>' if shapes else ""
