"""The role keys, for ever: forms, posts, audiences and exports store them. Labels are shown."""

from collections.abc import Collection

VS_HEAD = "vs_head"
VS_ADVISER = "vs_adviser"
VS_ADMIN = "vs_admin"
DESIGNATED_TEACHER = "designated_teacher"
DEPUTY = "deputy"
SOCIAL_WORKER = "social_worker"
TEAM_MANAGER = "team_manager"
IRO = "iro"
PERSONAL_ADVISER = "personal_adviser"
SAFEGUARDING_LEAD = "safeguarding_lead"
FINANCE = "finance"
CARER = "carer"
PARENT = "parent"
CHILD = "child"
PROFESSIONAL = "professional"
WEB_EDITOR = "web_editor"

LABELS: dict[str, str] = {
    VS_HEAD: "Virtual School head",
    VS_ADVISER: "Virtual School adviser",
    VS_ADMIN: "PEP co-ordinator",
    DESIGNATED_TEACHER: "Designated teacher",
    DEPUTY: "Deputy designated teacher",
    SOCIAL_WORKER: "Social worker",
    TEAM_MANAGER: "Team manager",
    IRO: "Independent reviewing officer",
    PERSONAL_ADVISER: "Personal adviser",
    SAFEGUARDING_LEAD: "Safeguarding lead",
    FINANCE: "Finance officer",
    CARER: "Carer",
    PARENT: "Parent",
    CHILD: "The child",
    PROFESSIONAL: "Other professional",
    WEB_EDITOR: "Web editor",
}

VIRTUAL_SCHOOL = frozenset({VS_HEAD, VS_ADVISER, VS_ADMIN})
SCHOOL = frozenset({DESIGNATED_TEACHER, DEPUTY})
SOCIAL_CARE = frozenset({SOCIAL_WORKER, TEAM_MANAGER})

#: Roles that stand in for one another: whoever fills one may write what the other owns.
STANDS_IN_FOR: dict[str, str] = {DEPUTY: DESIGNATED_TEACHER, TEAM_MANAGER: SOCIAL_WORKER}


def side_of(role: str) -> str:
    """The side of the table a role sits at: each has one colour on screens and on paper."""
    if role in VIRTUAL_SCHOOL:
        return "virtual-school"
    if role in SOCIAL_CARE or role in (IRO, PERSONAL_ADVISER):
        return "social-worker"
    if role in (CARER, PARENT):
        return "carer"
    return "child" if role == CHILD else "school"


def with_those_stood_in_for(held: Collection[str]) -> frozenset[str]:
    """The roles held, and those that somebody who holds them stands in for."""
    return frozenset(held) | {STANDS_IN_FOR[role] for role in held if role in STANDS_IN_FOR}
