"""The trained model of names: sentences in, persons, bodies and places out; and how it is trained."""
