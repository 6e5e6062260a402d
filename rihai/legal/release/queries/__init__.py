"""Asks: releases, what is kept of those who left, slips, and words on the law; as far as the actor sees."""
