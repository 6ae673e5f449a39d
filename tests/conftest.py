"""What every test begins with."""

import pytest


@pytest.fixture(autouse=True)
def _nothing_remembered_of_another_test() -> None:
    """A test's rows are rolled back without a signal; what was remembered of them must go too."""
    from pep_plugin.formbuilder.blocks.lists import forget_questions
    from pep_plugin.library import shelf_memory

    shelf_memory.forget()
    forget_questions()
