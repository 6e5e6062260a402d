"""How this part of the room is shown: figures in words, panels, worklists, the timeline."""
