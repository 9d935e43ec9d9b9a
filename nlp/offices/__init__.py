"""Who holds or held which office, as a text says."""
