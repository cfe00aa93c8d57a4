"""Checks the folders of the window: folders.py REPOSITORY

No folder includes one above it or beside it in the order that src/app/README.md shows, and every page
of the manual that F1 opens is there.
"""

import pathlib
import re
import sys


def order_in(readme):
    """The rank of each folder, lowest first."""
    lines = [line for line in readme.read_text(encoding="utf-8").splitlines() if "◀──" in line]
    parts = [part for part in " ".join(lines).split("◀──") if part.strip()]
    return {folder: rank for rank, part in enumerate(parts) for folder in re.findall(r"\w+", part)}


def main(repository):
    repository = pathlib.Path(repository)
    app = repository / "src/app"
    ranks = order_in(app / "README.md")
    faults = [f"{app / 'README.md'} lacks {folder.name}"
              for folder in app.iterdir() if folder.is_dir() and folder.name not in ranks]
    for file in sorted(app.glob("*/*.[ch]*")):
        text = file.read_text(encoding="utf-8")
        own = file.parent.name
        for other in sorted(set(re.findall(r'#include "app/(\w+)/', text)) - {own}):
            if ranks.get(other, 0) >= ranks.get(own, 0):
                faults.append(f"{file} includes {other}")
        for page in re.findall(r'"([\w-]+\.md)"', text):
            if not (repository / "resources/manual/en" / page).exists():
                faults.append(f"{file} names the page {page}, which is not in the manual")
    sys.exit("\n".join(faults) or None)


main(*sys.argv[1:])
