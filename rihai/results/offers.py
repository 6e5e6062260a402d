"""What the room offers the house: its page, what waits, its files, and how figures follow a merge."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.offers import After, FileOwner, Navigation, Offer, Search, Worklist
from rihai.results import work
from rihai.results.acts_in_words import ACTS
from rihai.results.operations.entering import OWNER as EVIDENCE
from rihai.results.operations.following import follow_merge, follow_parting
from rihai.results.operations.lists import OWNER as LIST
from rihai.results.operations.reading import KIND
from rihai.results.queries.evidence import may_read_evidence, may_read_list
from rihai.results.queries.found import find_projects
from rihai.results.reach import READ

OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="show", label=_("Projects and results"), url="results:index", capability=READ, order=30,
        says=_("What projects reached: every person once, every figure with what is behind it."),
    ),
    Worklist(name="results", title=_("Projects"), rows=work.rows, order=45),
    Search(name="results", title=_("Projects"), find=find_projects, order=60),
    KIND,
    FileOwner(name=LIST, may_read=may_read_list),
    FileOwner(name=EVIDENCE, may_read=may_read_evidence),
    After(act="people.persons.merged", run=follow_merge),
    After(act="people.persons.parted", run=follow_parting),
    ACTS,
)  # fmt: skip
