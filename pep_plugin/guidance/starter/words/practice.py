# ruff: noqa: E501  (sentences for readers are kept whole)
"""Doing it well: the child's voice, targets, money, quality, phases, sending, safety."""

from typing import Any

from pep_plugin.guidance.starter.parts import (
    bullets,
    callout,
    contact,
    faq,
    includes,
    paragraphs,
    picked,
    related,
    statutory,
    steps,
    text,
)
from pep_plugin.guidance.starter.words.plan import REGULATIONS, REGULATIONS_AT

VOICE: dict[str, Any] = {
    "title": "The child’s voice",
    "slug": "pupil-voice",
    "search_description": "How to hear what a child wants to say in their PEP, in the way that suits them.",
    "intro": "Ask before the meeting, not in it. Then show the child what came of it.",
    "body": [
        text(
            "Any way is welcome",
            paragraphs(
                "Our templates help many children. They are not the only way. A drawing, a film, "
                "a song, a walk and a talk, an app that the child likes, signs, symbols, a letter, "
                "a form of your own: all of it counts and all of it can be added to the plan.",
                "Write down how you asked, who helped, and when. Keep the child’s own words.",
            ),
        ),
        includes(
            "What children ask of us",
            "Let me speak first.",
            "Tell me early, and do not take me out of my favourite lesson.",
            "Let me say who comes.",
            "Be honest, and kind.",
            "Do not single me out: not everybody needs to know that I am in care.",
            "Do what you said you would do, and tell me.",
        ),
        text(
            "My Profile",
            paragraphs(
                "My Profile is one page that a child makes about themselves: what I am good at, "
                "what helps me, what to leave alone. It can be shown to a new teacher on the first "
                "day, when the whole plan should not be."
            ),
        ),
        text(
            "When a child does not want to",
            paragraphs(
                "A child may skip any question, or all of them. Write that down, with the reason "
                "if they give one, and ask again next term in another way. For a very young child, "
                "or one who does not speak, an adult who knows them well writes what they do, love "
                "and cannot bear."
            ),
        ),
        statutory(
            paragraphs(
                "The care plan records the wishes and feelings of the child, of the parents and of "
                "others with parental responsibility about the arrangements."
            ),
            f"{REGULATIONS}, regulation 5",
            REGULATIONS_AT,
        ),
        related("Templates for children", audience="child"),
    ],
}

TARGETS: dict[str, Any] = {
    "title": "Writing good targets",
    "slug": "targets",
    "search_description": "Targets in a PEP that a child understands and that can be seen to be met.",
    "intro": "Few, small, and the child’s own. A good target says how everybody will know.",
    "body": [
        text(
            "Five things in each",
            bullets(
                "<b>What it is about</b>, such as reading, friendships or attendance",
                "<b>The target in words the child would use</b>",
                "<b>From what to what</b>: where they are now, and what will be different",
                "<b>Who does what, and how often</b>",
                "<b>By when</b>: at the latest the next PEP",
            ),
        ),
        callout(
            "An example",
            paragraphs(
                "“I read a chapter aloud to somebody who likes the story.” Now: two pages, with "
                "help. By July: a chapter, by myself. Ms Hall reads with me on Tuesdays and "
                "Thursdays for ten minutes; at home we read at bedtime."
            ),
            "child",
        ),
        text(
            "Three at least",
            paragraphs(
                "One for English or maths. One for how school feels: friends, calm, confidence, "
                "getting there. One that the child thought of. More than six is a list, not a plan."
            ),
        ),
        text(
            "Next term",
            paragraphs(
                "Look at each target first. Met? Say so loudly. Nearly? Go on. Not met? Do not "
                "write it down again: split it into a step that is small enough to work."
            ),
        ),
        picked("Forms with room for targets", "early-years", "primary", "secondary", "post-16"),
    ],
}

