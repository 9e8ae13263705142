"""Write core/lexicon/words/verb_forms.csv: every third-person and non-finite form of the verbs in verbs.toml.

Run from the project's root: ``python tools/build_verbs.py``.
"""

import csv
import tomllib
from pathlib import Path

WORDS = Path(__file__).parent.parent / "core" / "lexicon" / "words"
ENDINGS = {
    "are": {
        "pres": ("a", "ano"), "impf": ("ava", "avano"), "remote": ("ò", "arono"), "future": ("erà", "eranno"),
        "cond": ("erebbe", "erebbero"), "subj": ("i", "ino"), "subj_impf": ("asse", "assero"), "part": "at",
        "ger": "ando",
    },
    "ere": {
        "pres": ("e", "ono"), "impf": ("eva", "evano"), "remote": ("é", "erono"), "future": ("erà", "eranno"),
        "cond": ("erebbe", "erebbero"), "subj": ("a", "ano"), "subj_impf": ("esse", "essero"), "part": "ut",
        "ger": "endo",
    },
    "ire": {
        "pres": ("e", "ono"), "impf": ("iva", "ivano"), "remote": ("ì", "irono"), "future": ("irà", "iranno"),
        "cond": ("irebbe", "irebbero"), "subj": ("a", "ano"), "subj_impf": ("isse", "issero"), "part": "it",
        "ger": "endo",
    },
}  # fmt: skip
MOODS = {"cond": "cond", "subj": "sub", "subj_impf": "sub"}


def joined(stem: str, ending: str, group: str) -> str:
    """Stem and ending with the spelling kept: calci+i, gioc+erà → giocherà, lanci+erà → lancerà."""
    if group == "are" and ending[0] in "ei":
        if stem.endswith(("c", "g")):
            return stem + "h" + ending
        if stem.endswith(("ci", "gi", "sci", "gli")):
            return stem[:-1] + ending
        if stem.endswith("i") and ending[0] == "i":
            return stem[:-1] + ending
    return stem + ending


def plural(tense: str, singular: str) -> str:
    """The third person plural of an irregular singular."""
    if tense == "remote":
        return singular + "ro" if not singular.endswith("ì") else singular[:-1] + "irono"
    if tense == "future":
        return singular[:-1] + "anno"
    if tense in ("impf", "subj"):
        return singular + "no"
    return singular + "ro"


def forms(verb: str, odd: dict) -> list[tuple[str, str, str, str]]:
    """Return (form, mood, tense, number) of one verb; number is s, p or -, of participles ms, fs, mp or fp."""
    group = verb[-3:] if verb[-3:] in ENDINGS else "ere"
    stem = verb[:-3] if verb[-3:] in ENDINGS else odd.get("stem", verb[:-3])
    isc = group == "ire" and odd.get("isc", "pres" not in odd)
    out: list[tuple[str, str, str, str]] = []
    for tense, ending in ENDINGS[group].items():
        mood = MOODS.get(tense, "ind")
        if tense == "part":
            base = odd.get("part", joined(stem, ending + "o", group))[:-1]
            out += [
                (base + vowel, "part", "past", number)
                for vowel, number in zip("oaie", ("ms", "fs", "mp", "fp"), strict=True)
            ]
        elif tense == "ger":
            out.append((odd.get("ger", joined(stem, ending, group)), "ger", "pres", "-"))
        else:
            singular, several = (joined(stem, e, group) for e in ending)
            if isc and tense in ("pres", "subj"):
                singular, several = (
                    stem + ("isce" if tense == "pres" else "isca"),
                    stem + ("iscono" if tense == "pres" else "iscano"),
                )
            if tense == "cond" and "future" in odd:
                singular, several = odd["future"][:-1] + "ebbe", odd["future"][:-1] + "ebbero"
            elif tense in odd:
                singular = odd[tense]
                several = odd.get(
                    tense + "_pl", several if tense == "pres" and group != "are" else plural(tense, singular)
                )
            elif tense + "_pl" in odd:
                several = odd[tense + "_pl"]
            name = {"subj": "pres", "cond": "pres", "subj_impf": "impf"}.get(tense, tense)
            out += [(singular, mood, name, "s"), (several, mood, name, "p")]
            if tense == "remote" and group == "ere" and "remote" not in odd:
                out += [(stem + "ette", mood, name, "s"), (stem + "ettero", mood, name, "p")]
    out.append((verb, "inf", "pres", "-"))
    return out


def main() -> None:
    """Write the table, one row a form and verb, sorted."""
    data = tomllib.loads((WORDS / "verbs.toml").read_text("utf-8"))
    verbs = sorted(set(data["regular"].split()) | set(data["irregular"]))
    others = set(data["other_words"].split())
    rows = sorted(
        {
            (form, verb, *rest)
            for verb in verbs
            if not verb.endswith("rsi") and not verb.endswith("rsene")
            for form, *rest in forms(verb, data["irregular"].get(verb, {}))
            if form not in others or rest[0] in ("inf", "ger", "part")
        }
    )
    with (WORDS / "verb_forms.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(("form", "lemma", "mood", "tense", "number"))
        writer.writerows(rows)
    print(f"{len(verbs)} verbs, {len(rows)} forms")


if __name__ == "__main__":
    main()
