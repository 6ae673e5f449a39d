"""The wizard's storage: the plan's own rows, and the address for where one is.

formtools keeps a wizard's data in the session, by the wizard's name: one child's answers would
show up in another child's plan, and two tabs would lose each other's. Here nothing is kept between
requests; answers are read from the plan and given to the forms as ``initial``.
"""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from formtools.wizard.storage.base import BaseStorage


class PlanStorage(BaseStorage):
    """``current_step`` is the step in the address."""

    def __init__(
        self, prefix: str, request: HttpRequest | None = None, file_storage: Any = None
    ) -> None:
        super().__init__(prefix, request, file_storage)
        self.init_data()
        match = request.resolver_match if request else None
        self.data[self.step_key] = match.kwargs.get("step") if match else None

    def get_step_data(self, step: str) -> None:
        """Nothing: data would bind the form, and a page just opened would show errors."""

    def get_step_files(self, step: str) -> None:
        """Files are never uploaded inside a step."""

    def reset(self) -> None:
        """Nothing is kept, so there is nothing to forget."""

    def update_response(self, response: HttpResponseBase) -> None:
        """Nothing of ours travels in cookies."""
