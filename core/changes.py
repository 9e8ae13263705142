"""Substitutions told in words: who comes on, who goes off, paired in the order told."""

from __future__ import annotations

from dataclasses import dataclass

from core.items import Item
from core.phrases import phrases
from core.reading import Reading
from core.vocabulary import words


@dataclass(slots=True)
class Change:
    """A substitution; -1 where the text does not tell the person."""

    in_: int
    out: int
    pos: int
    end: int
    weight: float = 1.0
    rule: str = "change"
    came_on: bool = False
    """Told in passing ("entrato da poco"): the time in force is not its own."""


class Changes:
    """Reads substitutions sentence by sentence."""

    def __init__(self, r: Reading) -> None:
        self.r = r
        self.g = words("clauses")
        self.table = phrases("actions", "phrases_changes")
        self.hurt = -1
        """Who was hurt last: "al suo posto" without a name is in his place."""

    def sentence(self, items: list[Item], previous: int, second_half: bool, timed: bool) -> list[Change]:
        """The substitutions of one sentence; ``previous`` is the person the text was at before it."""
        self.items = items
        tags = self._tags(items)
        if not tags:
            return self._bare(items)
        found: list[Change] = []
        ins: list[tuple[int, int]] = []
        outs: list[tuple[int, int]] = []
        role, since = "", -99
        strong = False
        used: set[int] = set()
        last = previous
        begin = None
        passing = weak = False
        k = 0
        while k < len(items):
            item = items[k]
            here = tags.get(k, {})
            if item.kind == "x" and item.low in ";.":
                role = ""
            if "not_change" in here and here["not_change"] >= max(
                (e for c, e in here.items() if c != "in_his_place"), default=0
            ):
                k = here["not_change"]
                role = ""
                continue
            if "swap" in here or "yield_to" in here:
                kind = "swap" if "swap" in here else "yield_to"
                end = here[kind]
                subject = self._subject(k, last)
                objects = self._list(end)
                if subject >= 0 and objects and subject not in objects:
                    for one in objects[:1]:
                        pair = (subject, one) if kind == "swap" else (one, subject)
                        found.append(Change(*pair, item.a, items[end].b if end < len(items) else item.b, 1.0, kind))
                    used |= {subject, *objects}
                    k = end
                    role = ""
                    continue
            if "in_his_place" in here:
                end = here["in_his_place"]
                if end < len(items) and items[end].low in ("da", "dal"):
                    end += 1
                ahead = next(
                    (
                        j
                        for j in range(end, min(end + 5, len(items)))
                        if items[j].kind == "p" or items[j].low in (",", ".", ";")
                    ),
                    end,
                )
                end = ahead if ahead < len(items) and items[ahead].kind == "p" else end
                objects = self._list(end)
                gone = self._gone(k, outs, last)
                if objects and gone >= 0:
                    found.append(Change(objects[0], gone, item.a, items[end].b, 1.0, "in_his_place"))
                    used |= {objects[0], gone}
                    outs = [o for o in outs if o[0] != gone]
                    role = ""
                    k = end
                    continue
            if "came_on" in here and "in_next" not in here or ("came_on" in here and self._participle(item)):
                subject = self._subject(k, last)
                if subject >= 0 and subject not in used:
                    ins.append((subject, item.a))
                    used.add(subject)
                    strong = passing = True
                    begin = item.a if begin is None else begin
                role, since = "came_on", here["came_on"]
                k = since
                continue
            if "instead" in here:
                role, since = "out", here["instead"]
                subject = self._subject(k, -1)
                if not ins and subject >= 0 and subject not in used:
                    ins.append((subject, items[k].a))
                    used.add(subject)
                strong = True
                begin = item.a if begin is None else begin
                k = since
                continue
            if (
                "out_next" in here
                and ("in_next" not in here or here["out_next"] >= here["in_next"])
                and self._live(item)
            ):
                role, since = "out", here["out_next"]
                begin = item.a if begin is None else begin
                if not self._list(since) and item.lemmas & {"uscire", "lasciare", "abbandonare"}:
                    subject = self._subject(k, -1)
                    if subject >= 0 and subject not in used:
                        outs.append((subject, item.a))
                        used.add(subject)
                if (
                    not self._list(since)
                    and any(f.mood == "part" for f in item.verb)
                    and item.lemmas & {"sostituire", "richiamare", "rimpiazzare", "avvicendare"}
                ):
                    for who in self._listed_before(k):
                        if who not in used:
                            outs.append((who, item.a))
                            used.add(who)
                    strong = True
                if item.low == "fuori" and not self._list(since):
                    role = ""
                k = max(since, k + 1)
                continue
            if "in_weak" in here and "in_next" not in here:
                here = {**here, "in_next": here["in_weak"]}
                weak = True
            if "in_next" in here and self._live(item):
                role, since = "in", here["in_next"]
                begin = item.a if begin is None else begin
                strong = (
                    strong
                    or bool(item.lemmas & {"entrare", "subentrare", "inserire"})
                    or item.low in ("dentro",)
                    or here["in_next"] - k > 1
                )
                if not self._list(since) and item.lemmas & {"entrare", "subentrare", "esordire"}:
                    subject = self._subject(k, -1)
                    if subject >= 0 and subject not in used:
                        ins.append((subject, item.a))
                        used.add(subject)
                k = max(since, k + 1)
                continue
            if (
                item.kind == "w"
                and item.low == "per"
                and ins
                and role in ("in", "came_on", "")
                and k + 1 < len(items)
                and self._list(k + 1)
            ):
                role, since = "out", k + 1
                strong = True
            elif item.kind == "p":
                listed = (
                    item.governed in ("", "a", "ad", "di", "per", "con", "su")
                    or item.governed in self.g.of
                    or item.governed in self.g.to
                )
                if (
                    role in ("in", "out")
                    and listed
                    and k - since <= 9
                    and item.person not in used
                    and not (item.governed == "con" and role == "out")
                ):
                    (ins if role == "in" else outs).append((item.person, item.a))
                    used.add(item.person)
                    since = k
                last = item.person
            elif item.kind == "w" and role and item.finite and k - since > 1:
                role = ""
            k += 1
        if self.pregame(items) and not second_half:
            for change in found:
                change.weight -= 0.6
        if ins or outs:
            pairs = self._pair(ins, outs, begin if begin is not None else items[0].a, strong, second_half or timed)
            for change in pairs:
                change.came_on = passing
                if weak and not strong and (change.in_ < 0 or change.out < 0):
                    change.weight -= 0.5
            found += pairs
        return found + [c for c in self._bare(items) if not any({c.in_, c.out} & {f.in_, f.out} - {-1} for f in found)]

    def pregame(self, items: list[Item]) -> bool:
        """Whether the sentence tells who starts, not who comes on."""
        lows = {it.low for it in items}
        return bool(lows & words("changes").pregame) or any(
            it.kind == "w" and it.low == "dal" and k + 2 < len(items) and items[k + 1].low == "primo"
            for k, it in enumerate(items)
        )

    def _participle(self, item: Item) -> bool:
        return any(f.mood == "part" for f in item.verb) or not item.verb

    def _live(self, item: Item) -> bool:
        """A trigger that is told as done: not an infinitive of intent, a conditional or a noun."""
        if not item.verb:
            return True
        return any(f.mood in ("ind", "part", "ger", "inf") for f in item.verb)

    def _tags(self, items: list[Item]) -> dict[int, dict[str, int]]:
        at = {it.a: k for k, it in enumerate(items)}
        at[items[-1].b if items else 0] = len(items)
        out: dict[int, dict[str, int]] = {}
        for k, item in enumerate(items):
            if item.kind != "w":
                continue
            found = self.table.at(self.r.toks, item.a, items[-1].b)
            here = {c: at[e] for c, e in found.items() if e in at}
            if here:
                out[k] = here
        return out

    def _subject(self, k: int, fallback: int) -> int:
        """The person just before item ``k`` in its clause, else the fallback."""
        for j in range(k - 1, max(-1, k - 8), -1):
            it = self.items[j]
            if it.kind == "p" and (
                it.governed in ("", "di", "per", "con", "a")
                or self.items[k - 1].kind == "p"
                or self.items[j + 1].low in (",", "che")
            ):
                return it.person
            if it.kind == "x" and it.low in ";.:":
                break
        return fallback

    def _listed_before(self, k: int) -> list[int]:
        """The people joined by "e" and commas who are the subject of the passive at ``k``."""
        out: list[int] = []
        j = k - 1
        while j >= 0 and not (self.items[j].kind == "p"):
            if self.items[j].kind == "x":
                return []
            j -= 1
        while j >= 0 and (self.items[j].kind == "p" or self.items[j].low in ("e", "ed", ",")):
            if self.items[j].kind == "p":
                out.insert(0, self.items[j].person)
            j -= 1
        return out

    def _list(self, k: int) -> list[int]:
        """The people that follow at ``k``, joined by commas and "e", determiners and roles skipped."""
        out: list[int] = []
        gap = 0
        while k < len(self.items):
            it = self.items[k]
            if it.kind == "p":
                out.append(it.person)
                gap = 0
            elif it.low in (",", "e", "ed", "anche", "poi") or it.kind == "w" and not it.finite and gap < 4 and (it.low not in self.g.prepositions or not out):
                gap += 1
            else:
                break
            if gap > 4:
                break
            k += 1
        return out

    def _gone(self, k: int, outs: list[tuple[int, int]], last: int) -> int:
        if outs:
            return outs[-1][0]
        if not any(it.kind == "p" for it in self.items[:k]) and self.hurt >= 0:
            return self.hurt
        for j in range(k - 1, -1, -1):
            if self.items[j].kind == "p":
                return self.items[j].person
        return last

    def _pair(
        self, ins: list[tuple[int, int]], outs: list[tuple[int, int]], begin: int, strong: bool, second_half: bool
    ) -> list[Change]:
        end = self.items[-1].b
        weight = 1.0 if ins and outs else 0.7 if strong else 0.4
        if not second_half:
            weight -= (0.15 if (ins and outs) or strong else 0.3) + (0.5 if self.pregame(self.items) else 0.0)
        out: list[Change] = []
        for k in range(max(len(ins), len(outs))):
            a = ins[k] if k < len(ins) else (-1, begin)
            b = outs[k] if k < len(outs) else (-1, begin)
            if a[0] != b[0]:
                out.append(Change(a[0], b[0], max(begin, min(a[1], b[1])), end, weight, "in_out"))
        return out

    def _bare(self, items: list[Item]) -> list[Change]:
        """ "Dalipi per Bruzzone", "Serra e Romano per Costa e Baldi": names and "per" with nothing that plays the ball."""
        self.items = items
        out = []
        for k in range(1, len(items) - 1):
            if items[k].low != "per" or items[k - 1].kind != "p" or items[k + 1].kind != "p":
                continue
            clause = self._clause(k)
            plays = any(
                it.has("pass_verb", "pass_noun", "attempt_verb", "attempt_noun", "goal_verb", "goal_noun", "state_team")
                for it in clause
            )
            if (
                plays
                or any(it.finite and it.low not in ("c'è", "è") for it in clause)
                or any(it.kind == "s" for it in items[k : k + 8])
            ):
                continue
            ins, j = [items[k - 1].person], k - 2
            while j > 0 and items[j].low in ("e", "ed", ",") and items[j - 1].kind == "p":
                ins.insert(0, items[j - 1].person)
                j -= 2
            outs, j = [items[k + 1].person], k + 2
            while (
                j + 1 < len(items)
                and items[j].low in ("e", "ed", ",")
                and items[j + 1].kind == "p"
                and len(outs) < len(ins)
            ):
                outs.append(items[j + 1].person)
                j += 2
            for x, y in zip(ins, outs, strict=False):
                if x != y:
                    out.append(Change(x, y, items[k - 1].a, items[k + 1].b, 0.9, "x_per_y"))
        return out

    def _clause(self, k: int) -> list[Item]:
        a, b = k, k
        while a > 0 and not (self.items[a - 1].kind == "x" and self.items[a - 1].low in ",;:."):
            a -= 1
        while b + 1 < len(self.items) and not (self.items[b + 1].kind == "x" and self.items[b + 1].low in ",;:."):
            b += 1
        return self.items[a : b + 1]
