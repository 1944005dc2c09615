"""What the outlet states itself."""

from counterclaim.read.own_voice.find import find_own_voice

__all__ = ["find_own_voice"]
