"""Commands of ``pincite`` that have commands of their own."""