PREMIUM: dict[str, Any] = {
    "title": "Pupil premium plus",
    "slug": "pupil-premium-plus",
    "search_description": "How pupil premium plus for children in care is asked for, decided and accounted for.",
    "intro": "Money that follows a target, and an answer to what it changed.",
    "body": [
        text(
            "Whose money it is",
            paragraphs(
                "For a child in care the grant goes to the council, and the Virtual School head "
                "manages it. How it is shared out is the council’s decision: it need not be the "
                "same sum for every child, and a part may be used for the good of a group. It does "
                "not replace what every pupil gets, or what an education, health and care plan "
                "already provides."
            ),
        ),
        steps(
            "How to ask",
            ("Start from a target", "What is it that the money would make possible?"),
            ("Say what and how much", "Who provides it, how often, and what it costs."),
            ("Put it in the plan", "Beside the target, before the plan is sent."),
            (
                "The Virtual School decides",
                "We agree, agree in part, ask, or say no, always with a reason.",
            ),
            (
                "Next term: what did it change?",
                "The plan asks, and the answer decides what comes next.",
            ),
        ),
        text(
            "Keeping track",
            paragraphs(
                "Designated teachers see for each child what was agreed, what was spent and which "
                "target it served. The Virtual School sees the same for all schools, beside "
                "attendance, attainment and progress. That is how we can tell what works."
            ),
        ),
        faq(
            "Questions",
            (
                "Can it pay for a trip?",
                paragraphs(
                    "Often. Ask yourself: does it help the child learn, feel well, or celebrate "
                    "something they achieved? Then write down which."
                ),
            ),
            (
                "What about children in nursery?",
                paragraphs(
                    "There is an early years pupil premium. For children in care the Virtual School "
                    "passes it to the setting, for the hours that the child attends."
                ),
            ),
            (
                "And after 16?",
                paragraphs(
                    "There is no fixed sum for each student. Ask the Virtual School what can be "
                    "done, and ask the college about bursaries."
                ),
            ),
            (
                "What about children who have left care?",
                paragraphs(
                    "For a child who was adopted, or left care under a special guardianship or "
                    "child arrangements order, the money goes to the school, not to us. We are glad "
                    "to advise."
                ),
            ),
        ),
        contact("Ask before you buy: it saves us both a letter."),
    ],
}

QUALITY: dict[str, Any] = {
    "title": "How we check the quality of plans",
    "slug": "quality",
    "search_description": "What the Virtual School looks for when it reads a Personal Education Plan.",
    "intro": "We read every plan. You can look at it with our eyes before you send it.",
    "body": [
        includes(
            "What we look for",
            "It is on time and complete.",
            "The child’s voice is there, in their own words, and something came of it.",
            "The carer’s view is there, and what happens at home.",
            "Progress is shown from last time to now, and where it should lead.",
            "Last term’s targets were looked at, with what was learnt from them.",
            "New targets fit the child’s needs, and can be seen to be met.",
            "Each has actions: what, when, where, who, how often.",
            "Pupil premium plus is tied to a target, with its cost.",
            "Special needs, wellbeing and attendance are planned for, not only named.",
            "Changes ahead have a plan with dates.",
            "Who came is written down, and the next date is fixed.",
        ),
        text(
            "What happens then",
            paragraphs(
                "We agree the plan, or send it back and say what is missing. A plan comes back most "
                "often because nobody asked the child, because targets are vague, or because last "
                "term’s were not looked at. You will find our words in the plan itself, and first "
                "thing next term."
            ),
        ),
        contact("If you think that we were wrong, tell us."),
    ],
}

