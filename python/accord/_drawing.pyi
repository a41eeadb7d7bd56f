import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Sequence, TypeVar, Union

if TYPE_CHECKING:
    import matplotlib.axes

PNG_SCALE: int
Name = TypeVar("Name", bound=str)

@dataclass(frozen=True)
class Drawing:
    name: str
    title: str
    statement: str
    svg: str
    def png(self) -> bytes: ...
    def save(self, path: Union[str, os.PathLike[str]]) -> None: ...
    def _repr_svg_(self) -> str: ...
    def _repr_png_(self) -> Union[bytes, None]: ...

def chosen(name: Name, names: Sequence[Name]) -> Name: ...
def new_axes() -> matplotlib.axes.Axes: ...
