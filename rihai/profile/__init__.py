"""Who is in custody, in needs and numbers: flags of one person, statistics of a stock on a day.

Nothing here is for publication: small numbers stand as they are, because disclosure control is not part of this room
yet. What it makes is for those who may see the list itself.
"""
