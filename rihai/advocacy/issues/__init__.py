"""Policy issues: position, evidence, submissions, meetings, stage, outcome; a bill tried over the people held."""
