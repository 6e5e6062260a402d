"""The pages of services: what comes in is translated, one thing is asked or done, and shown."""
