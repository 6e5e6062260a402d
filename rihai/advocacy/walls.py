"""PostgreSQL's second wall around what the office says aloud; whose story it is, for who sees that person alone.

A story's words and pictures name nobody. They are there for who knows whose they are, and for who keeps or signs while
leave for these words holds. While a use is still to be cleared after that, its number is there for them, and no word.
"""

from __future__ import annotations

from rihai.accounts.walls import HOUSE, MINE, may, sees
from rihai.advocacy.scope import KEEP, SIGN, STORIES, TELL, wall
from rihai.kit.wall import POLICIES, Statements, Wall

PLAIN = (
    "campaign", "campaignevent", "material", "mediaitem", "commitment", "commitmentstep", "issue", "position",
    "issuestep", "issuefigure", "issuetrial", "issuecase", "report", "publication", "publicationfile",
    "publicationnote",
)  # fmt: skip
OF_STORIES = ("story", "storypicture", "storyconsent", "storyuse", "recognitioncheck", "usedecision")

KNOWS = "EXISTS (SELECT 1 FROM advocacy_storyperson w WHERE w.story_id = advocacy_story.id)"
USED = """EXISTS (SELECT 1 FROM advocacy_storyuse u
    WHERE u.story_id = advocacy_story.id AND u.state IN ('planned', 'shown'))"""
ALLOWED = """EXISTS (SELECT 1 FROM advocacy_storyconsent c
    WHERE c.story_id = advocacy_story.id AND c.of_version = advocacy_story.version
      AND c.started_on <= (SELECT rihai_day()) AND c.ended_on > (SELECT rihai_day())
      AND (c.withdrawn_at IS NULL OR c.withdrawn_at > (SELECT rihai_at())))"""
PICTURE = "EXISTS (SELECT 1 FROM advocacy_story s WHERE s.id = advocacy_storypicture.story_id)"
WORDS = "EXISTS (SELECT 1 FROM advocacy_storywords t WHERE t.story_id = advocacy_storypicture.story_id)"


def walls_of_voice() -> list[Wall]:
    """The walls of campaigns, issues, reports, commitments, publications and stories."""
    reads = f"{HOUSE} OR {may(STORIES)}"
    writes = f"{HOUSE} OR ({may(STORIES)} AND ({may(KEEP)} OR {may(SIGN)} OR {may(TELL)}))"
    stories = [Wall(f"advocacy_{one}", sees=reads, writes=writes) for one in OF_STORIES]
    whose = "advocacy_storyperson"
    outside = f"(person_id IS NULL AND (kept_by = {MINE} OR {may(SIGN)}))"
    known = f"{HOUSE} OR ({may(TELL)} AND ({outside} OR {sees(whose, 'personal')}))"
    return [*(wall(one) for one in PLAIN), *stories, Wall(whose, sees=known)]


def narrower_walls_of_stories() -> list[Statements]:
    """The walls of stories drawn closer: a story for who knows her, or while it may be used or must still be cleared.

    What is allowed and used stays there for whoever has to do with stories: it says neither whose nor what.
    """
    whose = "advocacy_storyperson"
    seen = f"{HOUSE} OR {may(STORIES)}"
    outside = f"(person_id IS NULL AND (kept_by = {MINE} OR {may(SIGN)}))"
    of_record = f"({sees(whose, 'personal')})"
    care = f"(NOT is_survivor OR kept_by = {MINE} OR {sees(whose, 'sealed')})"
    before = f"{HOUSE} OR ({may(TELL)} AND ({outside} OR {sees(whose, 'personal')}))"
    known = f"{HOUSE} OR ({may(TELL)} AND ({outside} OR ({of_record} AND {care})))"
    publishes = f"({may(KEEP)} OR {may(SIGN)})"
    words = f"{HOUSE} OR ({may(STORIES)} AND ({KNOWS} OR ({publishes} AND ({USED} OR {ALLOWED}))))"
    return [
        *(_policy(whose, name, known, before) for name in POLICIES),
        _policy("advocacy_story", "rihai_sees", words, seen),
        _policy("advocacy_storypicture", "rihai_sees", PICTURE, seen),
    ]


def walls_of_words() -> list[Statements]:
    """The words of a story behind a wall of their own, which follows her leave; its pictures behind the same."""
    knows = "EXISTS (SELECT 1 FROM advocacy_storyperson w WHERE w.story_id = advocacy_storywords.story_id)"
    allowed = """EXISTS (SELECT 1 FROM advocacy_storyconsent c JOIN advocacy_story s ON s.id = c.story_id
        WHERE c.story_id = advocacy_storywords.story_id AND c.of_version = s.version
          AND c.started_on <= (SELECT rihai_day()) AND c.ended_on > (SELECT rihai_day())
          AND (c.withdrawn_at IS NULL OR c.withdrawn_at > (SELECT rihai_at())))"""
    publishes = f"({may(KEEP)} OR {may(SIGN)})"
    return [
        Wall(
            "advocacy_storywords", sees=f"{HOUSE} OR ({may(STORIES)} AND ({knows} OR ({publishes} AND {allowed})))",
            writes=f"{HOUSE} OR ({may(TELL)} AND {knows})",
        ),
        _policy("advocacy_storypicture", "rihai_sees", WORDS, PICTURE),
    ]  # fmt: skip


def walls_of_checks() -> list[Statements]:
    """Who checked a use and who decided on it tell how she might be recognised: for who may read the words alone."""
    before = f"{HOUSE} OR {may(STORIES)}"
    tables = ("advocacy_recognitioncheck", "advocacy_usedecision")
    return [_policy(one, "rihai_sees", _reads_words_of(f"{one}.use_id"), before) for one in tables]


def _reads_words_of(use: str) -> str:
    words = "JOIN advocacy_storywords t ON t.story_id = u.story_id"
    seen = f"EXISTS (SELECT 1 FROM advocacy_storyuse u {words} WHERE u.id = {use})"  # noqa: S608 - names of ours
    return f"{HOUSE} OR ({may(STORIES)} AND {seen})"


def _policy(table: str, name: str, now: str, before: str) -> Statements:
    """One policy of a wall, written anew; an insert is only checked, an update both found and checked."""
    given = {
        "rihai_adds": "WITH CHECK ({0})", "rihai_changes": "USING ({0}) WITH CHECK ({0})",
    }.get(name, "USING ({0})")  # fmt: skip
    alter = f"ALTER POLICY {name} ON {table} "
    return Statements(alter + given.format(now), alter + given.format(before))
