"""Names of bodies: which of them are one name, and which body is part of which."""
