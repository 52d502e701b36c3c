"""Page types of this room."""

from home.models.home import Activity, Featured, HomePage
from home.models.standard import FundingRecord, StandardPage

__all__ = ["Activity", "Featured", "FundingRecord", "HomePage", "StandardPage"]
