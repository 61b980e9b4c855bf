"""The commands of the command line, one module each: `add_options(parser)` and `run(options) -> int`."""
