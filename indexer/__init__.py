"""Records, catalogue, search engines and the ingest loop."""
