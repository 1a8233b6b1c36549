"""Verbs of getting, holding and giving up a post, as parts of patterns that stand before or behind titles."""

from __future__ import annotations

from typing import Final

GETTING: Final = "(?:跨[省市县区])?(?:升任|调任|转任|改任|接任|继任|跻身)"
"""How somebody comes from a post to another."""
HOLDING: Final = "担任|出任|就任|兼任"
ONCE: Final = "曾任|历任"
"""How a life tells of posts that were held."""
GIVING_UP: Final = "辞去|卸任|不再担任|不再兼任|不再任"
