"""PostgreSQL's second wall around public figures and research: what anybody may read the house reads for them."""

from __future__ import annotations

from rihai.accounts.walls import HOUSE, may
from rihai.advocacy.scope import KEEP, RESEARCH, SIGN, wall
from rihai.kit.wall import Wall

OF_FIGURES = ("figurerelease", "figuretable", "figurecell", "figurewithheld", "figurenote")
OF_RESEARCH = ("researchrequest", "researchextract", "researchdownload")


def walls_of_figures() -> list[Wall]:
    """Figures for who reads here; their log for who keeps or signs; research for who makes extracts or approves."""
    makes, signs = f"{HOUSE} OR {may(KEEP)} OR {may(SIGN)}", f"{HOUSE} OR {may(RESEARCH)} OR {may(SIGN)}"
    plain = [wall(one) for one in OF_FIGURES if one != "figurewithheld"]
    research = [Wall(f"advocacy_{one}", sees=signs) for one in OF_RESEARCH]
    return [*plain, Wall("advocacy_figurewithheld", sees=makes), *research]


def wall_of_links() -> Wall:
    """Links by which a researcher fetches an extract: for who makes extracts or approves."""
    return Wall("advocacy_researchlink", sees=f"{HOUSE} OR {may(RESEARCH)} OR {may(SIGN)}")
