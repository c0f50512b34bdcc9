"""A bug to be planted, and who looks for it."""

from typing import NamedTuple, Union


class Worlds(NamedTuple):
    """Worlds of the simulation, from seed 0 on."""

    options: list[str]


class Tests(NamedTuple):
    """Suites that `cargo test` runs: arguments that name packages and targets."""

    arguments: list[str]


REGISTRAR = Worlds([])
CUSTODY = Worlds(["--custody"])
NODES = Tests(["-p", "onem2m-ws-driver", "--test", "nodes"])
BINDING = Tests(["-p", "onem2m-ws", "--lib", "--tests"])


class Bug(NamedTuple):
    """What is wrong, the file below `crates`, pairs of what stands there and what is put in its place, and who looks for it."""

    name: str
    path: str
    changes: list[tuple[str, str]]
    look: Union[Worlds, Tests] = REGISTRAR
