"""Questions in, JSON and pages out."""
