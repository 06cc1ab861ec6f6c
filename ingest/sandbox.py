"""Untrusted files are read in child processes with limits; a child that dies takes nothing with it.

start(read, [path], Limits())       one child for one call: it cannot be blamed for, or harmed by, the file before it
workers(2, Limits())                children that are kept, for many small calls on files that were read before

The limits are kept by the kernel, inside the child: address space, a timer of the processor, an alarm clock. The child that is
stopped by one of them dies of a signal, and the signal tells which.
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from contextlib import contextmanager
from multiprocessing.context import ForkServerContext
from pathlib import Path
from typing import TypeVar

from pebble import ProcessExpired, ProcessPool, concurrent

from ingest.document import Document
from ingest.errors import Damaged, Failed, OverLimit, PinciteError, ReadError
from ingest.file_name import printable
from ingest.limits import Limits

_PRELOADED = ("ingest.reader", "nlp.statements")
_PATIENCE = 4  # seconds on the clock for one of the processor: a file is not to blame for a busy machine
_T = TypeVar("_T")


def start(function: Callable[..., _T], args: Sequence[object], limits: Limits, preload: Sequence[str] = ()) -> Future[_T]:
    """Call ``function`` in a child of its own, under ``limits``. :func:`why` turns what the future raises into our errors.

    Children come from a fork server that has loaded the readers (and ``preload``, if this is the first call), so that a new one
    is there in milliseconds.
    """
    launch = concurrent.process(timeout=limits.longest, context=_fork_server(preload))  # type: ignore[call-overload]  # its types say mp_context, its code takes context
    future: Future[_T] = launch(_confined)(function, limits, *args)
    return future


def workers(count: int, limits: Limits) -> ProcessPool:
    """A pool of ``count`` child processes, each under the memory limit; ``schedule(..., timeout=seconds)`` kills what runs over."""
    return ProcessPool(max_workers=count, max_tasks=200, initializer=confine, initargs=(limits.memory,), context=_fork_server())


def _fork_server(preload: Sequence[str] = ()) -> ForkServerContext:
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # one file, one core: OCR's own threads would fight over the cores
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([*_PRELOADED, *preload, *_front()])
    return context


def _front() -> list[str]:
    """The modules that the program's own file imports: each child runs that file again, quick where they are loaded already."""
    main = sys.modules["__main__"]
    spec = getattr(main, "__spec__", None)
    names = {getattr(value, "__module__", None) for value in vars(main).values()} | {spec.name if spec else None}
    return sorted(name for name in names if isinstance(name, str) and name != "__main__")


def _confined(function: Callable[..., _T], limits: Limits, *args: object) -> _T:
    """In the child: the call, under the limits on memory and, until it sets others, on the time of one page."""
    confine(limits.memory)
    with within(limits.allowed(1, 0)):
        return function(*args)


def confine(memory: int) -> None:
    """Limit this process to ``memory`` MiB of address space and forbid it to leave core files."""
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = memory * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Let the kernel end this process if the block takes more than ``seconds`` of the processor, or four times that by the clock.

    A signal's default action ends a process that hangs inside a C library, where no Python handler would run. Blocks nest:
    the inner one's time counts alone while it runs, and none is left to the outer one after it.
    """
    timers = {signal.ITIMER_PROF: seconds, signal.ITIMER_REAL: _PATIENCE * seconds}
    for number in (signal.SIGPROF, signal.SIGALRM):
        signal.signal(number, signal.SIG_DFL)
    for timer, allowance in timers.items():
        signal.setitimer(timer, allowance)
    try:
        yield
    finally:
        for timer in timers:
            signal.setitimer(timer, 0)


def why(error: BaseException, name: str, limits: Limits) -> ReadError:
    """The error of a child as one of ours: over a limit, crashed, what it said itself, or an error of the program."""
    shown = printable(name)
    if isinstance(error, FutureTimeoutError):
        return OverLimit(f"{shown}: took more than {limits.told}")
    if isinstance(error, MemoryError):
        return OverLimit(f"{shown}: asked for more than {limits.memory:,} MiB of memory")
    if isinstance(error, ProcessExpired):
        return _death(-(error.exitcode or 0), shown, limits)
    if isinstance(error, ReadError):
        return type(error)(printable(str(error)))
    return Failed(f"{shown}: the program erred ({printable(f'{type(error).__name__}: {error}')}); the file may be in order")


def _death(number: int, name: str, limits: Limits) -> ReadError:
    """What a child died of, by the number of the signal that ended it."""
    match number:
        case signal.SIGALRM:
            return OverLimit(f"{name}: took more than {limits.told}, and {_PATIENCE} times that by the clock")
        case signal.SIGPROF:
            return OverLimit(f"{name}: took more than {limits.told} of the processor")
        case signal.SIGABRT | signal.SIGTRAP:  # how pdfium ends when memory is refused to it
            return OverLimit(f"{name}: its reader gave up, most likely for want of memory; the limit is {limits.memory:,} MiB")
        case signal.SIGKILL:
            return OverLimit(
                f"{name}: its reader was killed from outside; the machine was short of memory, or somebody ended it"
            )
        case _:
            named = signal.Signals(number).name if number in set(signal.Signals) else f"status {-number}"
            return Damaged(f"{name}: its reader crashed ({named}); the file is damaged or hostile")


def read(path: Path, limits: Limits | None = None, password: str | None = None) -> Document:
    """As :func:`ingest.reader.read`, in a child process under ``limits``.

    :raises ReadError: the file cannot be read, is over a limit, or killed its reader.
    """
    chosen = limits or Limits()
    try:
        return start(_read, [path, chosen, password], chosen).result()
    except PinciteError:
        raise
    except Exception as error:
        raise why(error, path.name, chosen) from error


def _read(path: Path, limits: Limits, password: str | None) -> Document:
    from ingest.reader import read as read_here  # noqa: PLC0415  the parent need not load the readers

    return read_timed(lambda: read_here(path, limits, password), path, limits, () if password is None else (password,))


def read_timed(call: Callable[[], _T], path: Path, limits: Limits, passwords: Sequence[str]) -> _T:
    """In a child: ``call``, with the time that is allowed for the pages of ``path``."""
    with within(allowed(path, limits, passwords)):
        return call()


def allowed(path: Path, limits: Limits, passwords: Sequence[str] = ()) -> float:
    """Seconds for one stage of a file, by its pages and size; looks into the file, so call it in a child."""
    from ingest import pdf  # noqa: PLC0415  the parent need not load the readers

    size = path.stat().st_size if path.exists() else 0
    pages = pdf.page_count(path, passwords) if path.suffix.lower() == ".pdf" else size // 3000  # letters on a full page
    return limits.allowed(pages, size)
