"""What rooms above have to say to an act below: `before` may refuse it, `after` follows it in its own transaction."""

from __future__ import annotations

from rihai.kit.offers import After, Before, Done, offered


def before(done: Done) -> None:
    """Ask every room that has something against it. Raises Refused with the first reason."""
    for offer in offered(Before):
        if offer.act == done.act:
            offer.check(done)


def after(done: Done) -> None:
    """Let every room follow; what they do is undone with the act if it fails."""
    for offer in offered(After):
        if offer.act == done.act:
            offer.run(done)
