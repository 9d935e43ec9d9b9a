"""The sample site on 127.0.0.1: HTTP requests in, its pages and a log of who asked for what out.

By itself: `python -m config.demo.server --port 8807 --log access.jsonl`; ends on Ctrl-C or SIGTERM.
"""

import argparse
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from types import MappingProxyType

from config.demo.answer import HOST, Listener, Visit
from config.demo.site import Page

PORT = 8807
NO_PAGES: Mapping[str, Page] = MappingProxyType({})


class PortRefused(Exception):
    """The port can't be listened on; the message names it and the mend."""


@dataclass(frozen=True, slots=True)
class SampleServer:
    """The running site; `visits` grows with every request."""

    url: str  # without a slash at its end
    port: int
    visits: list[Visit]


@contextmanager
def serve(
    *,
    port: int = PORT,
    log: Path | None = None,
    extra: Mapping[str, Page] = NO_PAGES,
    pause_s: float = 0.0,
) -> Iterator[SampleServer]:
    """Serve the site in a thread; port 0 takes a free one.  Raises PortRefused.

    `log` gets one JSON line per request, before the answer.  `extra` adds pages (by path) or stands in for
    the site's own; it is looked at for each request, so that it may change between two visits.  `pause_s` is
    slept between the line in the log and the answer.
    """
    try:
        listener = Listener(port, log=log, extra=extra, pause_s=pause_s)
    except (OSError, OverflowError) as error:
        message = f"{HOST}:{port} can't be listened on ({error}); set TRACUU_DEMO_PORT to a free port"
        raise PortRefused(message) from error
    thread = Thread(target=listener.serve_forever, args=(0.05,), name="sample site", daemon=True)
    thread.start()
    try:
        yield SampleServer(listener.url, listener.server_port, listener.visits)
    finally:
        listener.shutdown()
        listener.server_close()
        thread.join()


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m config.demo.server", description="Serve the sample site.")
    parser.add_argument("--port", type=int, default=PORT, help=f"0 takes a free one; default {PORT}")
    parser.add_argument("--log", type=Path, help="file for one JSON line per request")
    parser.add_argument("--pause", type=float, default=0.0, metavar="SECONDS", help="wait before each answer")
    chosen = parser.parse_args()
    ends = {signal.SIGINT, signal.SIGTERM}
    signal.pthread_sigmask(signal.SIG_BLOCK, ends)  # before the thread starts, which inherits it
    try:
        with serve(port=chosen.port, log=chosen.log, pause_s=chosen.pause) as server:
            sys.stdout.write(f"{server.url}/\n")
            sys.stdout.flush()
            signal.sigwait(ends)
    except PortRefused as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
