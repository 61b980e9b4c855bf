"""How hard hypothesis tries: a little and always alike by default; ``HYPOTHESIS_PROFILE=nightly`` looks for more."""

import os

from hypothesis import HealthCheck, settings

QUICK = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("quick", max_examples=40, derandomize=True, **QUICK)
settings.register_profile("ci", max_examples=300, derandomize=True, **QUICK)
settings.register_profile("nightly", max_examples=20_000, **QUICK)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
