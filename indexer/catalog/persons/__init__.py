"""Who is who: appearances of names in, persons out."""
