"""The search engine that needs no server, on tantivy."""