PHASES: dict[str, Any] = {
    "title": "From nursery to post-16",
    "slug": "phases-and-transitions",
    "search_description": "PEPs in Early Years, from Reception to Year 11 and after 16, and at each move between.",
    "intro": "One plan that grows up with the child.",
    "body": [
        text(
            "Early Years",
            paragraphs(
                "A small child’s plan is about play, language, feelings, and the people they trust. "
                "The key person writes it with the carer. What the child loves and what calms them "
                "is their voice."
            ),
        ),
        related("Templates for Early Years", phase="early-years"),
        text(
            "Reception to Year 11",
            paragraphs(
                "The designated teacher leads. Well before Year 9 the plan looks further: what the "
                "child dreams of, what work is like, what they might study, and who can tell them "
                "about it."
            ),
        ),
        statutory(
            paragraphs(
                "In Years 10 and 11 a change of placement that would disrupt a child’s education "
                "waits until a nominated officer has agreed to it, but for an emergency."
            ),
            f"{REGULATIONS}, regulation 10",
            REGULATIONS_AT,
        ),
        related("Templates for Reception to Year 6", phase="primary"),
        related("Templates for Years 7 to 11", phase="secondary"),
        text(
            "Post-16",
            paragraphs(
                "The plan goes on until 18, in sixth form, college, training or work, and while a "
                "young person looks for their way. It belongs to the pathway plan. Money, travel and "
                "somewhere quiet to work matter as much as courses."
            ),
        ),
        related("Templates for Post-16", phase="post-16"),
        steps(
            "A move to a new school",
            ("Say early", "The social worker tells the Virtual School before anything is decided."),
            (
                "Meet before",
                "The old and the new designated teacher talk, and the plan is handed over.",
            ),
            ("Visit", "The child sees the place, and knows one adult by name."),
            ("The first week", "Somebody asks how it went, every day."),
            ("Look again", "The PEP is reviewed in the first weeks at the new school."),
        ),
        callout(
            "No school place",
            paragraphs(
                "A child without a school has a PEP all the same. The social worker and the Virtual "
                "School fill in the part on education, and its first target is a school."
            ),
            "warm",
        ),
    ],
}

SENDING: dict[str, Any] = {
    "title": "Sending a plan back safely",
    "slug": "sending-safely",
    "search_description": "How to return a filled-in PEP form to the Virtual School without putting a child at risk.",
    "intro": "A filled-in plan is about a child. It never travels by ordinary e-mail.",
    "body": [
        steps(
            "If you worked on paper or in Word",
            ("Check the name of the file", "No child’s name, initials or number in it."),
            ("Sign in", "Use the start button on the first page, and open the child’s plan."),
            ("Put the answers in", "Into the same questions in the same order."),
            ("Send it there", "You see at once that it has arrived."),
            ("Tidy up", "Delete the copy on your own computer, and shred what was printed."),
        ),
        callout(
            "If you cannot sign in",
            paragraphs(
                "Ring us. We will give you access or agree a secure way with you. Do not send the "
                "file to a shared mailbox, and do not put it on a memory stick."
            ),
            "wait",
        ),
        callout(
            "If something went to the wrong person",
            paragraphs(
                "Tell us the same day, and tell your school’s data protection officer. Nobody will "
                "be blamed for saying so early."
            ),
            "wait",
        ),
        contact(),
    ],
}

DANGER: dict[str, Any] = {
    "title": "If a child may be in danger",
    "slug": "if-a-child-may-be-in-danger",
    "search_description": "What to do at once if you think that a child is in danger.",
    "intro": "Do not wait for the meeting, and do not write it into a form first.",
    "body": [
        callout(
            "In an emergency",
            paragraphs("<b>Ring 999</b> if a child is in danger now."),
            "wait",
        ),
        steps(
            "If you are worried",
            (
                "Tell somebody today",
                "In school: the designated safeguarding lead. Everybody else: {urgent}.",
            ),
            ("Tell the child’s social worker", "They need to know whatever else is done."),
            (
                "Write down what you saw and heard",
                "In the child’s own words, with date and time. Do not ask them to tell it again and again.",
            ),
        ),
        callout(
            "What a child tells you",
            paragraphs(
                "Listen. Say that they were right to tell. Never promise to keep it secret: say whom "
                "you will tell, and why."
            ),
            "child",
        ),
        text(
            "If you are a child or young person",
            paragraphs(
                "Ring Childline on 0800 1111. It is free, at any time. If you are in danger, ring "
                "999. You can also tell any adult whom you trust."
            ),
        ),
    ],
}
