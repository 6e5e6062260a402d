"""`rihai explain`: one person from facts in JSON, in sentences a person can check."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rihai.cli.options import bytes_of, day_asked, packs_asked
from rihai.errors import FileUnreadable
from rihai.words import day_text, mark, say

if TYPE_CHECKING:
    from rihai.law.engine import Finding
    from rihai.law.explain import Sentence

_SIGNS = {
    "outcome": "", "law": "  ", "condition": "   • ", "exception": "   × ", "missing": "   → ", "change": "     ",
    "next": "   → ", "caution": "   ! ",
}  # fmt: skip
_EXCEPTION = mark("Exception: {text}")
_SPEAKS = {"met", "arguable", "not_yet", "cannot_tell"}


def run(options: Namespace) -> int:
    """Explain every finding that says something about one record."""
    from rihai.law.explain import explain
    from rihai.law.screen import Screening

    language = options.language
    screening = Screening(packs_asked(options), day_asked(options))
    screened = screening.screen(_record(options.file))
    asked = day_text(screening.as_of, language)
    print(say("{id}, asked for {day}", language, id=screened.record_id or "?", day=asked))
    for problem in screened.problems:
        print(f"   ! {problem.fact}: {problem.message} {problem.mend}")
    chosen = [finding for finding in screened.findings if _is_asked(finding, options)]
    by_pack = {one.lowered.provision.id: pack for pack in screening.packs for one in pack.provisions}
    for finding in chosen:
        pack = by_pack[finding.provision.id]
        case = f" [{finding.case_id}]" if finding.case_id else ""
        print(f"\n{finding.provision.title.of(language)}{case} ({finding.provision.id})")
        for sentence in explain(pack, screened.record, finding, language):
            print(_line(sentence, language))
    for date in screened.dates:
        if not options.provision or date.provision in options.provision:
            name, *steps = date.said(language)
            print("\n".join([f"\n{name} [{date.case_id}] ({date.provision})", *(f"   • {step}" for step in steps)]))
    if not chosen:
        print(say("Nothing that was asked says anything about this person.", language))
    return 0


def _line(sentence: Sentence, language: str) -> str:
    text = say(_EXCEPTION, language, text=sentence.text) if sentence.part == "exception" else sentence.text
    return f"{_SIGNS[sentence.part]}{text}"


def _is_asked(finding: Finding, options: Namespace) -> bool:
    if options.provision:
        return finding.provision.id in options.provision
    return options.all or finding.outcome in _SPEAKS


def _record(name: str) -> dict[str, Any]:
    """One record from a file or standard input."""
    text = sys.stdin.read() if name == "-" else bytes_of(Path(name)).decode("utf-8-sig", errors="replace")
    try:
        record = json.loads(text)
    except ValueError:
        record = None
    if not isinstance(record, dict):
        raise FileUnreadable(
            "record_not_json", "That is not one record in JSON.", "Write one JSON object; see docs/reference/facts.md."
        )
    return record
