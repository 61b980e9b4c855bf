"""Every benchmark, one after another: ``python -m benchmarks`` or ``make benchmark``."""

from benchmarks import extraction, stages, start
from benchmarks.newstext import generated_languages

if __name__ == "__main__":
    for code in generated_languages():
        extraction.main(["--language", code])
        stages.main(["--language", code])
    start.main([])
