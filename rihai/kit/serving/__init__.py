"""What `rihai serve` starts beside one another: the site, the worker, the tick; and who keeps them going."""
