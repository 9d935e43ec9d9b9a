"""Files and functions in numbers: `.venv/bin/python benchmarks/sizes.py [FOLDER…]`.

Non-empty lines; functions with a docstring and with a return annotation; lines of test for a line of source.
"""

import ast
import sys
from pathlib import Path
from statistics import median, quantiles

PACKAGES = ("config", "crawler", "indexer", "nlp", "search_api")


def main() -> None:
    packages = sys.argv[1:] or PACKAGES
    print(
        f"{'package':<12}{'files':>6}{'lines/file p50 p90 max':>26}{'lines/function p50 p90':>26}"
        f"{'doc':>6}{'ann':>6}{'tests':>7}"
    )
    for package in (*packages, None):
        folders = [Path(package)] if package else [Path(one) for one in packages]
        _row(package or "all", [file for folder in folders for file in folder.rglob("*.py")])


def _row(name: str, files: list[Path]) -> None:
    sizes = [lines for file in files if (lines := _lines(file)) > 1]
    functions = [function for file in files for function in _functions(file)]
    lengths = [(one.end_lineno or one.lineno) - one.lineno + 1 for one in functions]
    public = [one for one in functions if not one.name.startswith("_")]
    documented = sum(ast.get_docstring(one) is not None for one in public) / len(public)
    annotated = sum(one.returns is not None for one in functions) / len(functions)
    tests = sum(map(_lines, (Path("tests") / name if name != "all" else Path("tests")).rglob("*.py")))
    print(
        f"{name:<12}{len(sizes):>6}{median(sizes):>14.0f}{quantiles(sizes, n=10)[8]:>6.0f}{max(sizes):>6}"
        f"{median(lengths):>20.0f}{quantiles(lengths, n=10)[8]:>6.0f}"
        f"{documented:>6.0%}{annotated:>6.0%}{tests / sum(sizes):>7.2f}"
    )


def _lines(file: Path) -> int:
    return sum(bool(line.strip()) for line in file.read_text("utf-8").splitlines())


def _functions(file: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    nodes = ast.walk(ast.parse(file.read_text("utf-8")))
    return [node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


if __name__ == "__main__":
    main()
