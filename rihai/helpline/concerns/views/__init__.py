"""The pages of concerns: for anybody, for one of us, and for whoever holds one."""
