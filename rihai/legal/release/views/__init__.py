"""The pages of this part of the room: they translate in, call one question or one act, and translate out."""
