"""Messages for people and for the log, on stderr."""

import logging
import sys

FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def configure() -> None:
    """Warnings and worse, one line each.  Comes before underthesea is imported, which would set up its own."""
    logging.basicConfig(level=logging.WARNING, format=FORMAT, stream=sys.stderr)
    logging.getLogger("config.schedule").setLevel(logging.INFO)  # one line a night
    # It tells each failed try with a traceback; the error that we raise in the end says it in a line.
    logging.getLogger("elastic_transport").setLevel(logging.ERROR)


def say(message: str) -> None:
    """A line for the person at the terminal."""
    sys.stderr.write(f"{message}\n")


def warn(message: str) -> None:
    """Something that failed while the rest goes on."""
    sys.stderr.write(f"tracuu: {message}\n")
