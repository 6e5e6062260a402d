"""The pages of contingency plans: reading, writing, deciding, paper."""
