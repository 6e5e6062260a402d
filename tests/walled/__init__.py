"""A room of persons made for the tests alone, guarded by the walls that later rooms use."""
