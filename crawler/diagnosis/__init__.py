"""Pages of a source in, what reading them misses out, with selectors that would find it."""
