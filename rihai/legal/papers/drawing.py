"""Draws a petition or letter up from its template: paragraphs filled, custody chart, annexes, what is said in small.

No word of it goes beyond the provision's own: the template asks a court or officer to consider, and quotes the rest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings

from rihai.kit.letters import LetterText
from rihai.legal.papers.gaps import Given, filled, gaps_of
from rihai.legal.papers.wording import Both, Template, common
from rihai.paper.charts import CustodyBar
from rihai.paper.pleading import CustodyChart, Party, Pleading
from rihai.paper.table import Column, Table
from rihai.screening.shown.grounds import Reckoned
from rihai.words import day_text


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A fact as it stands on the paper: what it is, what the record says, against which paper it was confirmed."""

    label: str
    value: str
    paper: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """What is put beside the template's words: a lawyer's own grounds, the facts, a chart of adjournments."""

    added: str = ""
    facts: Sequence[Confirmed] = ()
    papers: frozenset[str] = frozenset()
    delay: Table | None = None
    is_draft: bool = True


def pleading_of(template: Template, given: Given, beside: Beside) -> Pleading:
    """The paper in the language of `given`; marked as a draft on each page where it is one."""
    gaps = gaps_of(given)
    if template.form == "letter":
        gaps |= {"petitioner": gaps["person"]}
    draw = _Draw(template, given, beside, gaps)
    return draw.letter() if template.form == "letter" else draw.petition()


