"""Services as a catalogue: enrolments and their stages, referrals to and from partners, material help."""
