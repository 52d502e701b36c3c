"""The one way out for mail: the outbox, its states, the dialogue with the mail server.

A mail is written with `EmailMessage.send()` or `outbox.mail_queue` in the transaction of its
cause; the queue's task `sending.mail_send` hands it to the server (docs/decisions/0009).
"""
