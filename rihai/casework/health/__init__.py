"""Health needs and care in outline, appointments, the self-harm support plan, mother and child."""
