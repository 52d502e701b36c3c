"""The kernel's part of the admin: forms, panels, actions, welcome."""
