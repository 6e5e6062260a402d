"""A briefing after each census: what the law says in numbers, for each actor, answered and followed."""
