"""Bodies of requests in, those that are not too large out."""

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from search_api.problems import TOO_LARGE

MOST_BYTES = 2_000_000  # a text of 100,000 letters, each escaped in JSON, has 1,200,000 at most


class Intake:
    """Pure ASGI: counts while the body comes in, so that none is ever held in memory that is larger."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        taken = 0

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > MOST_BYTES:
                raise HTTPException(TOO_LARGE.status)
            return message

        await self.app(scope, counted, send)
