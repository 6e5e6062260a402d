"""Makes the compiled catalogues when the package is built, so that they are in its wheel."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Catalogues(BuildHookInterface[Any]):
    """Runs `rihai/kit/catalogues.py` by its path, because the package itself is not installed yet."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile them, and name them to the builder, which leaves out what git ignores."""
        module = runpy.run_path(str(Path(self.root) / "rihai" / "kit" / "catalogues.py"))
        module["compile_catalogues"]()
        compiled = [path.with_suffix(".mo") for path in module["catalogues"]()]
        build_data["artifacts"].extend(str(path.relative_to(self.root)) for path in compiled)
