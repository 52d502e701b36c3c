"""The demo site: the source document of December 2012 as pages, Hungarian and English."""

from home.demo.accounts import ACCOUNTS
from home.demo.load import load

__all__ = ["ACCOUNTS", "load"]
