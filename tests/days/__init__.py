"""Tests of the calendar: days, spans, stays and terms."""
