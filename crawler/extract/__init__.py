"""A fetched page or file in, articles out."""
