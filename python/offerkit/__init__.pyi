"""Written by python/stubs.py."""

import datetime
import decimal
import os
from collections.abc import Mapping, Sequence
from typing import Any

import pandas

__version__: str

class Problems(ValueError):
    problems: list[dict[str, Any]]
    result: dict[str, Any] | None
    def __init__(self, told: str, problems: list[dict[str, Any]], result: dict[str, Any] | None = ...) -> None: ...

class Remark(UserWarning):
    problem: dict[str, Any] | None
    def __init__(self, text: str, problem: dict[str, Any] | None = ...) -> None: ...

class Text:
    text: str | bytes
    name: str
    def __init__(self, text: str | bytes, name: str | os.PathLike[str] = ...) -> None: ...

_File = str | os.PathLike[str] | Text
_Value = str | int | float | decimal.Decimal | datetime.date | os.PathLike[str] | Text

def to_frame(result: dict[str, Any], rows: str | None = ...) -> pandas.DataFrame: ...

def check(
    *files: _File | Sequence[_File],
    as_of: _Value | None = ...,
    horizon: _Value | None = ...,
    priorities: _Value | None = ...,
    set: _Value | Sequence[_Value] | Mapping[str, _Value] | None = ...,
    fx: _Value | Sequence[_Value] | Mapping[str, _Value] | None = ...,
    profiles: _Value | None = ...,
) -> dict[str, Any]: ...

def show(
    *files: _File | Sequence[_File],
    sweep: _Value | Sequence[_Value] | Mapping[str, _Value] | None = ...,
    as_of: _Value | None = ...,
    horizon: _Value | None = ...,
    priorities: _Value | None = ...,
    discount: _Value | None = ...,
    pending: _Value | None = ...,
    if_: _Value | Sequence[_Value] | Mapping[str, _Value] | None = ...,
    set: _Value | Sequence[_Value] | Mapping[str, _Value] | None = ...,
    refreshers: bool | None = ...,
    fx: _Value | Sequence[_Value] | Mapping[str, _Value] | None = ...,
    explain: bool | None = ...,
    profiles: _Value | None = ...,
) -> dict[str, Any]: ...

def vest(
    *files: _File | Sequence[_File],
    by: _Value | None = ...,
    if_: _Value | Sequence[_Value] | Mapping[str, _Value] | None = ...,
    from_ocf: bool | None = ...,
    as_of: _Value | None = ...,
    horizon: _Value | None = ...,
    set: _Value | Sequence[_Value] | Mapping[str, _Value] | None = ...,
    refreshers: bool | None = ...,
    explain: bool | None = ...,
    profiles: _Value | None = ...,
) -> dict[str, Any]: ...

def compare(
    *files: _File | Sequence[_File],
    by: _Value | None = ...,
    after_tax: bool | None = ...,
    sweep: _Value | Sequence[_Value] | Mapping[str, _Value] | None = ...,
    common: bool | None = ...,
    stay: bool | None = ...,
    as_of: _Value | None = ...,
    horizon: _Value | None = ...,
    priorities: _Value | None = ...,
    discount: _Value | None = ...,
    pending: _Value | None = ...,
    if_: _Value | Sequence[_Value] | Mapping[str, _Value] | None = ...,
    set: _Value | Sequence[_Value] | Mapping[str, _Value] | None = ...,
    refreshers: bool | None = ...,
    fx: _Value | Sequence[_Value] | Mapping[str, _Value] | None = ...,
    explain: bool | None = ...,
    profiles: _Value | None = ...,
) -> dict[str, Any]: ...

def leave(
    *files: _File | Sequence[_File],
    on: _Value | None = ...,
    reason: _Value | None = ...,
    by: _Value | None = ...,
    as_of: _Value | None = ...,
    horizon: _Value | None = ...,
    priorities: _Value | None = ...,
    if_: _Value | Sequence[_Value] | Mapping[str, _Value] | None = ...,
    set: _Value | Sequence[_Value] | Mapping[str, _Value] | None = ...,
    refreshers: bool | None = ...,
    fx: _Value | Sequence[_Value] | Mapping[str, _Value] | None = ...,
    explain: bool | None = ...,
    profiles: _Value | None = ...,
) -> dict[str, Any]: ...

