"""Projects and their figures: every person counted once, every figure opens to its evidence, none changes silently."""
