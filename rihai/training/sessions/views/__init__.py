"""The pages of sessions: what comes in is translated, one thing is asked or done, and shown."""
