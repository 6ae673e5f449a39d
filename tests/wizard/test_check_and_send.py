"""One check of the whole, then sending: whole or nothing, and once."""

import pytest

from pep_plugin.plans.models import RemovalRequest, Submission
from tests.wizard.test_two_people import row


@pytest.fixture
def complete(browser):
    """Both have filled in what the small form requires; gives the designated teacher."""
    worker, teacher = browser("social_worker"), browser("designated_teacher")
    worker.open("step", "care")
    worker.press(**{"care-legal_status": "Full care order", "care-no_contact": "canary"})
    teacher.open("step", "progress")
    teacher.press(**{"progress-going_well": "Reads aloud."})
    teacher.open("step", "targets")
    teacher.press(**row(teacher, area="Reading", target="A chapter a week"))
    return teacher


def test_what_is_missing_is_listed_with_the_way_to_it(browser):
    teacher = browser("designated_teacher")
    teacher.open("check")
    assert "Answer “What is going well”." in teacher.words
    assert f"{teacher.address('step', 'progress')}?back=check#q-going_well" in teacher.text
    assert "Answer “Legal status”. Waiting for Sam Reid." in teacher.words
    assert 'name="token"' not in teacher.text


def test_every_answer_has_a_link_to_change_it_for_who_may(complete):
    complete.open("check")
    assert f"{complete.address('step', 'progress')}?back=check" in complete.text
    assert complete.address("step", "care") not in complete.text
    assert "canary" not in complete.text
    assert "Reads aloud." in complete.words


def test_sending_leads_to_a_confirmation_that_survives_a_bookmark(complete, scene):
    complete.open("check")
    complete.path = complete.address("send")
    response = complete.press()
    assert response.url == complete.address("sent")
    for _time in range(2):
        complete.open("sent")
        assert "Maya’s plan was sent" in complete.words
        assert scene.plan.reference in complete.words
        assert "What happens next" in complete.words
    assert Submission.objects.get().sent_by == scene.designated_teacher


def test_pressing_twice_is_one_sending(complete):
    complete.open("check")
    data = dict(complete.fields().lists())
    for _time in range(2):
        response = complete.client.post(complete.address("send"), data)
        assert response.url == complete.address("sent")
    assert Submission.objects.count() == 1


def test_a_change_since_the_check_is_named_and_nothing_is_sent(complete, browser):
    complete.open("check")
    worker = browser("social_worker")
    worker.open("step", "care")
    worker.press(**{"care-legal_status": "Accommodated"})
    complete.path = complete.address("send")
    assert complete.press().status_code == 409
    assert "Something changed since you checked: “Care and family”." in complete.words
    assert not Submission.objects.exists()
    complete.press()
    assert Submission.objects.count() == 1


def test_a_gap_that_has_opened_since_stops_the_sending(complete, browser):
    complete.open("check")
    data = dict(complete.fields().lists())
    teacher = browser("designated_teacher")
    teacher.open("step", "progress")
    teacher.press("later", **{"progress-going_well": ""})
    response = complete.client.post(complete.address("send"), data)
    assert response.status_code == 409
    assert not Submission.objects.exists()


@pytest.mark.parametrize("token", ["", "made up"])
def test_a_token_that_is_not_ours_sends_nothing(complete, token):
    response = complete.client.post(complete.address("send"), {"token": token})
    assert response.status_code == 409
    assert not Submission.objects.exists()


def test_getting_the_address_of_sending_sends_nothing(complete):
    assert complete.client.get(complete.address("send")).status_code == 405
    assert not Submission.objects.exists()


def test_who_only_reads_cannot_send(complete, browser):
    reader = browser("iro")
    reader.open("check")
    assert 'name="token"' not in reader.text
    assert reader.client.post(reader.address("send"), {"token": "x"}).status_code == 404


@pytest.fixture
def gone(complete):
    """The plan was sent; gives the designated teacher."""
    complete.open("check")
    complete.path = complete.address("send")
    complete.press()
    return complete


