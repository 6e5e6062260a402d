"""Writes what may be published, and beside it what stays inside: the release to keep for the next, and the log."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rihai.cli.options import bytes_of, step
from rihai.cli.public_report import public_blocks, public_release, public_title
from rihai.errors import FileUnreadable
from rihai.words import say

if TYPE_CHECKING:
    from rihai.cli.run import Run
    from rihai.profile.disclosure import Release


def write_public(run: Run, folder: Path, published: Sequence[str], language: str) -> Iterator[str]:
    """Write public/report.html and .pdf, release.json and disclosure-log.txt; says each path as it is done."""
    from rihai.paper.page import html_page
    from rihai.paper.pdf import pdf_page
    from rihai.profile.disclosure import as_json

    earlier = [release_of(Path(name)) for name in published]
    target = folder / "public"
    target.mkdir(parents=True, exist_ok=True)
    with step("Controlling the figures that leave"):
        controlled = public_release(run, earlier)
    blocks, title = public_blocks(run, language, controlled.release), public_title(language)
    running = say("Controlled figures: small numbers are withheld and all are rounded.", language)
    page = html_page(title, blocks, language, day=run.as_of, running=running)
    (target / "report.html").write_text(page, encoding="utf-8")
    yield str(target / "report.html")
    (target / "report.pdf").write_bytes(pdf_page(title, blocks, language, day=run.as_of, running=running))
    yield str(target / "report.pdf")
    kept = folder / "release.json"
    kept.write_text(json.dumps(as_json(controlled.release), ensure_ascii=False, indent=1), encoding="utf-8")
    yield str(kept)
    log = folder / "disclosure-log.txt"
    log.write_text("".join(f"{entry.text(language)}\n" for entry in controlled.log), encoding="utf-8")
    yield str(log)


def release_of(path: Path) -> Release:
    """A release kept from an earlier publication; raises FileUnreadable for anything else."""
    from rihai.profile.disclosure import from_json

    try:
        return from_json(json.loads(bytes_of(path)))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise FileUnreadable(
            "file_not_a_release", f"{path.name} is not a release kept from a publication.",
            "Give the release.json that --public wrote.",
        ) from None  # fmt: skip
