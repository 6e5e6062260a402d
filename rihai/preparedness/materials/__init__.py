"""Information materials of other bodies: translated, checked, sent, received, posted, taken down."""
