"""Tests of matters: their walls, conflicts, papers, days in court, bail and money."""
