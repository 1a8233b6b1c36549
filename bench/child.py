"""A build in a process of its own: ``python -m bench.child INPUT OUTPUT [FORMAT ...]`` prints its seconds and peak memory as JSON."""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import kg

_PEAK = 1024 if sys.platform != "darwin" else 1
"""Bytes in a unit of ru_maxrss."""


def main(inputs: str, output: str, *formats: str) -> None:
    """Build one document that does not count, then everything."""
    first = min(path for path in Path(inputs).iterdir() if path.is_file())
    with TemporaryDirectory() as folder:
        kg.build(first, folder, formats)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _PEAK
    start = perf_counter()
    result = kg.build(inputs, output, formats)
    seconds = perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _PEAK
    print(
        json.dumps(
            {
                "seconds": seconds,
                "peak": peak,
                "before": before,
                "things": len(result.knowledge.things),
                "facts": len(result.knowledge.facts),
                "claims": len(result.knowledge.claims),
            }
        )
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
