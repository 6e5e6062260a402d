"""PostgreSQL's second wall around the helpline: who answers it or stands above it; persons by who sees them.

What strangers write is kept by the house, which no page asks as. Who was shown to whom as a candidate is the house's
alone. A request that others of the line see leads none of them to a person: that stands in `match`.
"""

from __future__ import annotations

from rihai.accounts.walls import HOUSE, may, sees
from rihai.kit.wall import Wall

LINE = f"{HOUSE} OR {may('helpline.answer')} OR {may('helpline.supervise')}"
OF_THE_LINE = ("helprequest", "clock", "step", "paper", "missedcall", "answer", "handedon")
OF_THE_HOUSE = ("draft", "knock", "look")
OF_A_PERSON = ("match", "herword")


def walls_of_line() -> list[Wall]:
    """One a table."""
    return [
        *(Wall(f"helpline_{table}", sees=LINE) for table in OF_THE_LINE),
        *(Wall(f"helpline_{table}", sees=HOUSE) for table in OF_THE_HOUSE),
        *(
            Wall(f"helpline_{table}", sees=f"{HOUSE} OR {sees(f'helpline_{table}', 'personal')}")
            for table in OF_A_PERSON
        ),
    ]
