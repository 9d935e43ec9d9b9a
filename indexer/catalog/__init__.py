"""The catalogue: every article with what was found in it, as rows of the SQL store."""
