"""A page for one provision that a lawyer can read and print, and the index of a pack."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rihai.cli.provision_parts import amounts_table, cases_table, condition_lists, status_of
from rihai.paper.blocks import Block, Bullets, Callout, Definitions, Heading, Inline, Paragraph, SideNote
from rihai.paper.page import html_page
from rihai.paper.table import Column, Link, Table
from rihai.words import day_text, mark, say

if TYPE_CHECKING:
    from rihai.law.provision import Pack, Provision, Version

WORDS = {"shall": mark("shall"), "may": mark("may"), "must_look": mark("somebody must look")}
CONFIDENCE = {
    "high": mark("high: the text of the law was seen"),
    "medium": mark("medium: from a secondary source"),
    "low": mark("low: the text was not seen; a draft"),
}
STATUSES = {"enacted": mark("enacted"), "announced": mark("announced"), "draft": mark("draft")}


def page_of(pack: Pack, provision: Provision, language: str) -> str:
    """The page as HTML: text, citation and link, conditions, amounts with their dates, worked cases, what is unsure."""
    return html_page(
        provision.title.of(language), list(blocks_of(pack, provision, language)), language,
        standfirst=provision.says.of(language), running=review_text(provision, language),
    )  # fmt: skip


def review_text(provision: Provision, language: str) -> str:
    """Who reviewed the provision and when, or that nobody has."""
    if provision.reviewed_by and provision.reviewed_on:
        return say(
            "Reviewed by {role} on {day}.", language,
            role=provision.reviewed_by, day=day_text(provision.reviewed_on, language),
        )  # fmt: skip
    return say("No lawyer has reviewed this provision yet.", language)


def blocks_of(pack: Pack, provision: Provision, language: str) -> Iterator[Block]:
    """The blocks of the page."""
    if not provision.reviewed:
        yield Callout("warning", say("Not reviewed", language), review_text(provision, language))
    yield Definitions(list(_particulars(pack, provision, language)))
    for version in provision.versions:
        yield Heading(_version_title(version, language), count=say(STATUSES[version.status], language))
        yield SideNote(version.reference)
        for title, conditions in condition_lists(version, language):
            yield Heading(title, level=3)
            yield conditions
        yield from amounts_table(version, language)
    yield Heading(say("What to do", language))
    yield Paragraph(provision.next_step.of(language))
    if provision.open_issues:
        yield Heading(say("What is uncertain", language))
        yield Bullets([issue.of(language) for issue in provision.open_issues])
    yield Heading(say("Worked cases", language), count=str(len(provision.cases)))
    yield cases_table(provision, language)


def _version_title(version: Version, language: str) -> str:
    starts = day_text(version.starts, language)
    if version.ends is None:
        return say("In force from {day}", language, day=starts)
    return say("In force from {day} until {end}", language, day=starts, end=day_text(version.ends, language))


def _particulars(pack: Pack, provision: Provision, language: str) -> Iterator[tuple[str, Inline]]:
    cite, effect = provision.cite, provision.effect
    yield say("Id", language), f"{provision.id} · {pack.title.of(language)} {pack.version}"
    yield say("Law", language), f"{cite.act}, {cite.section}"
    for url in cite.urls:
        yield say("Source", language), [Link(url, url)]
    for support in cite.rests_on:
        yield say("Rests on", language), support
    yield say("Read on", language), day_text(cite.read_on, language)
    yield say("Confidence", language), say(CONFIDENCE[cite.confidence], language)
    yield say("Where", language), ", ".join(place.replace("_", " ") for place in provision.jurisdiction)
    yield say("Operative word", language), f"“{say(WORDS[effect.word], language)}”: {effect.what.of(language)}"
    yield say("Who decides", language), effect.decides.of(language)


def index_of(pack: Pack, language: str) -> str:
    """The page that lists the provisions of a pack."""
    columns = (
        Column(say("Provision", language), "link", 40),
        Column(say("Law", language), "text", 30),
        Column(say("Kind", language), "text", 10),
        Column(say("Confidence", language), "text", 12),
        Column(say("Cases", language), "number", 8),
        Column(say("Reviewed", language), "status", 14),
    )
    rows = [
        (
            one.title.of(language), f"{one.cite.act}, {one.cite.section}", one.kind, one.cite.confidence,
            len(one.cases), status_of(one, language),
        )
        for one in pack.provisions
    ]  # fmt: skip
    places = [Bullets([[Link(one.title.of(language), f"{one.id}.html")] for one in pack.provisions])]
    table = Table(pack.title.of(language), columns, rows)
    return html_page(pack.title.of(language), [table, *places], language, standfirst=say("The law as data.", language))


def as_text(pack: Pack, provision: Provision, language: str) -> str:
    """The same for a terminal."""
    lines = [provision.title.of(language), "", provision.says.of(language), ""]
    for term, told in _particulars(pack, provision, language):
        lines.append(f"  {term}: {''.join(one if isinstance(one, str) else one.text for one in told)}")
    for version in provision.versions:
        lines += ["", _version_title(version, language) + f" ({say(STATUSES[version.status], language)})"]
        for title, conditions in condition_lists(version, language):
            lines.append(f"  {title}")
            lines += [f"    • {one.says} [{one.source}]" for one in conditions.items]
    lines += ["", say("Next step: {step}", language, step=provision.next_step.of(language))]
    lines += [say("Open question: {issue}", language, issue=issue.of(language)) for issue in provision.open_issues]
    lines += ["", say("{count} worked cases", language, count=len(provision.cases)), review_text(provision, language)]
    return "\n".join(lines)
