"""Tasks of the project. `python3 tasks.py <task>` needs nothing but Python 3.11 or newer: it sets up .venv and runs there.

With Invoke installed it is an ordinary task collection: `invoke --list`.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
REQUIREMENTS = ("requirements.txt", "requirements-dev.txt")
DEV_TASKS = {"test", "lint", "golden", "audit"}
PORT = 8000


def set_up(requirements):
    """Make .venv and install the pinned requirements, unless that was done before for the same pins."""
    stamp = VENV / f"{requirements}.installed"
    wanted = hashlib.sha256((ROOT / requirements).read_bytes() + sys.version.encode()).hexdigest()
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    print(f"Setting up .venv from {requirements}; this is done once and takes about a minute.", flush=True)
    if not VENV_PYTHON.is_file() and subprocess.call([sys.executable, "-m", "venv", str(VENV)]):
        sys.exit("Could not make .venv. On Debian and Ubuntu: apt install python3-venv")
    install = [str(VENV_PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", str(ROOT / requirements)]
    if subprocess.call(install):
        sys.exit("Could not install the requirements; see above.")
    stamp.write_text(wanted)


def start_again():
    """Run the same command line with Invoke inside .venv."""
    set_up(REQUIREMENTS[0])
    if DEV_TASKS & set(sys.argv[1:]):
        set_up(REQUIREMENTS[1])
    arguments = sys.argv[1:] or ["--list"]
    sys.exit(subprocess.call([str(VENV_PYTHON), "-m", "invoke", "--search-root", str(ROOT), *arguments], cwd=ROOT))


if __name__ == "__main__":
    if sys.version_info < (3, 11):
        sys.exit("Python 3.11 or newer is needed; this is " + sys.version.split()[0])
    start_again()

from invoke import Exit, task  # noqa: E402


def run(*command):
    """Run a command in the project; end with its exit code where it fails."""
    environment = dict(os.environ, PYTHONPATH=str(ROOT / "plugins"))
    code = subprocess.call([sys.executable, *map(str, command)], cwd=ROOT, env=environment)
    if code:
        raise Exit(code=code)


def career_graph(*arguments):
    """Run a command of the plugin."""
    run("-m", "career_graph", *arguments)


@task
def build(c):
    """Build the site into output/."""
    run("-m", "pelican", "content", "--fatal", "errors")


@task
def serve(c, port=PORT):
    """Build, show the site at http://localhost:8000, and build again whenever a file changes."""
    sys.path.insert(0, str(ROOT / "plugins"))
    from career_graph.preview import serve as serve_preview

    serve_preview(ROOT, port)


@task
def check(c):
    """Check all content; print every problem with its place and what to try."""
    career_graph("check")


@task(help={"kind": "role, skill, certification, transition, pathway, guide, page or term", "id": "file name without .md"})
def new(c, kind, id):
    """Write a skeleton for a new entry in every language."""
    career_graph("new", kind, id)


@task
def status(c):
    """Show how far each language is and which translations are stale."""
    career_graph("status")


@task
def fields(c):
    """Make docs/front-matter.md, docs/problems.md and docs/schemas/ anew from the model, and the words of docs/glossary.md from content."""
    career_graph("fields")


@task
def publish(c):
    """Build the site for its public address, which the variable SITE_URL gives."""
    run("-m", "pelican", "content", "--settings", "publishconf.py", "--fatal", "errors")


@task
def golden(c):
    """Write the golden files of the tests anew; look at the difference before you commit it."""
    os.environ["REWRITE_GOLDEN"] = "1"
    run("-m", "pytest", "tests/test_knowledge.py", "tests/test_golden.py", "tests/test_pathways_cases.py", "tests/test_search.py")


@task
def bench(c):
    """Time builds of synthetic sites of two sizes and print the ratios."""
    run("tests/bench.py")


@task
def audit(c):
    """Hold one page of every kind against Lighthouse (needs Chromium and Node; takes minutes)."""
    run("tests/audit.py")


@task
def lint(c):
    """Check the code's style and types."""
    run("-m", "ruff", "check", ".")
    run("-m", "ruff", "format", "--check", ".")
    run("-m", "mypy", "--strict", "plugins")


@task
def test(c):
    """Run all tests."""
    run("-m", "pytest")
