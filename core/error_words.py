"""What is said of the errors of corrections and of own entries, by code."""

from __future__ import annotations

from core.i18n import mark

ERRORS = {
    "correction-empty": mark("The name is empty: write who or what it is."),
    "correction-long": mark("A name has at most {limit} characters."),
    "correction-words": mark("Choose the words of the text first."),
    "correction-marked": mark("These words are marked already: choose the name in the text."),
    "correction-lost": mark("The reading has changed meanwhile and no longer holds what you corrected: look again."),
    "correction-score": mark("«{value}» is no score: write it as 2-1."),
    "correction-date": mark("«{value}» is no date: write it as 25/01/2020."),
    "correction-number": mark("«{value}» is no number of people."),
    "correction-sides": mark("«{value}» cannot play itself: name two sides."),
    "correction-minute": mark("{value} is no minute of a match: write 1 to {limit}."),
    "correction-added": mark("{value} is too much added time: write 1 to {limit}."),
    "correction-detail": mark("«{value}» does not go with this kind of event."),
    "correction-other": mark("There is no second person in this kind of event: leave «{value}» out."),
    "correction-team": mark("«{value}» does not play: choose one of the two sides."),
    "entry-kind": mark("«{value}» is no kind of entry. Possible are: {allowed}."),
    "entry-field": mark("«{value}» is not known here. Possible are: {allowed}."),
    "entry-missing": mark("Something is missing: {value}."),
    "entry-season": mark("«{value}» is no season: write it as {allowed}."),
    "entry-position": mark("«{value}» is no position: write {allowed}."),
    "entry-number": mark("«{value}» is no shirt number: write {allowed}."),
    "entry-long": mark("«{value}…» is too long: at most {allowed} characters."),
    "entry-columns": mark("The first line must name the columns, one of them «nome» or «name»; here it is «{value}»."),
    "entry-rows": mark("The file has more than {allowed} lines: divide it."),
    "entry-file": mark("This file holds no entries: choose a JSON file that was exported here."),
}
