"""Children, schools, teams, people, and the dated rows between them."""

from pep_plugin.people.models.attendance import Attendance
from pep_plugin.people.models.child import Child, ChildName, ChildNumber
from pep_plugin.people.models.person import Involvement, Person, Post
from pep_plugin.people.models.school import Enrolment, School, Team

__all__ = [
    "Attendance",
    "Child",
    "ChildName",
    "ChildNumber",
    "Enrolment",
    "Involvement",
    "Person",
    "Post",
    "School",
    "Team",
]
