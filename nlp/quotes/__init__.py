"""Who said what, as a text says."""
