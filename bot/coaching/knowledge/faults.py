"""How is a fault in the knowledge base said, so that whoever wrote the line can mend it?"""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from pydantic import BaseModel
from pydantic_core import ErrorDetails


class KnowledgeFault(Exception):
    """The knowledge base cannot be used. `lines` holds every fault, each starting with the path of its file."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = tuple(lines)
        super().__init__("\n".join(self.lines))


def close_to(said: str, known: Iterable[str]) -> str:
    """`; did you mean 'pull-up'?` where something is near, nothing otherwise."""
    near = get_close_matches(said, list(known), n=1, cutoff=0.7)
    return f"; did you mean {near[0]!r}?" if near else ""


def spot(*steps: str | int) -> str:
    """`guide.easier[1].exercise` from its steps."""
    path = ""
    for step in steps:
        path += f"[{step}]" if isinstance(step, int) else f".{step}" if path else step
    return path


def worded(error: ErrorDetails, shape: type[BaseModel], id: str) -> str:
    """A pydantic error in plain words, the place first."""
    return f"{spot(id, *error['loc'])}: {_reason(error, shape)}"


REASONS = {
    "missing": "is missing",
    "string_type": "should be text, not {given!r}; put it in quotes",
    "string_pattern_mismatch": "{given!r} is no id: small letters and digits, words joined by single hyphens",
    "too_short": "is empty, or has fewer parts than it needs",
    "string_too_short": "is empty",
    "too_long": "has too many parts: at most {max_length}",
    "string_too_long": "is too long for a phone: at most {max_length} letters",
    "enum": "{given!r} is not one of {expected}",
    "int_parsing": "should be a whole number, not {given!r}",
    "int_type": "should be a whole number, not {given!r}",
    "int_from_float": "should be a whole number, not {given!r}",
    "greater_than_equal": "should be at least {ge}, not {given!r}",
    "less_than_equal": "should be at most {le}, not {given!r}",
    "bool_parsing": "should be true or false, not {given!r}",
    "bool_type": "should be true or false, not {given!r}",
    "tuple_type": "should be a list, not {given!r}",
    "model_type": "should be a block of keys, not {given!r}",
    "value_error": "{error}",
}


def _reason(error: ErrorDetails, shape: type[BaseModel]) -> str:
    if error["type"] == "extra_forbidden":
        return f"there is no such key here{close_to(str(error['loc'][-1]), _keys_at(shape, error['loc'][:-1]))}"
    template = REASONS.get(error["type"], "{msg}, not {given!r}")
    return template.format(given=error["input"], msg=error["msg"], **error.get("ctx", {}))


def _keys_at(shape: type[BaseModel], steps: Sequence[str | int]) -> Iterable[str]:
    """The keys of the shape that is reached by `steps`; none where that cannot be told."""
    for step in steps:
        if isinstance(step, str):
            field = shape.model_fields.get(step)
            inner = None if field is None else _shape_in(field.annotation)
            if inner is None:
                return ()
            shape = inner
    return tuple(shape.model_fields)


def _shape_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        inner = _shape_in(part)
        if inner is not None:
            return inner
    return None
