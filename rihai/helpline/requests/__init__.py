"""What is asked of the line: written by who asks, or by who listens; its level, its clocks, who was told."""
