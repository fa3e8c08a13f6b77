"""`designlint.toml` or `[tool.designlint]` → settings, document types and plans."""

from designlint.config.errors import ConfigError
from designlint.config.load import Settings, load_settings

__all__ = ["ConfigError", "Settings", "load_settings"]
