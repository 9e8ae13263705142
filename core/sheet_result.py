"""Result lines: "Milan-Atalanta 5-4 d.c.r. (1-1 d.t.s.)", "Vadese 1-2 Savona", "FIORENTINA 2 / TWENTE 1"."""

from __future__ import annotations

import re

from core.schema import Score, Span
from core.sheet_model import Result, SheetName
from core.sheet_words import sheet_words
from core.text import JOINER

_SCORE = re.compile(r"(?<![\d'.,-])(\d{1,2})\s?(?:-|:| a )\s?(\d{1,2})(?![\d'°º]|\s?-\s?\d|[.,:]\d)")
_SPLIT = re.compile(r"\s-\s|-|\s(?:vs\.?|contro)\s", re.I)
_PREFIX = re.compile(r".*(?:[:,;|]|\.(?=\s))\s*")
_STACKED = re.compile(r"(?P<team>[^\W\d_][^\n\d:,;()]{1,40}?(?: \d{4})?)\s*[ :]\s*(?P<goals>\d{1,2})[ .]*$", re.M)
_LEVEL = re.compile(
    r"(?P<home>[^\W\d_][^\n\d:,;()]{1,40}?) (?P<hg>\d{1,2})(?: ?- ?| )"
    r"(?P<away>[^\W\d_][^\n\d:,;()]{1,40}?) (?P<ag>\d{1,2})(?!\S)"
)
_SCORE_LINE = re.compile(r"\n\s*(?P<score>(?P<h>\d{1,2}) ?- ?(?P<a>\d{1,2}))(?=[ ]*(?:\(|\n|$))")
_TEAM_LINE = re.compile(r"[ ]*\n\s*(?P<team>[^\W\d_][^\n:,;()]{1,40}?)[ ]*(?=\n|$)")
_GAP = re.compile(r"[\s.,;:]*")
_LINE = re.compile(r"[^\n]+")
_MAX_WORDS = 6
_MAX_RESULT_LINE = 400


def name_at(text: str, start: int, end: int) -> SheetName:
    """Return the name ``text[start:end]`` without blanks at its ends."""
    while start < end and text[start] in " \n\t\r\u00a0" + JOINER:
        start += 1
    while end > start and text[end - 1] in " \n\t\r\u00a0" + JOINER:
        end -= 1
    return SheetName(text[start:end], start, end)


def is_team(words: str) -> bool:
    """Whether ``words`` can be the name of a side: one to six capitalised words, numbers or particles."""
    parts = re.findall(rf"[\w'.&{JOINER}/]+(?:-[\w'.]+)*", words)
    if not parts or len(parts) > _MAX_WORDS or not words.strip()[0].isalnum():
        return False
    capital = [p for p in parts if p[0].isupper()]
    return bool(capital) and all(is_club_word(part) for part in parts)


def is_club_word(word: str) -> bool:
    """Whether a word can stand in a club's name: capitalised, a number, a particle, "d'Ascoli"."""
    words, word = sheet_words(), word.replace(JOINER, "") or "-"
    head, _, tail = word.rpartition("'")
    if word[0].isupper() or word[0].isdigit() or not word[0].isalpha():
        return True
    return word.lower().rstrip("'") in words.club_particles | words.particles or (len(head) <= 4 and tail[:1].isupper())


def _teams(view: str, start: int, end: int) -> tuple[int, int, int, int] | None:
    """Return the spans of two sides written "A - B" in ``view[start:end]``, a heading before them skipped."""
    prefix = _PREFIX.match(view, start, end)
    if prefix and prefix.end() < end and _SPLIT.search(view, prefix.end(), end):
        start = prefix.end()
    splits = list(_SPLIT.finditer(view, start, end))
    spaced = [m for m in splits if m.group()[0].isspace()]
    heading = sheet_words().heading_start.match(view, start, end)
    if heading:  # "IL TABELLINO Alfa-Beta 2-1"
        start = heading.end()
        splits = [m for m in splits if m.start() >= start]
        spaced = [m for m in spaced if m.start() >= start]
    if len(splits) > 1 and spaced and sheet_words().competition.search(view, start, spaced[0].start()):
        start = spaced[0].end()
        splits = [m for m in splits if m.start() >= start]
        spaced = [m for m in spaced if m.start() >= start]
    for cut in spaced[:1] if len(spaced) == 1 else splits:
        if is_team(view[start : cut.start()]) and is_team(view[cut.end() : end]):
            return start, cut.start(), cut.end(), end
    return None


