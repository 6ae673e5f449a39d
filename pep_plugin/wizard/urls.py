"""Addresses of filling in a plan and of what follows; the root gathers them."""

from django.urls import URLPattern, path

from pep_plugin.wizard.changed.views import changed
from pep_plugin.wizard.copies import views as copies
from pep_plugin.wizard.rows.autosave import row_autosave
from pep_plugin.wizard.rows.views import RemoveRowView, RowView
from pep_plugin.wizard.schools.views import SchoolView
from pep_plugin.wizard.views import (
    asked,
    check,
    decide,
    files,
    history,
    meeting,
    present,
    reading,
    removals,
    task_list,
)
from pep_plugin.wizard.views.autosave import autosave
from pep_plugin.wizard.views.step import StepView
from pep_plugin.wizard.word_in import views as word_in

_PLAN = "plans/<uuid:plan_id>/"
_ROW = f"{_PLAN}fill-in/<str:step>/<str:row>/"

urlpatterns: list[URLPattern] = [
    path(_PLAN, task_list.plan, name="plan"),
    path(f"{_PLAN}fill-in/<str:step>/", StepView.as_view(url_name="pep_plugin:step"), name="step"),
    path(f"{_PLAN}fill-in/<str:step>/autosave/", autosave, name="autosave"),
    path(
        f"{_PLAN}fill-in/<str:step>/school/<str:path>/",
        SchoolView.as_view(url_name="pep_plugin:step"),
        name="school",
    ),
    path(f"{_ROW}", RowView.as_view(url_name="pep_plugin:row"), name="row"),
    path(f"{_ROW}autosave/", row_autosave, name="row_autosave"),
    path(f"{_ROW}more/", RowView.as_view(url_name="pep_plugin:row", more=True), name="row_more"),
    path(f"{_ROW}more/autosave/", row_autosave, {"more": True}, name="row_more_autosave"),
    path(f"{_ROW}remove/", RemoveRowView.as_view(url_name="pep_plugin:row"), name="row_remove"),
    path(f"{_PLAN}files/<str:path>/", files.files, name="files"),
    path(f"{_PLAN}files/<str:path>/<uuid:file_id>/", files.file, name="file"),
    path(f"{_PLAN}word-in/", word_in.word_in, name="word_in"),
    path(f"{_PLAN}word-in/<uuid:filled_id>/", word_in.compare, name="word_in_compare"),
    path(f"{_PLAN}history/<str:section>/", history.history, name="history"),
    path(f"{_PLAN}history/<str:section>/<int:first>/<int:last>/", history.restore, name="restore"),
    path(f"{_PLAN}meeting/", meeting.meeting, name="meeting"),
    path(f"{_PLAN}meeting/shown/", meeting.shown, name="meeting_shown"),
    path(f"{_PLAN}restrictions/", meeting.restricted, name="restrictions"),
    path(f"{_PLAN}present/<str:section>/", present.present, name="present"),
    path(f"{_PLAN}asked/<uuid:ask_id>/", asked.asked, name="asked"),
    path(f"{_PLAN}changed/", changed, name="changed"),
    path(f"{_PLAN}check/", check.check, name="check"),
    path(f"{_PLAN}send/", check.send, name="send"),
    path(f"{_PLAN}sent/", reading.sent, name="sent"),
    path(f"{_PLAN}read/", reading.read, name="read"),
    path(f"{_PLAN}pdf/", reading.pdf, name="pdf"),
    path(f"{_PLAN}word/", reading.word, name="word"),
    path(f"{_PLAN}copies/", copies.copies, name="copies"),
    path(f"{_PLAN}copies/<uuid:copy_id>/", copies.copy, name="copy"),
    path(f"{_PLAN}return/", decide.return_plan, name="return_plan"),
    path(f"{_PLAN}agree/", decide.agree, name="agree"),
    path(f"{_PLAN}withdraw/", decide.withdraw, name="withdraw"),
    path(f"{_PLAN}removals/", removals.removals, name="removals"),
    path(f"{_PLAN}removals/<uuid:request_id>/", removals.remove, name="remove"),
]
