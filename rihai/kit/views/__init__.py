"""The pages of kit: long work, stored files, exports, letters."""
