"""Verdicts in, something to look at out: one module a form, each with `render(checked, …) -> str`."""
