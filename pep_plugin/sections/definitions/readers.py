"""Who may read what is not for everybody: three circles, from wide to narrow.

Published with the first version, because readers can be narrowed later and never widened for
answers that exist.
"""

from pep_plugin.sections import roles

#: The council and the school, by post or by case.
STAFF = (
    roles.VS_HEAD,
    roles.VS_ADVISER,
    roles.VS_ADMIN,
    roles.DESIGNATED_TEACHER,
    roles.DEPUTY,
    roles.SAFEGUARDING_LEAD,
    roles.SOCIAL_WORKER,
    roles.TEAM_MANAGER,
    roles.IRO,
    roles.PERSONAL_ADVISER,
)

#: Those who must know where a child may be found and who must not be told.
CLOSE = (
    roles.VS_HEAD,
    roles.VS_ADVISER,
    roles.VS_ADMIN,
    roles.DESIGNATED_TEACHER,
    roles.DEPUTY,
    roles.SOCIAL_WORKER,
    roles.TEAM_MANAGER,
    roles.IRO,
)

WITH_CARER = (*STAFF, roles.CARER)
WITH_PARENT = (*STAFF, roles.PARENT)
