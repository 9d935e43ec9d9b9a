"""Citations of Party and State documents in a text."""