def _pair(match: re.Match[str]) -> Score:
    return int(match[1]), int(match[2])


def _extras(view: str, text: str, result: Result, end: int) -> None:
    """Read what follows the score: shoot-out and extra-time words, half time, scorers."""
    words = sheet_words()
    shot = False
    at = result.end
    while at < end:
        gap = _GAP.match(view, at, end)
        begin = gap.end() if gap else at
        if begin < end and view[begin] in "([":
            close = _closing(view, begin, end)
            _bracket(view, begin + 1, close - 1, result, shot)
            at = result.end = close
            continue
        for pattern in (words.shootout, words.extra_time, words.awarded):
            match = pattern.match(view, begin, end)
            if match and (match.end() == end or not view[match.end()].isalnum()):
                shot |= pattern is words.shootout
                result.extra_time |= pattern is words.extra_time
                result.awarded |= pattern is words.awarded
                dot = match.end() < end and view[match.end()] == "."
                at = result.end = match.end() + dot
                break
        else:
            return


def _bracket(view: str, start: int, end: int, result: Result, shot: bool) -> None:
    words, inner = sheet_words(), view[start:end]
    scores = [_pair(m) for m in _SCORE.finditer(inner)]
    letters = re.sub(r"[^a-z]", "", inner.lower())
    if not scores:
        result.extra_time |= bool(words.extra_time.search(inner))
        result.awarded |= bool(words.awarded.search(inner))
        if words.shootout.fullmatch(inner.strip()):
            result.shootout, result.score = result.score, None
        elif re.search(r"[^\W\d_]{3}", inner) and re.search(r"\d|,", inner) and not letters.startswith(("dts", "dcr")):
            result.scorers = (start, end)
        return
    if len(letters) > 40 or re.search(r"\d\s*'\s*[^\W\d_]{3}", inner):
        result.scorers = (start, end)
        return
    result.extra_time |= bool(words.extra_time.search(inner))
    if words.shootout.search(inner) and not shot:
        result.shootout = scores[0]
    elif shot and result.shootout is None:
        result.shootout, result.score = result.score, scores[0]
        result.half_time = scores[-1] if len(scores) > 1 else None
    elif not words.extra_time.search(inner):
        result.half_time = scores[-1] if len(scores) > 1 else scores[0]


def _closing(view: str, start: int, end: int) -> int:
    """Return the offset after the bracket that closes the one at ``start``, or ``end``."""
    depth = 0
    for i in range(start, end):
        depth += (view[i] in "([") - (view[i] in ")]")
        if depth == 0:
            return i + 1
    return end


def read_result(view: str, text: str, start: int, end: int) -> Result | None:
    """Return the result told in one line ``view[start:end]``; ``Result.end`` is where its words end."""
    for match in _SCORE.finditer(view, start, end):
        teams = _teams(view, start, match.start())
        tail = match.end()
        if teams is None and is_team(view[start : match.start()].rpartition(":")[2]):
            begin = start + view[start : match.start()].rfind(":") + 1
            after = re.compile(r"[^\n\d(:,;.]+").match(view, match.end(), end)
            if after and is_team(after.group()):
                teams, tail = (begin, match.start(), after.start(), after.end()), after.end()
        if teams is None:
            continue
        home, away = name_at(text, *teams[:2]), name_at(text, *teams[2:])
        result = Result(home, away, _pair(match), start=home.start, end=tail, score_span=match.span())
        _extras(view, text, result, end)
        return result
    return _level(view, text, start, end)


