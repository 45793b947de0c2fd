"""Settings for publishing: the address must be given, so that no page names a test machine."""

import os
import sys

sys.path.append(os.curdir)
from pelicanconf import *  # noqa: F403

if "SITE_URL" not in os.environ:
    sys.exit("publishconf.py: set SITE_URL to the address the guide is published under, such as https://example.com/guide")

GALLERY = False
