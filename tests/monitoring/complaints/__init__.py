"""Tests of monitoring/complaints."""
