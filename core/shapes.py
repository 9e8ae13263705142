"""One outline per kind of event, drawn alike in the text's margin, the timeline and the legend (box -1 to 1)."""

from __future__ import annotations

_DISC = "M0,-1A1,1,0,1,1,0,1A1,1,0,1,1,0,-1Z"
_HOLE = "M0,-.68A.68,.68,0,1,0,0,.68A.68,.68,0,1,0,0,-.68Z"
_PENTAGON_HOLE = "M0,-.46L-.44,-.14L-.27,.37L.27,.37L.44,-.14Z"
_PENTAGON = "M0,-.4L.38,-.12L.24,.32L-.24,.32L-.38,-.12Z"

SHAPES = {
    "goal": _DISC + _PENTAGON_HOLE,
    "own_goal": _DISC + _HOLE + _PENTAGON,
    "disallowed_goal": _DISC + _HOLE + "M-.5,-.32L-.32,-.5L.5,.32L.32,.5Z",
    "penalty_awarded": "M0,-1L.85,0L0,1L-.85,0Z",
    "penalty_missed": _DISC + _HOLE + "M-.46,-.3L-.3,-.46L.46,.3L.3,.46ZM.3,-.46L.46,-.3L-.3,.46L-.46,.3Z",
    "yellow": "M-.62,-.92H.62V.92H-.62Z",
    "second_yellow": "M-.85,-.92H.3V.5H-.85ZM.42,-.5H.85V.92H-.3V.62H.42Z",
    "red": "M-.62,-.92H.62V.92H-.62Z",
    "substitution": "M-.45,-1L.05,-.35H-.25V.7H-.65V-.35H-.95ZM.45,1L-.05,.35H.25V-.7H.65V.35H.95Z",
    "shot": _DISC + _HOLE,
    "assist": "M-.9,.25L.2,.25L.2,.7L.95,0L.2,-.7L.2,-.25L-.9,-.25Z",
    "injury": "M-.28,-.92H.28V-.28H.92V.28H.28V.92H-.28V.28H-.92V-.28H-.28Z",
}
"""Mark kind (see ``core.timeline.mark_kind``) -> SVG path."""
