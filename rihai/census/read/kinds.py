"""What a row is when no person stands in it: blank, a total, a footer, a title inside the list, a line of numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rihai.paper.cell import Cell

_TOTAL = re.compile(
    r"^\W*(?:[cb]/f|(?:carried|brought) forward|sub[\s-]?total|grand[\s-]?total|g\.?\s?total|total|"
    r"ٹوٹل|میزان|کل میزان|کل تعداد|کل قیدی|کل)(?!\w)",
    re.IGNORECASE,
)
_FOOTER = re.compile(
    r"^\W*(?:(?:prepared|checked|verified|compiled|certified|submitted|signed|countersigned|signature|note\s*:|n\.?b\.?\s*:|"
    r"(?:(?:deputy|asst\.?|assistant|senior|addl\.?|additional)\s+)?superintendent|jailor|jailer|warder|"
    r"(?:deputy )?i\.?g\.? prisons|end of|continued|contd|"
    r"دستخط|سپرنٹنڈنٹ|ڈپٹی سپرنٹنڈنٹ|تیار کردہ|تصدیق|نوٹ)(?!\w)|sd/)",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"^\W*(?:barracks?|ward|block|circle|yard|enclosure|page|sheet|list of|statement|details? of|position of|"
    r"(?:female|women|male|juveniles?|condemned|convicts?|convicted|under[\s-]?trials?|utps?|detenues?|civil)"
    r"(?:\s+(?:prisoners?|section|ward|barracks?|accused))?\s*:?\s*$|بیرک|احاطہ|صفحہ|فہرست|حوالاتیان|قیدیان|خواتین|نوعمر)(?!\w)|"
    r"(?:^|\W)(?:jail|prison|prisoners|inmates|جیل|قیدیان|حوالاتیان)(?!\w)",
    re.IGNORECASE,
)
_FEW = 6
"""Texts in a row up to which it may still be a total or a footer; titles and signatures never fill more."""
_OF_A_CASE = frozenset({"fir_number", "sections"})
"""A cell of these alone may be a case of the person above, which must not vanish among titles."""
_DITTO = frozenset(
    spelling
    for word in (
        "do",
        "-do-",
        "--do--",
        "—do—",
        "–do–",
        "- do -",
        "ditto",
        "-ditto-",
        '"',
        "''",
        "〃",
        '" "',
        "//",
        '"do"',
        "ایضاً",
        "ایضا",
    )
    for spelling in (word, word.upper(), word.title(), f" {word}", f"{word} ")
)


def is_total(text: str) -> bool:
    """Whether a text says that a sum stands beside it: *Sub-total*, *میزان*."""
    return bool(_TOTAL.match(text))


def surely_person(cells: Sequence[Cell], name: int | None) -> bool:
    """Whether a row has a name that is no total's word and enough beside it, so that no closer look is needed."""
    if name is None or name >= len(cells) or _is_figure(cells[name]) or _TOTAL.match(cells[name].text):
        return False
    return sum(1 for cell in cells if cell.text and cell.kind == "text") > _FEW


def filled(cells: Sequence[Cell]) -> list[int]:
    """The positions of the cells that hold something."""
    return [
        at for at, cell in enumerate(cells) if cell.kind != "empty" and (cell.text.strip() or cell.kind == "uncounted")
    ]


def is_ditto(text: str) -> bool:
    """Whether a cell only says "the same as above"."""
    return text in _DITTO


def has_ditto(cells: Sequence[Cell]) -> bool:
    """Whether any cell of a row does."""
    return not _DITTO.isdisjoint([cell.text for cell in cells])


def no_person(cells: Sequence[Cell], at: Sequence[int], fields: Sequence[str | None]) -> bool:
    """Whether no person stands in a row; `at` are its filled positions, `fields` what its columns stand for.

    A row with a name is a person, unless that name is the word of a total, footer or title and little else is filled.
    """
    if not at or _counts_columns(cells, at):
        return True
    texts = [cells[i].text for i in at if not _is_figure(cells[i])]
    if not texts:
        return not any(i < len(fields) and fields[i] in _OF_A_CASE for i in at)
    if len(at) == 1:
        field = fields[at[0]] if at[0] < len(fields) else None
        return _is_no_name(texts[0]) or field not in {"full_name", *_OF_A_CASE}
    if len(texts) <= 2 and any(_TOTAL.match(text) for text in texts):
        return True
    signed = sum(1 for text in texts if _FOOTER.match(text))
    return signed > 1 or (len(at) <= 4 and (signed > 0 or _is_no_name(texts[0])))


def _is_no_name(text: str) -> bool:
    return any(pattern.search(text) for pattern in (_TOTAL, _FOOTER, _TITLE))


def is_section(cells: Sequence[Cell]) -> bool:
    """Whether a row without a person heads what follows ("CONVICTED PRISONERS"): few texts, no total and no footer."""
    texts = [cell.text for cell in cells if cell.text.strip()]
    return 0 < len(texts) <= 2 and not any(_TOTAL.match(text) or _FOOTER.match(text) for text in texts)


def _is_figure(cell: Cell) -> bool:
    return cell.kind in {"number", "uncounted", "error"} or not cell.text.strip(" .,:;-–—=()/%\t\n").strip(
        "0123456789۰۱۲۳۴۵۶۷۸۹., "
    )


def _counts_columns(cells: Sequence[Cell], at: Sequence[int]) -> bool:
    """The line "1 2 3 4 …" that numbers the columns under the headings."""
    if len(at) < 4:
        return False
    wanted = range(1, len(at) + 1)
    return all(cells[i].text.strip(" ()") == str(n) for i, n in zip(at, wanted, strict=True))
