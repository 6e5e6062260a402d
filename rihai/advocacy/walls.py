"""PostgreSQL's second wall around what the office says aloud; whose story it is, for who sees that person alone.

A story's own words name nobody. They are there for who tells stories where they see the person or wrote it down, and
for who keeps or signs; which of them stand before whom, and that words whose leave has ended are shown to nobody, is
decided by `stories.queries`.
"""

from __future__ import annotations

from rihai.accounts.walls import HOUSE, MINE, may, sees
from rihai.advocacy.scope import KEEP, SIGN, STORIES, TELL, wall
from rihai.kit.wall import Wall

PLAIN = (
    "campaign", "campaignevent", "material", "mediaitem", "commitment", "commitmentstep", "issue", "position",
    "issuestep", "issuefigure", "issuetrial", "issuecase", "report", "publication", "publicationfile",
    "publicationnote",
)  # fmt: skip
OF_STORIES = ("story", "storypicture", "storyconsent", "storyuse", "recognitioncheck", "usedecision")


def walls_of_voice() -> list[Wall]:
    """The walls of campaigns, issues, reports, commitments, publications and stories."""
    reads = f"{HOUSE} OR {may(STORIES)}"
    writes = f"{HOUSE} OR ({may(STORIES)} AND ({may(KEEP)} OR {may(SIGN)} OR {may(TELL)}))"
    stories = [Wall(f"advocacy_{one}", sees=reads, writes=writes) for one in OF_STORIES]
    whose = "advocacy_storyperson"
    outside = f"(person_id IS NULL AND (kept_by = {MINE} OR {may(SIGN)}))"
    known = f"{HOUSE} OR ({may(TELL)} AND ({outside} OR {sees(whose, 'personal')}))"
    return [*(wall(one) for one in PLAIN), *stories, Wall(whose, sees=known)]
