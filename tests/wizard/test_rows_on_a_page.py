"""Add another and Remove redraw the page: nothing is judged, and what was typed stays."""


def test_adding_keeps_what_was_typed_and_saves_nothing(browser):
    teacher = browser("designated_teacher")
    teacher.open("step", "targets")
    row_id = teacher.fields()["targets-targets-rows"]
    name = f"targets-targets-{row_id}"
    response = teacher.press("add=targets", **{f"{name}-target": "Read", f"{name}-by_when_0": "32"})
    assert response.status_code == 200
    fields = teacher.fields()
    assert fields[f"{name}-target"] == "Read"
    assert fields[f"{name}-by_when_0"] == "32"
    assert len(fields.getlist("targets-targets-rows")) == 2
    assert "There is a problem" not in teacher.words
    assert "data-pep-unsaved" in teacher.text
    assert teacher.answer("targets", "targets") is None
    assert teacher.press("later").status_code == 302
    assert len(teacher.answer("targets", "targets")) == 1


def test_removing_says_so(browser):
    teacher = browser("designated_teacher")
    teacher.open("step", "targets")
    row_id = teacher.fields()["targets-targets-rows"]
    teacher.press(f"remove=targets:{row_id}")
    assert "Taken off this page." in teacher.words
    assert teacher.fields().getlist("targets-targets-rows") == []
    teacher.press("add=targets")
    assert len(teacher.fields().getlist("targets-targets-rows")) == 1


def test_buttons_for_what_is_not_there_change_nothing(browser):
    teacher = browser("designated_teacher")
    teacher.open("step", "targets")
    for button in ("add=nothing", "remove=targets:zzzzzzzzzz", "remove=", "use=nothing"):
        assert teacher.press(button).status_code == 200
        assert len(teacher.fields().getlist("targets-targets-rows")) == 1