def _level(view: str, text: str, start: int, end: int) -> Result | None:
    """Return the result told as "ALFA 2 BETA 1" in a line of its own."""
    match = _LEVEL.match(view, start, end)
    if match is None or not all(is_team(match[side]) and match[side][0].isupper() for side in ("home", "away")):
        return None
    if not _ends(view, match.end(), end):
        return None
    home, away = name_at(text, *match.span("home")), name_at(text, *match.span("away"))
    score = int(match["hg"]), int(match["ag"])
    result = Result(home, away, score, start=home.start, end=match.end(), score_span=(match.start("hg"), match.end()))
    _extras(view, text, result, end)
    return result


def _ends(view: str, at: int, end: int) -> bool:
    """Whether nothing but a bracket follows in the line."""
    return not view[at:end].partition("(")[0].strip(" .")


def results(view: str, text: str, start: int, end: int) -> list[Result]:
    """Return the results told in the lines of ``view[start:end]``."""
    found: list[Result] = []
    for match in _LINE.finditer(view, start, end):
        if found and found[-1].end > match.start():
            continue
        stop = min(match.end(), match.start() + _MAX_RESULT_LINE)
        result = read_result(view, text, match.start(), stop) or read_stacked(view, text, match.start(), end)
        if result:
            found.append(result)
    return found


def whole_line(view: str, result: Result) -> Span:
    """Return the span of a result with what stands before it in its line."""
    return view.rfind("\n", 0, result.start) + 1, result.end


def read_stacked(view: str, text: str, start: int, end: int) -> Result | None:
    """Return the result told on two lines, each a side and its goals."""
    first = _STACKED.match(view, start, end)
    if first is None:
        return _score_below(view, text, start, end)
    begin = _GAP.match(view, first.end(), end)
    second = _STACKED.match(view, begin.end() if begin else first.end(), end)
    if second is None or "\n" not in view[first.end() : second.start()]:
        return None
    third = _STACKED.match(view, second.end() + 1)
    if third is not None or _STACKED.fullmatch(view[:start].rstrip().rpartition("\n")[2]):
        return None  # a list of marks, one a line
    home, away = name_at(text, *first.span("team")), name_at(text, *second.span("team"))
    score = int(first["goals"]), int(second["goals"])
    spans = (first.start("goals"), second.end())
    result = Result(home, away, score, start=home.start, end=second.end(), score_span=spans)
    bracket = re.compile(r"\s*\(").match(view, second.end())
    if bracket and not _letters_first(view, bracket.end()):
        _extras(view, text, result, min(len(view), second.end() + 60))
    return result


def _score_below(view: str, text: str, start: int, end: int) -> Result | None:
    """Return the result told over lines: "Alfa - Beta" and "2-1", or "Alfa", "2 - 1", "Beta"."""
    line = view.find("\n", start, end)
    if line < 0:
        return None
    score = _SCORE_LINE.match(view, line)
    if score is None:
        return None
    teams = _teams(view, start, line)
    close = score.end()
    if teams is None:
        below = _TEAM_LINE.match(view, score.end())
        alone = is_team(view[start:line]) and view[start].isupper() and not view[start:line].rstrip().endswith(".")
        if below is None or not alone or not is_team(below["team"]) or not below["team"][0].isupper():
            return None
        teams, close = (start, line, *below.span("team")), below.end()
    home, away = name_at(text, *teams[:2]), name_at(text, *teams[2:])
    goals = int(score["h"]), int(score["a"])
    result = Result(home, away, goals, start=home.start, end=close, score_span=score.span("score"))
    stop = view.find("\n", close)
    _extras(view, text, result, len(view) if stop < 0 else stop)
    return result


def _letters_first(view: str, at: int) -> bool:
    return view[at : at + 1].isalpha()
