"""`rihai names A B`: the keys of two written names, whether they meet, and why."""

from __future__ import annotations

from argparse import Namespace


def run(options: Namespace) -> int:
    """Print both keys and the meeting."""
    from rihai.names import written_meet

    meeting = written_meet(options.first, options.second)
    print(f"{options.first}: {_keys(options.first)}")
    print(f"{options.second}: {_keys(options.second)}")
    print(f"They {'meet' if meeting.meets else 'do not meet'} (likeness {meeting.score:.2f}).")
    for reason in meeting.why:
        print(f"  - {reason}")
    return 0


def _keys(written: str) -> str:
    """The key of the name, then those of an alias and of the father or husband where the cell holds them."""
    from rihai.names import key, split_name

    parts = split_name(written)
    keys = " ".join(key(parts.full_name)) or "(nothing to compare)"
    keys += f"; alias: {' '.join(key(parts.alias))}" if parts.alias else ""
    other = parts.father_or_husband_name
    return keys + (f"; father or husband: {' '.join(key(other))}" if other else "")
