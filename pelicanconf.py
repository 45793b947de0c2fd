"""Settings of Pelican for working on the guide. publishconf.py adds what differs for publishing."""

import os

SITENAME = "バックオフィス・キャリア路線図"
SITEURL = os.environ.get("SITE_URL", "http://localhost:8000").rstrip("/")
TIMEZONE = "Asia/Tokyo"
DEFAULT_LANG = "ja"

PATH = "content"
OUTPUT_PATH = "output"
CACHE_PATH = ".cache"
GALLERY = True
THEME = "theme"

PLUGIN_PATHS = ["plugins"]
PLUGINS = ["career_graph.plugin"]

# The plugin makes every page. Pelican's own outputs cover one language each and stay off.
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
