"""What families have to know of each prison: visits, what may be brought, whom to ask; each with its day."""
