"""An exception in; a problem for programs (RFC 9457), or a page in Vietnamese for people, out."""

import logging
from collections.abc import Callable, Mapping
from typing import Any

from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from search_api.guard import HEADERS
from search_api.pages.templating import render
from search_api.problems import Problem, of_status

PROGRAM_PATHS = ("/v1/", "/health/", "/openapi.json")  # JSON here, whatever the caller says that it accepts
RETRY_AFTER_S = 5

PROBLEM_JSON = "application/problem+json"

log = logging.getLogger(__name__)


class ProblemDetail(BaseModel):
    """What went wrong (RFC 9457); `type` is an address on the page that lists all kinds."""

    type: str
    title: str
    status: int
    detail: str
    instance: str


def handler(problem: Problem) -> Callable[[Request, Exception], Response]:
    def handle(request: Request, error: Exception) -> Response:
        if problem.status == 503:
            log.warning("%s: %s", problem.slug, error)
        return _respond(request, problem, detail=problem.detail or _said(error))

    return handle


def refuse(request: Request, error: Exception) -> Response:
    """Answers what the framework itself refused."""
    assert isinstance(error, HTTPException)
    problem = of_status(error.status_code)
    response = _respond(request, problem, detail=problem.detail or f"{request.method} {request.url.path}")
    response.headers.update(error.headers or {})
    return response


def _respond(request: Request, problem: Problem, *, detail: str) -> Response:
    # The handler of the unforeseen stands outside of the guard, so each problem brings the headers itself.
    headers = dict(HEADERS)
    if problem.status == 503:
        headers["Retry-After"] = str(RETRY_AFTER_S)
    if _is_for_people(request):
        asked = {name: request.query_params.get(name, "") for name in ("q", "from", "to")}
        page = render("problem.html", problem=problem, detail=detail, asked=asked)
        return HTMLResponse(page, problem.status, headers)
    body = ProblemDetail(
        type=f"/docs#{problem.slug}",
        title=problem.title,
        status=problem.status,
        detail=detail,
        instance=request.url.path,
    )
    return JSONResponse(body.model_dump(), problem.status, headers, media_type=PROBLEM_JSON)


def _said(error: Exception) -> str:
    """The error's message; of what the framework checked, each parameter with what is wrong about it."""
    if not isinstance(error, RequestValidationError):
        return str(error)
    return "; ".join(f"{'.'.join(map(str, one['loc'][1:]))}: {_fault(one)}" for one in error.errors())


def _fault(one: Mapping[str, Any]) -> str:
    if one["type"] == "extra_forbidden":
        return "there is no such parameter; /docs lists those that there are"
    return str(one["ctx"]["error"]) if one["type"] == "value_error" else str(one["msg"])


def _is_for_people(request: Request) -> bool:
    accepted = request.headers.get("accept", "*/*")
    return not request.url.path.startswith(PROGRAM_PATHS) and ("text/html" in accepted or "*/*" in accepted)
