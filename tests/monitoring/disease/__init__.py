"""Tests of monitoring/disease."""
