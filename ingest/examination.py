"""Who says each turn of a transcript, to whom, and what kind of turn it is.

    question   Q, by whoever examines, to the witness
    answer     A; and THE WITNESS while a question is pending: after an objection, the question is still the examiner's
    colloquy   everybody else, the examiner under his own name, and THE WITNESS with no question pending

The examiner is who the last by-line names. Where pages are missing before a turn, the next by-line of the same stretch names
him, then the transcript's own index, then whoever examined before, unless he is the one who objects here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.address import addressees
from ingest.cast import Cast, Member, label_key, name_case
from ingest.document import Document
from ingest.segment import Party, Segment, SegmentKind
from ingest.turns import Turn
from ingest.when import When
from ingest.witness_index import Entry, entry_at, read_head

_WITNESS = re.compile(r"(?:THE\s)?(?:WITNESS|DEPONENT)", re.IGNORECASE)
_OBJECTION = re.compile(
    r"(?:\A|[.?!,;-]\s*)(?:(?:the|same|so|and|well|wait|again|okay|sorry|excuse|me|renew|my|standing|continuing|hold|on|form|i['’]?m|going|to)\W+)*objections?\b|"
    r"\bI(?:['’]ll|['’]m\sgoing\sto|\swill|\swould|\sdo|\smust|\shave\sto)?\s+(?:also\s)?object\b|\A\s*object\b|"
    r"\A\s*(?:same|vague|asked\sand\sanswered|form|foundation|lacks|calls\sfor|misstates|mischaracterizes|compound|leading|hearsay|argumentative|overbroad)\b",
    re.IGNORECASE,
)
_LEAVE = re.compile(
    r"\bgo\sahead\b|\b(?:you\s(?:can|may)|to\sthe\sextent\syou\scan)\b.{0,20}\banswer\b|\banswer\sthe\squestion\b",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(r"(?:--|—|–|\.\.\.)[\"”]?\s*\Z")


@dataclass(slots=True)
class _Floor:
    """Who has the floor while the turns are gone through. ``examiner`` is a label; ``asker`` who last asked the witness something
    in colloquy; ``pending`` is True from a question to its answer; ``inferred`` where no by-line or index names the examiner."""

    witness: str = ""
    examiner: str = ""
    asker: Member | None = None
    pending: bool = False
    inferred: bool = False


def attributed(
    document: Document, turns: Sequence[Turn], cast: Cast, index: Sequence[Entry], when: When | None
) -> list[Segment]:
    """A segment for every turn that somebody says."""
    return list(_Hearing(document, turns, cast, index, when).segments())


class _Hearing:
    """One pass over the turns of a sitting."""

    def __init__(
        self, document: Document, turns: Sequence[Turn], cast: Cast, index: Sequence[Entry], when: When | None
    ) -> None:
        self.document, self.turns, self.cast, self.index, self.when = document, turns, cast, index, when
        self.has_answers = any(turn.form in ("question", "answer") for turn in turns)
        self.floor = _Floor(witness=self._only_witness())

    def segments(self) -> Iterator[Segment]:
        for i, turn in enumerate(self.turns):
            if turn.apart or i == 0:
                self._find_floor(i)
            if turn.examiner:
                self.floor.examiner, self.floor.inferred = turn.examiner, False
            if self._is_by_line(i):
                self.floor.examiner, self.floor.inferred = label_key(turn.who.of(self.document.text) if turn.who else ""), False
            elif turn.form == "oath" and turn.who is not None:
                self.floor.witness = self.cast.witness(name_case(turn.who.of(self.document.text)))
                self.floor.pending, self.floor.asker = False, None
            elif turn.form in ("question", "answer", "name", "text"):
                yield self._segment(i, turn)

    def _is_by_line(self, i: int) -> bool:
        """A name by itself before a question names who examines: "EXAMINATION BY" may stand on the line before it."""
        turn, after = self.turns[i], self.turns[i + 1 : i + 2]
        return turn.form == "name" and not turn.words and bool(after) and after[0].form == "question"

    def _only_witness(self) -> str:
        """The one whose deposition it is; else the one whom the examiner calls by name."""
        if len(self.cast.witnesses) == 1:
            return self.cast.witnesses[0]
        called = {entry.witness for entry in self.index}
        return called.pop() if len(called) == 1 else self._called_by_name()

    def _called_by_name(self) -> str:
        """Who is called "Dr. Lee" in questions, where one name alone is called so and it is no lawyer's."""
        form = re.compile(r"(?:\A|[,.]\s+)((?:Mr|Ms|Mrs|Dr|Miss)\.\s+[A-Z][\w'’-]+)(?=,|[?.]\s*\Z)")
        questions = [self.document.words(turn.words) for turn in self.turns if turn.form == "question"]
        called = {match for words in questions for match in form.findall(words)}
        names = {label_key(name) for name in called} - set(self.cast.labels)
        return name_case(names.pop()) if len(names) == 1 else ""

    def _find_floor(self, i: int) -> None:
        """Who is examined, and by whom, at the top of a page that does not follow from what stands before it."""
        page = self.turns[i].page
        entry = entry_at(self.index, page.leaf) or read_head(self.document.page(page.number).furniture, page.number)
        if entry is not None:
            self.floor.witness = self.cast.witness(entry.witness)
        self.floor.pending, self.floor.asker = self.has_answers and self.turns[i].apart, None
        named = self._examiner_ahead(i) or (self.cast.examiner(entry.examiner) if entry else "")
        self.floor.examiner, self.floor.inferred = named or self._examiner_before(i), not named

    def _stretch(self, i: int) -> list[Turn]:
        """The turns from ``i`` to the next break."""
        end = next((j for j in range(i + 1, len(self.turns)) if self.turns[j].apart), len(self.turns))
        return list(self.turns[i:end])

    def _examiner_ahead(self, i: int) -> str:
        """Whom the first by-line names, unless a new examination begins before it."""
        for turn in self._stretch(i):
            if turn.form in ("heading", "oath"):
                return ""
            if turn.examiner:
                return turn.examiner
        return ""

    def _examiner_before(self, i: int) -> str:
        """Whoever examined last, if somebody did and does not object here; else the only one who examines at all."""
        if i == 0 and not self.turns[0].apart:
            return ""
        objecting = {
            label_key(turn.who.of(self.document.text))
            for turn in self._stretch(i)
            if turn.form == "name" and turn.who is not None and _OBJECTION.search(self.document.words(turn.words))
        }
        if self.floor.examiner and label_key(self.floor.examiner) not in objecting:
            return self.floor.examiner
        others = {label_key(turn.examiner) for turn in self.turns if turn.examiner}
        left = (others or self._lawyers_who_do_not_object()) - objecting
        return left.pop() if len(left) == 1 else ""

    def _lawyers_who_do_not_object(self) -> set[str]:
        """Where no by-line is filed: lawyers who speak under their own name and never object, if another does."""
        heard: dict[str, bool] = {}
        for turn in self.turns:
            if turn.form == "name" and turn.who is not None:
                key = label_key(turn.who.of(self.document.text))
                if self.cast.member(key).role.startswith("counsel"):
                    heard[key] = heard.get(key, False) or _OBJECTION.search(self.document.words(turn.words)) is not None
        return {key for key, objects in heard.items() if not objects} if any(heard.values()) else set()

    def _segment(self, i: int, turn: Turn) -> Segment:
        if turn.form == "question":
            return self._question(turn, "question label", 0.98 if turn.sure else 0.8)
        if turn.form == "answer":
            return self._answer(turn, "answer label", 0.98 if turn.sure else 0.8)
        if turn.form == "text":
            return self._fragment(i, turn)
        return self._witness(turn) if self._is_witness(turn) else self._colloquy(turn)

    def _is_witness(self, turn: Turn) -> bool:
        """True for THE WITNESS, and for a label with the name of whoever is examined, if no lawyer has it."""
        label = " ".join(turn.who.of(self.document.text).split()) if turn.who is not None else ""
        if not label or _WITNESS.fullmatch(label):
            return bool(label)
        name, witness = self.cast.member(label).name, self.floor.witness
        surname = label_key(label).split()[-1]
        unnamed = label_key(name) == label_key(label)
        return bool(witness) and (name == witness or (unnamed and surname == witness.upper().split()[-1]))

    def _question(self, turn: Turn, rule: str, confidence: float) -> Segment:
        self.floor.pending, self.floor.asker = True, None
        return self._made("question", turn, self._examiner(turn), (self._witness_party(None),), rule, confidence)

    def _answer(self, turn: Turn, rule: str, confidence: float) -> Segment:
        self.floor.pending, self.floor.asker = _UNFINISHED.search(self.document.words(turn.words)) is not None, None
        return self._made("answer", turn, self._witness_party(turn), (self._examiner(None),), rule, confidence)

    def _witness(self, turn: Turn) -> Segment:
        """An answer while a question is pending, unless somebody else has asked the witness something in between."""
        if self.floor.asker is not None:
            asker, self.floor.asker = self.floor.asker, None
            to = (Party("", asker.name, role=asker.role),) if asker.name else ()
            return self._made("colloquy", turn, self._witness_party(turn), to, "witness replies in colloquy", 0.85)
        if self.floor.pending:
            return self._answer(turn, "witness, question pending", 0.95)
        speaker = Member(self.floor.witness, "witness")
        named = addressees(self.document, turn.words, self.cast, speaker, "")
        return self._made("colloquy", turn, self._witness_party(turn), named, "witness, no question pending", 0.9)

    def _colloquy(self, turn: Turn) -> Segment:
        label = turn.who.of(self.document.text) if turn.who is not None else ""
        member = self.cast.member(label)
        words = self.document.words(turn.words)
        to = addressees(self.document, turn.words, self.cast, member, self.floor.witness)
        if self.floor.asker is not None and member != self.floor.asker and not _OBJECTION.search(words):
            self.floor.asker = None  # somebody else took the question for theirs
        if member.role != "reporter" and self._asks_witness(words, member, to):
            self.floor.asker = member
        elif self.has_answers and (member.role == "reporter" or _OBJECTION.search(words) or _LEAVE.search(words)):
            self.floor.pending, self.floor.asker = True, None
        author = Party(" ".join(label.split()), member.name, span=turn.who, role=member.role)
        return self._made("colloquy", turn, author, to, "label", 0.98 if member.name else 0.9)

    def _asks_witness(self, words: str, member: Member, to: Sequence[Party]) -> bool:
        """True for a question in colloquy that the witness may take as meant for her: no objection's, or one that names her."""
        examining = self.floor.pending and member.name == self.cast.member(self.floor.examiner).name != ""
        if examining or not words.rstrip("\"”'’ ").endswith("?"):
            return False
        if any(party.name != self.floor.witness for party in to):
            return False
        return bool(to) or not _OBJECTION.search(words)

    def _fragment(self, i: int, turn: Turn) -> Segment:
        """A turn whose label is not filed: what follows it tells whose it was."""
        following = next((t for t in self.turns[i + 1 :] if t.form in ("question", "answer", "name", "by")), None)
        asks = self.document.words(turn.words).rstrip("\"”'’ ").endswith("?")
        if not self.has_answers or following is None or following.apart:
            return self._made("colloquy", turn, Party(""), (), "fragment", 0.3)
        if following.form == "answer" or (following.form == "name" and asks):
            return self._question(turn, "fragment before an answer", 0.7)
        return self._answer(turn, "fragment before a question", 0.6)

    def _examiner(self, turn: Turn | None) -> Party:
        member = self.cast.member(self.floor.examiner) if self.floor.examiner else Member("")
        return _party(self.document, turn, member.name, "examiner")

    def _witness_party(self, turn: Turn | None) -> Party:
        return _party(self.document, turn, self.floor.witness, "witness")

    def _made(self, kind: SegmentKind, turn: Turn, author: Party, to: Sequence[Party], rule: str, confidence: float) -> Segment:
        if self.floor.inferred and self.floor.examiner and kind != "colloquy":
            rule, confidence = f"{rule}, examiner inferred", min(confidence, 0.75)
        return Segment(
            spans=turn.words,
            kind=kind,
            author=author,
            addressees=tuple(party for party in to if party.name),
            when=self.when,
            header=turn.header.trimmed(self.document.text) if turn.header is not None else None,
            rule=f"transcript: {rule}",
            confidence=confidence,
        )


def _party(document: Document, turn: Turn | None, name: str, role: str) -> Party:
    if turn is None or turn.who is None:
        return Party("", name, role=role)
    return Party(" ".join(turn.who.of(document.text).split()), name, span=turn.who, role=role)
