"""The variables of mail, a part of the settings from the environment (`cms.env`)."""

from typing import Annotated, Any, Literal

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, NoDecode

from cms.email_url import email_settings, mailbox


class MailEnvironment(BaseSettings):
    email_url: str = Field(
        "",
        description="`smtp://user:password@host:587` (STARTTLS, unless `?tls=no` or the machine "
        "itself) or `smtps://user:password@host:465`; `?timeout=` seconds of each step, 10. "
        "Special characters percent-encoded. Unset: mails are printed on the console.",
    )
    email_from: str = Field(
        "",
        description="Sender of all mails, as `Name <office@example.org>`. Required with "
        "`EMAIL_URL`.",
    )
    email_errors_to: Annotated[list[str], NoDecode] = Field(
        [], description="Addresses that get a mail when something failed, separated by commas."
    )
    mail_doubt: Literal["resend", "hold"] = Field(
        "resend",
        description="A mail of which nobody knows whether the server took it: `resend` sends it "
        "again, at most three times in all; `hold` leaves it to a person.",
    )
    mail_keep_days: int = Field(
        90, ge=1, le=3650, description="Days after which a mail loses its text and its addresses."
    )
    mail_limit_hour: int = Field(
        60, ge=1, description="Mails that one address may be sent within an hour."
    )
    mail_limit_account_hour: int = Field(
        5, ge=1, description="The same of mails about its account, such as a new password."
    )

    @field_validator("email_url")
    @classmethod
    def known_mail_server(cls, value: str) -> str:
        email_settings(value)
        return value

    @field_validator("email_from")
    @classmethod
    def one_mailbox(cls, value: str) -> str:
        return mailbox(value)

    @field_validator("email_errors_to", mode="before")
    @classmethod
    def split_mailboxes(cls, value: Any) -> Any:
        return [mailbox(one.strip()) for one in value.split(",")]
