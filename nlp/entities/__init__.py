"""Persons, organisations and places in a text."""
