"""Who learnt and then taught: sessions held by those whom other sessions trained, as counts."""