def test_a_plan_that_was_sent_is_read_and_taken_along(gone):
    gone.open("plan")
    assert "Sent on" in gone.words
    gone.open("read")
    assert "Reads aloud." in gone.words
    for name, ending in (("pdf", "pdf"), ("word", "docx")):
        response = gone.open(name)
        assert response.status_code == 200
        assert f'.{ending}"' in response["Content-Disposition"]
        assert response["Content-Disposition"].startswith("attachment")
        assert "Maya" not in response["Content-Disposition"]


def test_its_screens_lead_to_reading(gone):
    assert gone.open("step", "progress").url == gone.address("read") + "#progress"
    assert gone.open("check").url == gone.address("plan")


def test_the_virtual_school_sends_it_back_with_a_reason(gone, browser, scene):
    adviser = browser("vs_adviser")
    adviser.open("plan")
    assert "Send it back" in adviser.words
    adviser.open("return_plan")
    assert adviser.press(reason="  ").status_code == 200
    assert 'href="#reason"' in adviser.text
    adviser.press(reason="Say how we will know.")
    gone.open("plan")
    assert "Say how we will know." in gone.words
    gone.open("step", "progress")
    assert gone.press(**{"progress-going_well": "Changed."}).status_code == 302
    gone.open("check")
    gone.path = gone.address("send")
    gone.press()
    assert Submission.objects.count() == 2


def test_the_virtual_school_agrees_it_and_it_never_changes_again(gone, browser, scene):
    adviser = browser("vs_adviser")
    adviser.open("agree")
    adviser.press()
    scene.plan.refresh_from_db()
    assert scene.plan.state == "signed_off"
    assert gone.open("plan").status_code == 200
    assert "Agreed on" in gone.words
    assert adviser.open("return_plan").status_code == 302


@pytest.mark.parametrize("name", ["return_plan", "agree"])
def test_nobody_else_may(gone, name):
    assert gone.open(name).status_code == 404
    assert gone.client.post(gone.address(name), {"reason": "x"}).status_code == 404


def test_a_plan_begun_by_mistake_is_withdrawn_by_social_care(browser, scene):
    worker = browser("social_worker")
    worker.open("withdraw")
    worker.press(reason="   ")
    assert "Say why it is withdrawn." in worker.words
    worker.press(reason="Begun for the wrong child.")
    scene.plan.refresh_from_db()
    assert scene.plan.state == "withdrawn"
    teacher = browser("designated_teacher")
    assert teacher.open("withdraw").status_code == 404
    teacher.open("plan")
    assert "Begun for the wrong child." in teacher.words


def test_why_it_was_withdrawn_is_taken_out_like_an_answer(browser, scene):
    worker, asker, doer = browser("social_worker"), browser("vs_adviser"), browser("vs_head")
    worker.open("withdraw")
    worker.press(reason="This is Noor’s plan.")
    asker.open("removals")
    asker.press(path="withdrawn_reason", reason="Names another child.")
    doer.open("removals")
    remove = doer.address("remove", RemovalRequest.objects.get().pk)
    assert doer.client.post(remove).status_code == 302
    worker.open("plan")
    assert "Noor" not in worker.words
    assert "Names another child." in worker.words


def test_one_wrong_answer_is_taken_out_by_two_people(gone, browser):
    asker, doer = browser("vs_adviser"), browser("vs_head")
    asker.open("removals")
    assert asker.press(path="progress.going_well").status_code == 200
    assert "Say why it is wrong." in asker.words
    assert asker.press(path="nothing.here", reason="x").status_code == 200
    asker.press(path="progress.going_well", reason="About another child.")
    asker.open("removals")
    assert "About another child." in asker.words
    assert "Take it out" not in asker.words
    doer.open("removals")
    (address,) = {
        part.partition('"')[0] for part in doer.text.split('action="')[1:] if "/removals/" in part
    }
    assert asker.client.post(address).status_code == 409
    assert doer.client.post(address).status_code == 302
    gone.open("read")
    assert "Reads aloud." not in gone.words
    assert "About another child." in gone.words


def test_a_removal_of_another_plan_is_not_there(gone, browser):
    head = browser("vs_head")
    path = head.address("remove", "00000000-0000-4000-8000-000000000000")
    assert head.client.post(path).status_code == 404
