"""Markdown and HTML in, the prose in them out, with offsets back into the source."""
