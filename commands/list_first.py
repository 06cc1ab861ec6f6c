"""Commands that list unless they are told to do something: the corpus may come first, or what to do."""

from __future__ import annotations

from typing import Any

from typer.core import TyperGroup


class ListFirst(TyperGroup):
    """``pincite people CORPUS`` is ``pincite people list CORPUS``; ``pincite people CORPUS log`` is ``pincite people log CORPUS``."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """The arguments with what to do first."""
        if args and args[0] not in self.commands and args[0] != "--help":
            told = len(args) > 1 and args[1] in self.commands
            args = [args[1], args[0], *args[2:]] if told else ["list", *args]
        return super().parse_args(ctx, args)
