"""The addresses that are answered, one file a family."""
