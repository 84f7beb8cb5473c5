"""Which tokens is a text made of, its words written right and its lifts named?"""

from functools import partial
from itertools import pairwise

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.language.log_line.bullets import without_bullets
from bot.coaching.language.log_line.characters import plain_text
from bot.coaching.language.log_line.exercises import OTHER, ExerciseNames
from bot.coaching.language.log_line.idle import Idle
from bot.coaching.language.log_line.lexer import Lexer
from bot.coaching.language.log_line.numbers import spelled
from bot.coaching.language.log_line.own import OwnNames
from bot.coaching.language.log_line.spelling import TRIES, Spelling
from bot.coaching.language.log_line.tokens import Kind, Token
from bot.coaching.language.log_line.words import LogWords
from bot.coaching.language.remembering import remember

GREETING = "good morning"
SHORT_MONTH = 4
"""`slept 4 hours` is no slip for `sept 4`."""


class Wording:
    def __init__(self, knowledge: Knowledge, words: LogWords) -> None:
        self._words = words
        self.names = ExerciseNames(knowledge, words)
        self.vocabulary = words.vocabulary() | self.names.known
        self.spelling = Spelling(_repairable(words), self.vocabulary)
        self._idle = Idle(words)
        self._alone = frozenset(words.foreign_alone)
        self._tokens = remember(self._read)

    def tokens(self, text: str, own: OwnNames | None = None) -> list[Token]:
        return list(self._tokens(text, None) if own is None else self._read(text, own))

    def _read(self, text: str, own: OwnNames | None) -> tuple[Token, ...]:
        written = Lexer(plain_text(text)).read()
        if own is not None:
            written = own.link(written, partial(self.names.length_at, written))
        tokens = self._spelled_right(written)
        linked = self._without_greeting(self.names.link(without_bullets(tokens), self.vocabulary))
        known = self._strangers_named(self._foreign_alone(linked))
        return tuple(spelled(self._idle.without(known), self._words.numbers))

    def _without_greeting(self, tokens: list[Token]) -> list[Token]:
        """`Good morning coach, ...`: the lift of this name comes with numbers, or in the plural."""
        if len(tokens) < 2 or tokens[0].said != GREETING or tokens[0].kind is not Kind.EXERCISE:
            return tokens
        if tokens[1].text in self._words.greeted:
            return tokens[2:]
        named = any(token.kind is Kind.EXERCISE for token in tokens[1:])
        return tokens[1:] if named and tokens[1].kind in (Kind.COMMA, Kind.STOP, Kind.LINE) else tokens

    def _strangers_named(self, tokens: list[Token]) -> list[Token]:
        """`deadlift 100x5, zercher 60x5`: an unknown word that opens a clause and leads to a number is another lift."""
        for at, token in enumerate(tokens[:-1]):
            if token.kind is not Kind.WORD or token.text in self.vocabulary or len(token.text) < 2:
                continue
            opens = at > 0 and tokens[at - 1].kind in (Kind.LINE, Kind.COMMA, Kind.BREAK)
            labels = tokens[at + 1].kind is Kind.COLON and any(one.kind is Kind.EXERCISE for one in tokens[:at])
            if labels or (opens and _leads_to_number(tokens, at + 1)):
                tokens[at] = token._replace(kind=Kind.EXERCISE, text=OTHER, said=token.text)
        return tokens

    def _foreign_alone(self, tokens: list[Token]) -> list[Token]:
        """`incline 100x5`: such a word beside no name, and before a number, is of a lift that is no back lift."""
        for at, (token, following) in enumerate(pairwise(tokens)):
            if token.kind is Kind.WORD and token.text in self._alone and following.kind is Kind.NUMBER:
                tokens[at] = token._replace(kind=Kind.EXERCISE, text=OTHER, said=token.text)
        return tokens

    def _known(self, word: str) -> bool:
        """As it stands, or in the singular: `dogs` is no slip for `does`."""
        return word in self.vocabulary or word.removesuffix("s") in self.vocabulary

    def _spelled_right(self, tokens: list[Token]) -> list[Token]:
        tries = 0
        for at, token in enumerate(tokens):
            if token.kind is Kind.WORD and not self._known(token.text) and tries < TRIES:
                tries += 1
                before = tokens[at - 1].text if at else ""
                named = self.names.resembles(token.text) or self.names.completes(before, token.text, self.vocabulary)
                word = token.text if named else self.spelling.repair(token.text)
                tokens[at] = token if word == token.text else token._replace(text=word, said=token.text)
        return tokens


def _leads_to_number(tokens: list[Token], at: int) -> bool:
    """Nothing but words of any kind, then a number; no other name."""
    for token in tokens[at : at + 3]:
        if token.kind is Kind.NUMBER:
            return True
        if token.kind not in (Kind.WORD, Kind.COLON, Kind.GAP):
            return False
    return False


def _repairable(words: LogWords) -> list[str]:
    """Only words that change the meaning of a line are worth repairing."""
    phrases = [
        *words.numbers,
        *words.days,
        *words.weekdays,
        *(month for month in words.months if len(month) > SHORT_MONTH),
        *words.correction.delete,
        *words.correction.cue,
    ]
    phrases += [phrase for found in words.phrases.values() for phrase in found]
    phrases += [phrase for cues in words.not_a_log.values() for phrase in (*cues.start, *cues.any, *cues.later)]
    return [word for phrase in phrases for word in phrase.split()]
