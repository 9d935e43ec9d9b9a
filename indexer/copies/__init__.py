"""Which texts are copies of one another, and what they differ in."""
