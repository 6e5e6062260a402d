"""Reading what prisons send, and inventing it: sheets in, records and problems out; every source row accounted for."""