def tax(
    *files: _File | Sequence[_File],
    as_of: _Value | None = ...,
    horizon: _Value | None = ...,
    priorities: _Value | None = ...,
    discount: _Value | None = ...,
    pending: _Value | None = ...,
    if_: _Value | Sequence[_Value] | Mapping[str, _Value] | None = ...,
    set: _Value | Sequence[_Value] | Mapping[str, _Value] | None = ...,
    refreshers: bool | None = ...,
    fx: _Value | Sequence[_Value] | Mapping[str, _Value] | None = ...,
    explain: bool | None = ...,
    profiles: _Value | None = ...,
) -> dict[str, Any]: ...

def career(
    *files: _File | Sequence[_File],
    samples: _Value | None = ...,
    seed: _Value | None = ...,
    sweep: _Value | Sequence[_Value] | Mapping[str, _Value] | None = ...,
    as_of: _Value | None = ...,
    set: _Value | Sequence[_Value] | Mapping[str, _Value] | None = ...,
    fx: _Value | Sequence[_Value] | Mapping[str, _Value] | None = ...,
    profiles: _Value | None = ...,
) -> dict[str, Any]: ...

def decide(
    *files: _File | Sequence[_File],
    by: _Value | None = ...,
    after_tax: bool | None = ...,
    samples: _Value | None = ...,
    seed: _Value | None = ...,
    career: _Value | None = ...,
    as_of: _Value | None = ...,
    horizon: _Value | None = ...,
    priorities: _Value | None = ...,
    discount: _Value | None = ...,
    pending: _Value | None = ...,
    if_: _Value | Sequence[_Value] | Mapping[str, _Value] | None = ...,
    set: _Value | Sequence[_Value] | Mapping[str, _Value] | None = ...,
    refreshers: bool | None = ...,
    fx: _Value | Sequence[_Value] | Mapping[str, _Value] | None = ...,
    explain: bool | None = ...,
    profiles: _Value | None = ...,
) -> dict[str, Any]: ...

def negotiate(
    *files: _File | Sequence[_File],
    against: _Value | Sequence[_Value] | Mapping[str, _Value] | None = ...,
    target: _Value | None = ...,
    metric: _Value | None = ...,
    after_tax: bool | None = ...,
    as_of: _Value | None = ...,
    horizon: _Value | None = ...,
    priorities: _Value | None = ...,
    discount: _Value | None = ...,
    pending: _Value | None = ...,
    if_: _Value | Sequence[_Value] | Mapping[str, _Value] | None = ...,
    set: _Value | Sequence[_Value] | Mapping[str, _Value] | None = ...,
    refreshers: bool | None = ...,
    fx: _Value | Sequence[_Value] | Mapping[str, _Value] | None = ...,
    explain: bool | None = ...,
    profiles: _Value | None = ...,
) -> dict[str, Any]: ...

def pipeline(
    *files: _File | Sequence[_File],
    metric: _Value | None = ...,
    as_of: _Value | None = ...,
    horizon: _Value | None = ...,
    priorities: _Value | None = ...,
    discount: _Value | None = ...,
    pending: _Value | None = ...,
    if_: _Value | Sequence[_Value] | Mapping[str, _Value] | None = ...,
    set: _Value | Sequence[_Value] | Mapping[str, _Value] | None = ...,
    refreshers: bool | None = ...,
    fx: _Value | Sequence[_Value] | Mapping[str, _Value] | None = ...,
    profiles: _Value | None = ...,
) -> dict[str, Any]: ...

def levels(
    *files: _File | Sequence[_File],
    ladder: _Value | None = ...,
    to: _Value | None = ...,
    offer: _Value | None = ...,
    as_of: _Value | None = ...,
    if_: _Value | Sequence[_Value] | Mapping[str, _Value] | None = ...,
    set: _Value | Sequence[_Value] | Mapping[str, _Value] | None = ...,
    fx: _Value | Sequence[_Value] | Mapping[str, _Value] | None = ...,
    profiles: _Value | None = ...,
) -> dict[str, Any]: ...

def profiles(
    *files: _File | Sequence[_File],
    as_of: _Value | None = ...,
    profiles: _Value | None = ...,
) -> dict[str, Any]: ...

def schema(
    *files: _File | Sequence[_File],
) -> dict[str, Any]: ...
