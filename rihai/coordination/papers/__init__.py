"""Papers for members: the agenda with the least data of each person, numbered copies, links, notice and minutes."""
