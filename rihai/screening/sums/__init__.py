"""What the people of each place come to: kept with every screening, so that no page goes through everybody."""
