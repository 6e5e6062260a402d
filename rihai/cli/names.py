"""`rihai names A B`: the keys of two written names, whether they meet, and why."""

from __future__ import annotations

from argparse import Namespace


def run(options: Namespace) -> int:
    """Print both keys and the meeting."""
    from rihai.names import key, meets

    first, second = options.first, options.second
    meeting = meets(first, second)
    print(f"{first}: {' '.join(key(first)) or '(nothing to compare)'}")
    print(f"{second}: {' '.join(key(second)) or '(nothing to compare)'}")
    print(f"They {'meet' if meeting.meets else 'do not meet'} (likeness {meeting.score:.2f}).")
    for reason in meeting.why:
        print(f"  - {reason}")
    return 0
