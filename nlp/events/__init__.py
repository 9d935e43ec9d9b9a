"""Conferences and other events that a text reports."""
