"""What a calendar program does with what it reads: the rules of RFC 5546, 2.1.5."""

from typing import Any

from icalendar import Calendar


class CalendarClient:
    """Of two entries of one UID the higher SEQUENCE wins, then the later DTSTAMP."""

    def __init__(self) -> None:
        self.shown: dict[str, Any] = {}
        self.seen: dict[str, tuple[int, Any]] = {}

    def read(self, response: Any) -> "CalendarClient":
        assert response.status_code == 200
        for entry in Calendar.from_ical(response.content).walk("VEVENT"):
            uid, version = str(entry["uid"]), (int(entry["sequence"]), entry.decoded("dtstamp"))
            if uid in self.seen and version <= self.seen[uid]:
                continue
            self.seen[uid] = version
            if entry["status"] == "CANCELLED":
                self.shown.pop(uid, None)
            else:
                self.shown[uid] = entry
        return self

    @property
    def titles(self) -> list[str]:
        return sorted(str(entry["summary"]) for entry in self.shown.values())
