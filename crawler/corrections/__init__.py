"""Where generic reading goes wrong on a site: what to look for there, as data, and what comes of it."""
