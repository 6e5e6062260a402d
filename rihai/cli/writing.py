"""Writes the files of a screening: the workbook, the report as page and PDF, the findings as Parquet, lists to mend."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from rihai.cli.findings_book import findings_book
from rihai.cli.options import step
from rihai.cli.reading import write_returned
from rihai.cli.report import report_blocks, report_standfirst, report_title, running_text
from rihai.words import say

if TYPE_CHECKING:
    from rihai.cli.run import Run


RETURNED = 20_000
"""Rows of a list up to which its own file comes back unasked; a longer one takes longer than the findings."""


def write_all(run: Run, folder: Path, language: str) -> Iterator[str]:
    """Write everything into a folder, and say each path as it is done."""
    from rihai.law.bulk import write_parquet
    from rihai.paper.page import html_page
    from rihai.paper.pdf import pdf_page

    folder.mkdir(parents=True, exist_ok=True)
    with step("Writing findings.xlsx"):
        (folder / "findings.xlsx").write_bytes(findings_book(run, language))
    yield str(folder / "findings.xlsx")
    title, says = report_title(language), report_standfirst(run, language)
    with step("Writing report.html and report.pdf"):
        blocks, running = report_blocks(run, language), running_text(run, language)
        page = html_page(title, blocks, language, standfirst=says, day=run.as_of, running=running)
        (folder / "report.html").write_text(page, encoding="utf-8")
        (folder / "report.pdf").write_bytes(
            pdf_page(title, blocks, language, standfirst=says, day=run.as_of, running=running)
        )
    yield str(folder / "report.html")
    yield str(folder / "report.pdf")
    with step("Writing findings.parquet"):
        write_parquet(run.findings, folder / "findings.parquet")
    yield str(folder / "findings.parquet")
    for source in run.sources:
        if source.opened is None:
            continue
        if len(source.opened.reading.rows) > RETURNED:
            yield say("{file} is long: `rihai read {file} --out DIR` writes it back with what to mend.", language,
                      file=source.path.name)  # fmt: skip
            continue
        with step(f"Writing {source.path.name} back with what to mend"):
            path = write_returned(source.path, source.opened, folder, language)
        yield path
