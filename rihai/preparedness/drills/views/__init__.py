"""The pages of drills: the calendar and each drill, and what is to be mended."""
