"""Tests of monitoring/conditions."""
