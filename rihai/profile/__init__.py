"""Who is in custody, in needs and numbers: flags of one person, statistics of a stock on a day, and what may leave.

Flags and statistics are for those who may see the list itself: small numbers stand as they are. What is published goes
through `rihai.profile.disclosure`.
"""
