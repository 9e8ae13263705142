"""Expressions of time as they are written, found on characters; pure functions, no state of the match."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from core.knowledge import lexicon


@dataclass(frozen=True, slots=True)
class TimeExpr:
    """One expression of time at ``[start, end)`` of the view.

    ``kind``: absolute (``value`` = minute as written, ``half`` 1–4 when the words say it), delta (minutes after the
    event before), from_end (minutes before the end of the half), stoppage (``value`` may be None), start (minutes after
    the start of a half), interval (half time), unknown (a stretch such as "nel finale").
    """

    start: int
    end: int
    kind: str
    value: int | None = None
    half: int | None = None
    added: int | None = None
    approx: bool = False
    bracket: bool = False


@lru_cache(1)
def number_words() -> dict[str, int]:
    """Italian number words, cardinal and ordinal, up to 120."""
    w: dict[str, Any] = lexicon().words["time"]
    out: dict[str, int] = dict(w["units"])
    for ten, value in w["tens"].items():
        out[ten] = value
        for unit, n in w["units"].items():
            if 1 <= n <= 9 and unit not in ("un", "una"):
                joined = ten[:-1] + unit if unit in ("uno", "otto") else ten + unit
                out[joined] = value + n
                if unit == "uno":
                    out[ten[:-1] + "un"] = value + n
                if unit == "tre":
                    out[ten + "tré"] = value + n
    out["cento"] = 100
    for word, value in list(out.items()):
        if value > 10:
            stem = word if word.endswith(("tre", "sei")) else word[:-1]
            for end in ("esimo", "esima"):
                out[stem + end] = value
                out[stem.replace("tré", "tre") + end] = value
    out |= w["ordinals"]
    return out


@lru_cache(1)
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    words = sorted((w for w in number_words()), key=len, reverse=True)
    cardinals = [
        w for w in words if not w.endswith(("esimo", "esima")) and w not in lexicon().words["time"]["ordinals"]
    ]
    n = r"(?P<n>\d{1,3}|" + "|".join(cardinals) + ")"
    ordinal = "|".join(w for w in words if w.endswith("esimo") or w in lexicon().words["time"]["ordinals"])
    half = (
        r"(?P<half>\s*(?:(?:del|della|nel|nella|di)\s+)?(?:st\b|s\.\s?t\.?|2t\b|ripresa|secondo tempo|seconda frazione|pt\b|p\.\s?t\.?|1t\b"
        r"|primo tempo|prima frazione|primo supplementare|primo tempo supplementare|secondo supplementare|secondo tempo supplementare|pts\b|p\.t\.s\.?|sts\b|s\.t\.s\.?))?"
    )
    mark = r"\s?(?:'{1,2}|°|\u02da|''|\"|esimo\b|º)"
    minuti = r"(?:minut[oi]|min\.?|giri? (?:di|d') ?(?:lancett[ae]|orologio)|primi)"
    return [
        ("plus", re.compile(rf"\b(?P<m>45|90|105|120){mark}?\s?\+\s?(?P<added>\d{{1,2}})(?!\d){mark}?{half}")),
        ("stop_of", re.compile(
            rf"\b(?P<at>al|all'|nel|dopo|del)?\s?(?P<n>\d{{1,2}}|{ordinal}|{'|'.join(cardinals)})(?:{mark})?\s*(?:{minuti})?\s*(?:di|del) recupero(?P<half>\s+(?:del|della|nel) (?:primo tempo|prima frazione|secondo tempo|ripresa))?")),
        ("from_end", re.compile(
            rf"\ba (?:poco più di |meno di |soli |sole |appena |circa )?{n}(?: {minuti}|')? (?:dalla fine|dal termine|dal novantesimo|dal 90{mark}?|dal gong|dal triplice fischio|dal fischio finale|dalla conclusione|dallo scadere|dalla sirena)(?P<rest> (?:del|della) (?:primo tempo|tempo|ripresa|secondo tempo))?")),
        ("quarter_end", re.compile(r"\ba (?:un quarto d'ora|mezz'ora|venti minuti) (?:dalla fine|dal termine|dal novantesimo|dal 90)")),
        ("before_break", re.compile(rf"\ba (?:poco più di |meno di |soli |appena |circa )?{n}(?: {minuti}|')? (?:dall'intervallo|dal riposo|dalla pausa|dal tè)")),
        ("absolute", re.compile(rf"(?P<open>\()?(?<![\d.,/-])\b(?:minuto )?(?P<m>\d{{1,3}}){mark}(?!\d)(?<!°(?= gol))(?<!°(?= rete))(?! (?:giornata|posto|edizione|turno))(?:\s?(?:minuto|min\b\.?))?{half}")),
        ("st_first", re.compile(r"\b(?P<half>st|s\.t\.|pt|p\.t\.)\s(?P<m>\d{1,2})'")),
        ("minute_word", re.compile(rf"\b(?:al |nel |il )?minuto (?P<m>\d{{1,3}}|{'|'.join(w for w in words)})\b{half}")),
        ("ordinal_minute", re.compile(rf"\b(?P<m>{ordinal}) minuto\b(?! di recupero){half}")),
        ("bare_minuto", re.compile(rf"\b(?:al|all') ?(?P<m>\d{{1,3}}) minuto\b{half}")),
        ("ordinal_bare", re.compile(rf"\b(?:al|all'|dal|nel|del) ?(?P<m>{'|'.join(w for w in words if w.endswith('esimo'))})\b(?! (?:post|gol|minuto))(?: minuto)?{half}")),
        ("quarter", re.compile(r"\b(?P<near>poco (?:dopo|prima|oltre)|appena (?:dopo|prima|oltre|passat[oa])|(?:attorno|intorno|verso)|prima|passat[oa]|superat[oa]|oltre|scoccat[oa])?\s?(?P<prep>al|il|del|dal|allo|dopo (?:un|il)|poco dopo (?:un|il)|verso il|entro il)\s(?P<what>primo quarto d'ora|quarto d'ora|quarto d’ora)(?! (?:dalla|dal|di|a|in|finale|abbondante)\b)(?P<half> (?:della|del) (?:ripresa|secondo tempo|primo tempo))?")),
        ("half_hour", re.compile(r"\b(?P<near>poco (?:dopo|prima|oltre)|appena (?:dopo|prima|oltre|passata)|(?:attorno|intorno|verso)|prima|passata|superata|oltre|scoccata)?\s?(?P<prep>alla|la|della|dalla|dopo(?: una)?|dopo la|verso la|di)\s(?P<what>mezz'ora|mezzora|mezz’ora)(?! (?:dalla|dal|di (?:calcio|sofferenza|dominio)|abbondante|finale)\b)(?P<half> (?:della|del) (?:ripresa|secondo tempo|primo tempo))?")),
        ("hour", re.compile(r"\b(?:all'|dopo (?:un'|l')|poco dopo l'|attorno all'|intorno all'|scoccata l'|allo scoccare dell')ora (?:esatta )?di gioco\b|\b(?:allo scoccare dell'ora|dopo un'ora)\b")),
        ("delta", re.compile(
            rf"\b(?:{n}|(?P<one>sessanta secondi|60 secondi|60''|un attimo|pochi secondi|trenta secondi|30 secondi))(?: {minuti}|'|(?<=secondi)|(?<=60'')|(?<=attimo)) (?:dopo\b(?! (?:il|la|l') ?(?:fischio|via|inizio|intervallo|riposo|ripresa)\b)|più tardi|appresso|ancora e\b|di più e)")),
        ("dozen", re.compile(r"\buna (?P<dozen>decina|quindicina|ventina) di minuti (?:dopo|più tardi)")),
        ("passes", re.compile(
            rf"\b(?:passano|trascorrono|passa|bastano|ne passano|servono|corrono|trascorre|passati|trascorsi|passato|trascorso)(?: però| quindi| poi| infatti| invece)?(?: appena| solo| soltanto| altri| altre| poco più di| nemmeno| neanche| giusto| ancora| pochi| circa)* {n}(?: {minuti}|')?")),
        ("inside", re.compile(rf"\b(?:nel giro di|nello spazio di|nell'arco di)(?: appena| soli| pochi)* {n} (?:{minuti})")),
        ("after", re.compile(
            rf"\b(?:dopo|a distanza di)(?: appena| solo| soltanto| soli| nemmeno| neanche| circa| altri| poco più di| i primi)* {n}(?: {minuti}|'|°)(?P<of> (?:di gioco|dal via|dall'inizio|dal fischio|di gara|di partita|dalla ripresa|della ripresa|di ripresa|dall'intervallo|dal rientro|di secondo tempo|netti|scarsi|dall'avvio))?")),
        ("at_start", re.compile(r"\b(?:al primo minuto|al primo giro di lancette|al 1 minuto|dopo pochi secondi|alla prima azione)\b")),
        ("stoppage", re.compile(
            r"\b(?:nel|in pieno|in|durante il|nei minuti di|nell'ultimo minuto di|nel primo minuto di|all'inizio del|a|nell'extra|nel pieno del|dentro il)\s(?:pieno |lungo |maxi )?recupero(?P<half> (?:del|della|di) (?:primo tempo|prima frazione|secondo tempo|ripresa))?"
            r"|\b(?:allo scadere|sul gong|al fotofinish|al 90 e oltre|all'ultimo (?:minuto|secondo|respiro|istante)|in pieno extra time|in zona cesarini|sulla sirena|a tempo scaduto|oltre il novantesimo|oltre il 90')(?P<half2> (?:del|della|di) (?:primo tempo|tempo|prima frazione|secondo tempo|ripresa))?")),
        ("interval", re.compile(r"\b(?:nell'intervallo|(?<!fino )(?<!va )(?<!vanno )(?<!sino )all'intervallo|durante l'intervallo|dopo l'intervallo|negli spogliatoi|ad? inizio (?:di )?ripresa|in avvio di ripresa|all'inizio della ripresa|dall'inizio della ripresa|al rientro (?:in campo|dagli spogliatoi)|all'avvio della ripresa|in apertura di ripresa|dopo il riposo|in principio di ripresa|dal primo minuto della ripresa|per la ripresa|la ripresa (?:si apre|comincia|inizia)|all'inizio del secondo tempo|a inizio secondo tempo|il secondo tempo (?:si apre|comincia|inizia))\b")),
        ("bare_al", re.compile(r"\b(?:al|all')\s?(?P<m>\d{1,2})(?= (?:con|è|il|lo|la|l'|ci|un|una|arriva|quando|per|di|su|si|ancora|punizione|tiro|gol|esce|entra|cross|grande|palla|corner)\b| [A-ZÀ-Ý]|[,:;])")),
    ]  # fmt: skip


def _to_int(text: str) -> int | None:
    text = text.strip().lower()
    return int(text) if text.isdigit() else number_words().get(text)


def _cardinal(text: str) -> int | None:
    """The value of a figure or a cardinal; None for an ordinal."""
    word = text.strip().lower()
    return None if word in lexicon().words["time"]["ordinals"] or word.endswith("esimo") else _to_int(word)


def _half(text: str | None) -> int | None:
    if not text:
        return None
    t = re.sub(r"[\s.]", "", text.lower())
    if "supplementare" in t or t.endswith("ts"):
        return 4 if "secondo" in t or "sts" in t else 3
    if any(x in t for x in ("ripresa", "secondo", "seconda")) or t in ("st", "2t") or t.endswith("st"):
        return 2
    return 1 if t not in ("deltempo",) else None


def find_times(text: str) -> list[TimeExpr]:
    """All expressions of time in a view, in order, without overlaps (the pattern listed first wins)."""
    low = text.lower()
    taken = bytearray(len(low))
    out: list[TimeExpr] = []
    for kind, pattern in _patterns():
        for m in pattern.finditer(text if kind == "bare_al" else low):
            if any(taken[m.start() : m.end()]):
                continue
            expr = _expr(kind, m)
            if expr is None:
                continue
            taken[m.start() : m.end()] = b"\1" * (m.end() - m.start())
            out.append(expr)
    return sorted(out, key=lambda e: e.start)


def _expr(kind: str, m: re.Match[str]) -> TimeExpr | None:
    g = m.groupdict()
    half = _half(g.get("half") or g.get("half2"))
    at = (m.start(), m.end())
    if kind == "plus":
        base = int(g["m"])
        return TimeExpr(
            *at, "absolute", base, half or (1 if base == 45 else 2 if base == 90 else None), int(g["added"])
        )
    if kind in ("absolute", "st_first", "minute_word", "ordinal_minute", "bare_minuto", "ordinal_bare", "bare_al"):
        value = _to_int(g["m"])
        if value is None or value > 130 or (value == 0):
            return None
        return TimeExpr(*at, "absolute", value, half, bracket=bool(g.get("open")))
    if kind == "stop_of":
        value = _to_int(g["n"])
        if value is None or value >= 20:
            return None
        told = g.get("at") is not None or _to_int(g["n"]) != _cardinal(g["n"])
        return TimeExpr(*at, "stoppage" if told else "unknown", None, half, value)
    if kind in ("from_end", "before_break"):
        value = _to_int(g["n"])
        first = (
            kind == "before_break" or "primo" in (g.get("rest") or "") or (g.get("rest") or "").strip() == "del tempo"
        )
        return (
            TimeExpr(*at, "from_end", value, 1 if first else 2, approx=True)
            if value is not None and value <= 45
            else None
        )
    if kind == "quarter_end":
        return TimeExpr(
            *at, "from_end", 15 if "quarto" in m.group() else 20 if "venti" in m.group() else 30, 2, approx=True
        )
    if kind in ("quarter", "half_hour"):
        base = 15 if kind == "quarter" else 30
        near = " ".join(filter(None, (g.get("near"), g.get("prep"))))
        shift = (
            1
            if "dopo la" in near
            or "poco dopo" in near
            or "appena" in near
            or "oltre" in near
            or "passat" in near
            or "superat" in near
            else -1
            if "prima" in near
            else 0
        )
        return TimeExpr(*at, "absolute", base + shift, half, approx=True)
    if kind == "hour":
        return TimeExpr(*at, "absolute", 60, 2, approx=True)
    if kind == "delta":
        value = (0 if "attimo" in g["one"] or "pochi" in g["one"] else 1) if g.get("one") else _to_int(g["n"])
        return TimeExpr(*at, "delta", value) if value is not None and value <= 45 else None
    if kind == "dozen":
        return TimeExpr(*at, "delta", {"decina": 10, "quindicina": 15, "ventina": 20}[g["dozen"]], approx=True)
    if kind in ("passes", "inside"):
        value = _to_int(g["n"])
        return (
            TimeExpr(*at, "delta" if kind == "passes" else "unknown", value)
            if value is not None and value <= 45
            else None
        )
    if kind == "after":
        value = _to_int(g["n"])
        if value is None or value > 45:
            return None
        of = (g.get("of") or "").strip()
        if of:
            return TimeExpr(
                *at,
                "start",
                value,
                2 if any(x in of for x in ("ripresa", "intervallo", "rientro", "secondo")) else None,
            )
        return TimeExpr(*at, "after", value)
    if kind == "at_start":
        return TimeExpr(*at, "absolute", 1, None)
    if kind == "stoppage":
        return TimeExpr(*at, "stoppage", None, half, None, approx=True)
    if kind == "interval":
        return TimeExpr(*at, "interval", 46, 2, approx=True)
    return None
