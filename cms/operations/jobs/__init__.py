"""What the schedule runs: publishing, review dates, the drift of facts, housekeeping."""
