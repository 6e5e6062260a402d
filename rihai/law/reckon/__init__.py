"""Facts that follow from others, reckoned with what is not known kept open: birth, custody, charges, sentences."""
