"""The errors a user can cause. Each has a stable code and names what to do."""


class CronacaError(Exception):
    """Base of every error this library raises on purpose.

    ``code`` is stable and serves as the key of the translated message; ``values`` fill it in.
    """

    code = "error"

    def __init__(self, message: str, code: str | None = None, **values: object) -> None:
        super().__init__(message)
        self.code = code or self.code
        self.values = values


class DocumentError(CronacaError):
    """A file that cannot be turned into text."""

    code = "unreadable-file"


class NotAReport(CronacaError):
    """A text that is not an Italian match report."""

    code = "not-a-report"


class StoreError(CronacaError):
    """The archive cannot do what was asked."""

    code = "store"
