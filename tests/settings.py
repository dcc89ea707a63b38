"""The settings of the site, on a data folder that is made for the tests and goes with them."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

for name in [name for name in os.environ if name.startswith("KRING_")]:
    del os.environ[name]  # what this machine's host chose is not what is tested
os.environ["KRING_DATA"] = tempfile.mkdtemp(prefix="kring-tests-")
os.environ["KRING_SIGN_ON"] = str(Path(__file__).parent / "web/people/sign-on.toml")
atexit.register(shutil.rmtree, os.environ["KRING_DATA"], ignore_errors=True)

from kring.web.settings import *  # noqa: E402, F403 -- only now does the environment say what it must
