"""What a person sees: templates, one style sheet, and the values that fill them."""
