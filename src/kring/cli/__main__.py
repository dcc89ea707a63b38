"""`python -m kring.cli`, for a machine whose PATH doesn't hold the `kring` command."""

import sys

from kring.cli import main

sys.exit(main())
