"""From an assessment to needs, goals and steps; the plan she is given; the first days inside."""
