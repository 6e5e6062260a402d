"""Disease in a prison: case definitions, the line list, thresholds, alerts and what is done about them."""
