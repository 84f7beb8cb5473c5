"""Does a text answer what the coach just asked of a line? Then it chooses a reading, or finishes the line."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from bot.coaching.language.log_line import Action, Wants
from bot.coaching.language.log_line.answers import instead
from bot.domain.errors import QuestionClosed
from bot.services.answer_log import Dropped, answer_log
from bot.services.coach import Coach
from bot.services.correct import Corrected
from bot.services.edit_text import Edited
from bot.services.log_set import Logged
from bot.services.log_text import Asked, Line, context_of, heard, read_at, under_way
from bot.services.other_load import other_load
from bot.services.pending import Question, about_of, asked_again, question_of, recorded
from bot.services.ports import Visit, Work

Answered = Logged | Corrected | Edited | Asked | Dropped


def answer_words(work: Work, coach: Coach, visit: Visit, line: Line, now: datetime) -> Answered | None:
    """None where nothing is asked, or the text is about something else."""
    question = question_of(visit.talk.pending, now)
    if question is None or _logged_since(work, visit, question):
        return None
    answers = coach.log_reader.answers
    if answers.declines(line.text):
        return _chosen(work, coach, visit, line, question, -1, now)
    if answers.counts(line.text) is not None and under_way(work, visit, now) != question.exercise:
        return None  # the card went on, and a number is for what is on it
    index = _pick(coach, question, line.text)
    if index is None and answers.agrees(line.text) and question.labels:
        index = 0 if len(question.labels) == 1 else None
        if index is None:
            return _once_more(work, visit, line, question)
    if index is not None:
        return _chosen(work, coach, visit, line, question, index, now)
    other = other_load(visit.talk.pending, question.update, question.text, line.text)
    if other is not None and len(question.labels) == 1:
        done = replace(visit, talk=replace(visit.talk, pending=recorded(question.update)))
        return heard(work, coach, done, line, other, context_of(work, coach, visit, now), now)
    return _finished(work, coach, visit, line, question, now)


def _logged_since(work: Work, visit: Visit, question: Question) -> bool:
    """By a tap, perhaps: what is written then is about that."""
    newest = work.log.last_entry(visit.athlete.id)
    return newest is not None and newest.at > question.asked_at


def _pick(coach: Coach, question: Question, text: str) -> int | None:
    """By its label; an exercise also by its other names."""
    reader = coach.log_reader
    if question.wants is not Wants.EXERCISE:
        return reader.answers.pick(text, question.labels)
    named = reader.lift_named(reader.answers.without_fillers(text))
    if named is not None:
        return question.exercises.index(named) if question.exercises.count(named) == 1 else None
    names = [reader.names_of(one) if one is not None else () for one in question.exercises]
    return reader.answers.pick(text, question.labels, names)


def _chosen(
    work: Work, coach: Coach, visit: Visit, line: Line, question: Question, index: int, now: datetime
) -> Answered | None:
    try:
        return answer_log(work, coach, visit.athlete, visit.talk, line.chat, question.update, index, now)
    except QuestionClosed:
        return None


def _once_more(work: Work, visit: Visit, line: Line, question: Question) -> Asked:
    """A yes to one of several."""
    talk = visit.talk
    work.talks.put(line.chat, replace(talk, pending=asked_again(talk.pending, line.update)))
    about = about_of(talk.pending)
    return Asked(question.text, question.labels, kept=bool(about.corrects) or about.entry is not None)


def _finished(
    work: Work, coach: Coach, visit: Visit, line: Line, question: Question, now: datetime
) -> Logged | Corrected | Asked | None:
    """The line again, with what was missing; it may be kept then, or be unclear in another way."""
    context = context_of(work, coach, visit, now)
    was = replace(context, current_exercise=question.exercise)
    texts = list(_texts(coach, question, line.text))
    readings = [read_at(coach, text, was, visit.athlete, now) for text in texts]
    for wanted in (Action.RECORD, Action.ASK):
        for text, reading in zip(texts, readings, strict=True):
            if reading.action is wanted and reading.question != question.text:
                answered = replace(visit, talk=replace(visit.talk, pending=recorded(question.update)))
                return heard(work, coach, answered, replace(line, text=text), reading, was, now)
    return None


def _texts(coach: Coach, question: Question, text: str) -> Iterator[str]:
    reader, line = coach.log_reader, question.line
    match question.wants if line else None:
        case Wants.EXERCISE:
            named = reader.lift_named(reader.answers.without_fillers(text))
            name = None if named is None else coach.knowledge.exercises[named].name
            found = instead(line, question.said, name) if name and question.said else None
            yield from [found] if found else [f"{name} {line}"] if name else []
        case Wants.REPS:
            counts = reader.answers.counts(text)
            if counts is not None:
                yield from _with_counts(question, counts)


def _with_counts(question: Question, counts: str) -> Iterator[str]:
    """`3x8` behind a load is sets of it, a number its repetitions or its seconds."""
    line = question.line
    if question.said:
        found = instead(line, question.said, counts)
        yield from [found] if found and "x" not in counts else []
    elif "x" in counts:
        yield f"{line} {counts}"
    else:
        yield from (f"{line} x {counts}", f"{line} {counts} s")
