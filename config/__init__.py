"""The user's choices: settings, sources, schedule and the command line that wires everything."""
