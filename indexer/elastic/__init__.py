"""The search engine on a server, Elasticsearch."""
