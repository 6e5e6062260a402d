"""Wires the house: settings, addresses, servers; holds no logic."""
