"""Page types of this room."""

from home.models.home import Activity, HomePage
from home.models.standard import FundingRecord, StandardPage

__all__ = ["Activity", "FundingRecord", "HomePage", "StandardPage"]
