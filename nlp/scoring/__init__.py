"""How right annotations are, beside those of a person."""
