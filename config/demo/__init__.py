"""The sample site: its texts, its pages and the server that serves them on loopback."""
