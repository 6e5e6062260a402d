"""Mentors: applying, vetting, matching, meetings, and a safe end."""
