"""Support of survivors: sealed, under a code where she wishes, without a trace elsewhere."""
