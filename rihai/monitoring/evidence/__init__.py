"""Evidence of incidents: files hashed as they come in, sealed at rest, never changed, each handling a chained line."""
