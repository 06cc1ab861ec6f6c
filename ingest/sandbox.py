"""Untrusted files are read in a child process with limits on wall time and memory; a child that dies takes nothing with it.

with workers(2, Limits()) as pool:
    future = pool.schedule(read, [path], timeout=300)
"""

from __future__ import annotations

import multiprocessing
import resource
from concurrent.futures import TimeoutError as FutureTimeoutError
from pathlib import Path

from pebble import ProcessExpired, ProcessPool

from ingest.document import Document
from ingest.errors import Damaged, OverLimit, PinciteError, ReadError
from ingest.limits import Limits

_PRELOADED = ["ingest.reader", "nlp.statements"]


def workers(count: int, limits: Limits) -> ProcessPool:
    """A pool of ``count`` child processes, each under the memory limit; ``schedule(..., timeout=seconds)`` kills what runs over.

    Children come from a fork server that has loaded the readers, so that a killed one is replaced in milliseconds.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PRELOADED)
    return ProcessPool(max_workers=count, max_tasks=200, initializer=confine, initargs=(limits.memory,), context=context)


def confine(memory: int) -> None:
    """Limit this process to ``memory`` MiB of address space and forbid it to leave core files."""
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = memory * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def why(error: BaseException, name: str, limits: Limits) -> ReadError:
    """The error of a child as an error of the house: over a limit, crashed, or what it said itself."""
    if isinstance(error, FutureTimeoutError):
        return OverLimit(f"{name}: took more than {limits.seconds:g} seconds")
    if isinstance(error, MemoryError):
        return OverLimit(f"{name}: asked for more than {limits.memory:,} MiB of memory")
    if isinstance(error, ProcessExpired):
        return Damaged(f"{name}: its reader died (exit code {error.exitcode}); the file is damaged or hostile")
    if isinstance(error, ReadError):
        return error
    return Damaged(f"{name}: {type(error).__name__}: {error}")


def read(path: Path, limits: Limits | None = None, password: str | None = None) -> Document:
    """As :func:`ingest.reader.read`, in a child process under ``limits``.

    :raises ReadError: the file cannot be read, is over a limit, or killed its reader.
    """
    from ingest.reader import read as read_here  # noqa: PLC0415  the parent need not load the readers

    within = limits or Limits()
    with workers(1, within) as pool:
        try:
            document: Document = pool.schedule(read_here, [path, within, password], timeout=within.seconds).result()
        except PinciteError:
            raise
        except Exception as error:
            raise why(error, path.name, within) from error
        return document
