"""How a rule declares an option, without the library that validates it."""

from typing import Any, ClassVar, TypeVar, cast, get_origin

from msgspec import Struct

_Value = TypeVar("_Value")

REQUIRED = object()
"""Stands for the default of an option that has to be given."""


class Option(Struct, frozen=True):
    """What is said of an option beside its name and type.

    `ge` is the smallest value that it takes, None where any will do.
    """

    default: Any
    description: str
    ge: float | None


def option(default: _Value, *, description: str, ge: float | None = None) -> _Value:
    """The default of an option, with what its page and its schema say of it.

    `least: int = option(2, ge=1, description="…")` is like pydantic's `Field`, which a rule may
    have there as well where it needs more than this.
    """
    return cast(_Value, Option(default, description, ge))


def plain_default(declared: Any) -> Any:
    """The default itself of what stands behind the `=` of an option, or REQUIRED."""
    if isinstance(declared, Option):
        return declared.default
    if hasattr(declared, "get_default"):  # pydantic's Field, which need not be imported to know.
        required = declared.is_required()
        return REQUIRED if required else declared.get_default(call_default_factory=True)
    return declared


def is_option(annotation: Any) -> bool:
    """Whether an annotation of a rule declares an option, and no variable of the class."""
    if isinstance(annotation, str):
        return "ClassVar" not in annotation.partition("[")[0]
    return annotation is not ClassVar and get_origin(annotation) is not ClassVar