class _Draw:
    """One paper while it is drawn up."""

    def __init__(self, template: Template, given: Given, beside: Beside, gaps: dict[str, str]) -> None:
        self.template, self.given, self.beside, self.gaps = template, given, beside, gaps

    def say(self, both: Mapping[str, str]) -> str:
        """A text of both languages in ours, its gaps filled."""
        return filled(both[self.given.language], self.gaps).strip()

    def shared(self, *names: str) -> str:
        """A text that all papers share, by its place in `common.yaml`."""
        told: Any = common()
        for name in names:
            told = told[name]
        return self.say(told)

    def petition(self) -> Pleading:
        """With its parties, numbered paragraphs, prayer and verification."""
        to = self.template.to
        word = self.shared("signature")
        counsel = [self.shared("counsel")] if self.given.counsel else []
        one = Party(self.shared("petitioner_line"), word)
        other = Party(self.shared("respondent"), self.shared("respondent_word"))
        return replace(
            self.whole(),
            heading=[self.head(to)],
            number=self.shared("number", to),
            parties=(one, other),
            versus=self.shared("versus"),
            particulars=[(self.shared("particulars", name), self.known(name)) for name in common()["particulars"]],
            opening=self.shared("opening"),
            prayer_title=self.shared("prayer_title"),
            prayer=self.say(self.template.prayer),
            day=self.shared("dated"),
            signed=[word, *counsel],
            verification_title=self.shared("verification_title"),
            verification=self.shared("verification"),
        )

    def head(self, to: str) -> str:
        """Before which court; in English in capitals throughout, as registries there expect it."""
        says = self.shared("heading", to)
        return says.upper() if self.given.language == "en" else says

    def letter(self) -> Pleading:
        """With its receiver, closing and copy."""
        receiver = {"superintendent": self.gaps["prison"], "court": self.gaps["court"]}.get(self.template.to, "")
        head = {"superintendent": "superintendent", "fund": "fund"}.get(self.template.to, "the_court")
        copies = []
        if self.template.copy_to:
            self.gaps["receiver"] = self.shared(f"copy_{self.template.copy_to}")
            copies = [self.shared("copy")]
        return replace(
            self.whole(),
            is_letter=True,
            heading=[self.shared(head), *([receiver] if receiver else [])],
            opening=self.shared("salutation"),
            closing=self.shared("closing"),
            signed=[self.given.counsel or "", settings.OFFICE],
            copies=copies,
        )

    def whole(self) -> Pleading:
        """What both have in common."""
        language = self.given.language
        tables = [self.facts()] if self.beside.facts and self.template.form == "petition" else []
        return Pleading(
            heading=(),
            subject=self.say(self.template.subject),
            paragraphs=self.paragraphs(),
            day=day_text(self.given.on, language),
            chart=self.chart(),
            tables=[*tables, *([self.beside.delay] if self.beside.delay else [])],
            annexes_title=self.shared("annexes_title") if self.template.annexes else "",
            annexes=[self.annex(name) for name in self.template.annexes],
            notes=self.notes(),
            mark=self.shared("draft_word") if self.beside.is_draft else "",
            mark_says=self.shared("draft") if self.beside.is_draft else "",
            running=settings.OFFICE if self.template.form == "letter" else "",
            on=self.given.on,
        )

    def paragraphs(self) -> list[str]:
        """Those whose needs are met, then what the lawyer added, paragraph by paragraph."""
        own = [self.say(one.text) for one in self.template.paragraphs if all(self.gaps.get(name) for name in one.needs)]
        return own + [line.strip() for line in self.beside.added.splitlines() if line.strip()]

    def known(self, name: str) -> str:
        """A particular of the case; a blank line where it is not known."""
        return self.say({self.given.language: f"{{{name}}}"})

    def annex(self, name: str) -> str:
        """A paper by its name, and that it is missing as long as nothing was confirmed against it."""
        says = self.shared("annexes", name)
        missing = self.beside.is_draft and name not in self.beside.papers
        return f"{says} ({self.shared('missing_word')})" if missing else says

    def facts(self) -> Table:
        """The facts the paper stands on, each with the paper it was confirmed against."""
        columns = (
            Column(self.shared("facts", "fact"), "text", 22), Column(self.shared("facts", "value"), "text", 30),
            Column(self.shared("facts", "paper"), "text", 26),
        )  # fmt: skip
        rows = [(one.label, one.value, self.against(one)) for one in self.beside.facts]
        return Table(self.shared("facts_title"), columns, rows)

    def against(self, fact: Confirmed) -> str:
        """The paper and its page; or that nobody has confirmed it."""
        if not fact.paper:
            return self.shared("facts", "open")
        annexes: Mapping[str, Both] = common()["annexes"]
        paper = self.shared("annexes", fact.paper) if fact.paper in annexes else fact.paper
        return filled(common()["facts"]["page"][self.given.language], {"paper": paper, "page": fact.page})

    def chart(self) -> CustodyChart | None:
        """The first length of time that is reckoned, drawn and as a sum; None where none is."""
        grounds = self.given.grounds
        if grounds is None or not grounds.reckoned:
            return None
        begun = grounds.reckoned[0].begun
        lengths = [one for one in grounds.reckoned if one.begun == begun]
        held, limit = (self.given.on - begun).days, (lengths[0].ended - begun).days
        says = common()["chart"]["says"][self.given.language].format(days=held, limit=limit)
        columns = (
            Column(self.shared("chart", "fact"), "text", 30), Column(self.shared("chart", "day"), "text", 16),
            Column(self.shared("chart", "days"), "number", 10),
        )  # fmt: skip
        rows = [(grounds.reckoned[0].fact, self.day(begun), 0), *(self.length(one) for one in lengths)]
        rows.append((self.shared("chart", "today"), self.day(self.given.on), held))
        rows.sort(key=lambda row: row[2])
        table = Table(self.shared("chart_title"), columns, rows)
        return CustodyChart(CustodyBar(max(held, 0), limit, says), table)

    def length(self, one: Reckoned) -> tuple[str, str, int]:
        """A row of the chart: when a length of time ended, or will."""
        word = "ended" if one.ended <= self.given.on else "comes"
        says = common()["chart"][word][self.given.language].format(amount=one.amount)
        return says, self.day(one.ended), (one.ended - one.begun).days

    def day(self, value: Any) -> str:
        """A day in words."""
        return day_text(value, self.given.language)

    def notes(self) -> list[str]:
        """That help is free, that we decide nothing, and what lawyers have not said or have against the provision."""
        cited = self.given.cited
        found = [self.shared("free"), self.shared("referral")] if self.template.is_free else []
        if cited and not cited.is_reviewed:
            found.append(self.shared("not_reviewed"))
        says = common()["objection"][self.given.language]
        return found + [filled(says, {"objection": one}) for one in (cited.objections if cited else ())]


def letter_of(pleading: Pleading) -> LetterText:
    """The same as a letter of the house, for the office's own Word template and for the page of letters."""
    mark = f"{pleading.mark}: " if pleading.mark else ""
    lines = [*pleading.paragraphs, pleading.prayer_title, pleading.prayer, pleading.verification]
    if pleading.chart:
        lines.insert(len(pleading.paragraphs), "; ".join(" ".join(map(str, row)) for row in pleading.chart.table.rows))
    if pleading.is_letter:
        lines += [*pleading.copies, *pleading.notes]
    return LetterText(
        to=[*pleading.heading, *([pleading.number] if pleading.number else [])],
        subject=f"{mark}{pleading.subject}",
        day=pleading.on,
        paragraphs=[line for line in lines if line],
        salutation=pleading.opening,
        closing=pleading.closing,
        signed=[line for line in pleading.signed if line],
        facts=[*((party.word, party.who) for party in pleading.parties), *pleading.particulars],
        enclosures=pleading.annexes,
    )
