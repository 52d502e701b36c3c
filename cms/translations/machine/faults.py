"""What may go wrong with a machine translation service, each a sentence for who asked."""

from enum import Enum

from django.utils.translation import gettext_lazy as _


class Fault(Enum):
    AWAY = "away"
    SLOW = "slow"
    KEY = "key"
    QUOTA = "quota"
    OFTEN = "often"
    REFUSED = "refused"
    ERROR = "error"
    RUBBISH = "rubbish"


SENTENCES = {
    Fault.AWAY: _("The machine translation service cannot be reached: try again later."),
    Fault.SLOW: _("The machine translation service did not answer in time: try again later."),
    Fault.KEY: _("The machine translation service refuses the site's key: tell an administrator."),
    Fault.QUOTA: _("The quota of machine translation is used up: tell an administrator."),
    Fault.OFTEN: _("The machine translation service is busy: try again in a minute."),
    Fault.REFUSED: _("The machine translation service does not take this language or this text."),
    Fault.ERROR: _("The machine translation service reports an error: try again later."),
    Fault.RUBBISH: _("The machine translation service gave an answer that makes no sense."),
}
#: 456 is DeepL's own: the quota is used up.
BY_STATUS = {
    400: Fault.REFUSED, 401: Fault.KEY, 403: Fault.KEY, 413: Fault.REFUSED, 429: Fault.OFTEN,
    456: Fault.QUOTA,
}  # fmt: skip


class MachineFault(Exception):
    """Raised by adapters; whoever asked is told the sentence."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault

    @property
    def sentence(self) -> str:
        return str(SENTENCES[self.fault])
