"""What can be done with papers: one act, one transaction, one line in the trail."""

from __future__ import annotations

from rihai.legal.papers.operations.links import close_link, look, make_link
from rihai.legal.papers.operations.packs import Basis, begin_pack, hand_over, put_in, take_out, told_receiver
from rihai.legal.papers.operations.petitions import (
    OWNER,
    bring_back,
    confirm_facts,
    draw_up,
    drop_petition,
    file_paper,
    print_petition,
    word_petition,
)

__all__ = [
    "OWNER", "Basis", "begin_pack", "bring_back", "close_link", "confirm_facts", "draw_up", "drop_petition",
    "file_paper", "hand_over", "look", "make_link", "print_petition", "put_in", "take_out", "told_receiver",
    "word_petition",
]  # fmt: skip
