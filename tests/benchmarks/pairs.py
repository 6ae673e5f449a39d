"""Ours and the peer in turn, A B A B: a busy machine is as unkind to one as to the other."""

import gc
import statistics
import time
from collections.abc import Callable
from typing import Any


def compare(
    name: str,
    ours: Callable[[], object],
    peer: Callable[[], object],
    *,
    described: str,
    at_most: float,
    times: int = 7,
) -> dict[str, Any]:
    """Medians of both, and how many times as long ours takes. Each runs once before it counts."""
    ours()
    peer()
    taken: tuple[list[float], list[float]] = ([], [])
    for _turn in range(times):
        for work, seconds in zip((ours, peer), taken, strict=True):
            gc.collect()
            began = time.perf_counter()
            work()
            seconds.append(time.perf_counter() - began)
    ours_seconds, peer_seconds = (statistics.median(seconds) for seconds in taken)
    ratio = ours_seconds / peer_seconds
    return {
        "name": name,
        "ours_seconds": round(ours_seconds, 4),
        "peer_seconds": round(peer_seconds, 4),
        "ratio": round(ratio, 2),
        "peer": described,
        "asked": f"at most {at_most}",
        "holds": ratio <= at_most,
    }
