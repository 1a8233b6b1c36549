"""A build in a process of its own: ``python -m bench.child INPUT OUTPUT [FORMAT ...]`` prints its seconds and peak memory as JSON."""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

import kg


def peak() -> int:
    """The most bytes of memory that this process has held.

    Linux counts in ru_maxrss what the parent held when it forked, so there the process's own high-water mark is read.
    """
    status = Path("/proc/self/status")
    if status.exists():
        (line,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def main(inputs: str, output: str, *formats: str) -> None:
    """Build one document that does not count, then everything."""
    first = min(path for path in Path(inputs).iterdir() if path.is_file())
    with TemporaryDirectory() as folder:
        kg.build(first, folder, formats)
    before = peak()
    start = process_time()
    result = kg.build(inputs, output, formats)
    seconds = process_time() - start
    print(
        json.dumps(
            {
                "seconds": seconds,
                "peak": peak(),
                "before": before,
                "things": len(result.knowledge.things),
                "facts": len(result.knowledge.facts),
                "claims": len(result.knowledge.claims),
            }
        )
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
