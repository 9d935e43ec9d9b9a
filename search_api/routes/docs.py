"""GET /docs: what the API answers, for those who write programs; /openapi.json is the same for their tools."""

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from search_api.pages import reference
from search_api.pages.templating import render
from search_api.problems import REFUSALS, TABLE

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/docs")
def show_docs(request: Request) -> HTMLResponse:
    openapi = request.app.openapi()
    page = render(
        "docs.html",
        info=openapi["info"],
        operations=reference.operations(openapi),
        models=reference.models(openapi),
        problems=tuple(dict.fromkeys((*REFUSALS, *(problem for _, problem in TABLE)))),
    )
    return HTMLResponse(page)
