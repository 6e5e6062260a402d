"""Tests of the building itself: storeys, sizes, words, purity, documents."""
