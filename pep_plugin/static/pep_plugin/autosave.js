/* Saves while somebody types. The page works without it: Continue and "Save and come back later"
 * post the same fields to the same merge. Nothing is kept in the browser. */
(() => {
  "use strict";

  const form = document.querySelector("form[data-pep-autosave]");
  if (!form) {
    return;
  }
  const status = form.querySelector("[data-pep-saved]");
  const questions = [...form.querySelectorAll("[data-pep-question]")];
  const AFTER_LAST_KEY = 3000;
  const AT_LEAST_EVERY = 20000;
  // A browser drops what it is asked to send while leaving when it is longer than 64 KB.
  const MOST_ON_LEAVING = 60000;

  const mark = (question) => question.querySelector("input[name$='__asked']");

  // The fields of one question as the form would post them, without its mark.
  const fieldsOf = (question) => {
    const fields = [];
    for (const control of question.querySelectorAll("input, select, textarea")) {
      if (!control.name || control.disabled || control === mark(question)) {
        continue;
      }
      if ((control.type === "radio" || control.type === "checkbox") && !control.checked) {
        continue;
      }
      fields.push([control.name, control.value]);
    }
    return fields;
  };

  // What the server has. A page that a button has redrawn holds what it does not have yet.
  const known = new Map();
  if (!form.hasAttribute("data-pep-unsaved")) {
    for (const question of questions) {
      known.set(question, JSON.stringify(fieldsOf(question)));
    }
  }

  const changed = () =>
    questions.filter((question) => JSON.stringify(fieldsOf(question)) !== known.get(question));

  let timer = 0;
  let dirtySince = 0;
  let inFlight = null;
  let hasFailed = false;
  let isLeaving = false;

  const say = (text) => {
    if (status && status.textContent !== text) {
      status.textContent = text;
    }
  };

  // What was sent and not answered yet, by question: whoever leaves now cannot wait for it.
  const underWay = new Map();

  const withMark = (question, fields) => [[mark(question).name, mark(question).value], ...fields];

  const bodyOf = (those) =>
    JSON.stringify({
      fields: those.flatMap((question) => withMark(question, fieldsOf(question))),
      before: those
        .filter((question) => underWay.has(question))
        .flatMap((question) => withMark(question, underWay.get(question))),
    });

  const refusal = (code) => {
    if (code === 403) {
      return "Not saved. Sign in again in a new tab, then press Continue here.";
    }
    if (code === 404) {
      return "Not saved. Your part in this plan may have ended.";
    }
    if (code === 409) {
      return "Not saved. This plan is no longer being written.";
    }
    return "Not saved yet. We keep trying; your text stays here.";
  };

  const send = async (those, isLast) => {
    const sent = new Map(those.map((question) => [question, JSON.stringify(fieldsOf(question))]));
    const body = bodyOf(those);
    those.forEach((question) => underWay.set(question, fieldsOf(question)));
    const response = await fetch(form.dataset.pepAutosave, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "X-CSRFToken": form.elements.csrfmiddlewaretoken.value,
        "X-Pep-Page": form.elements.pep_page.value,
      },
      body,
      credentials: "same-origin",
      keepalive: isLast,
    });
    const isOurs = (response.headers.get("Content-Type") || "").includes("json");
    if (!isOurs || (!response.ok && response.status !== 409)) {
      throw new Error(refusal(response.status));
    }
    const answer = await response.json();
    for (const question of those) {
      // Refused because somebody else changed it: not sent again until it is changed again.
      known.set(question, sent.get(question));
      const revision = answer.revisions[question.dataset.pepQuestion];
      if (revision !== undefined) {
        mark(question).value = `${question.dataset.pepQuestion}@${revision}`;
      }
    }
    say(answer.message ? `${answer.saved}. ${answer.message}` : answer.saved);
  };

  const save = (isLast = false) => {
    window.clearTimeout(timer);
    timer = 0;
    dirtySince = 0;
    const those = changed();
    if (!those.length) {
      return inFlight || Promise.resolve();
    }
    if (inFlight && !isLast) {
      return inFlight.then(() => save());
    }
    inFlight = send(those, isLast)
      .then(() => {
        hasFailed = false;
      })
      .catch((error) => {
        hasFailed = true;
        say(error instanceof TypeError ? refusal(0) : error.message);
        timer = window.setTimeout(save, AT_LEAST_EVERY);
      })
      .finally(() => {
        underWay.clear();
        inFlight = null;
      });
    return inFlight;
  };

  const soon = () => {
    const now = Date.now();
    dirtySince = dirtySince || now;
    const wait = Math.min(AFTER_LAST_KEY, Math.max(0, dirtySince + AT_LEAST_EVERY - now));
    window.clearTimeout(timer);
    timer = window.setTimeout(save, wait);
  };

  form.addEventListener("input", () => {
    soon();
    // Too long to be sent while leaving: it is sent at once.
    if (!inFlight && bodyOf(changed()).length > MOST_ON_LEAVING) {
      save();
    }
  });
  form.addEventListener("change", soon);
  if (form.hasAttribute("data-pep-unsaved")) {
    soon();
  }

  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && !isLeaving) {
      save(true);
    }
  });
  window.addEventListener("pagehide", () => {
    if (!isLeaving) {
      save(true);
    }
  });

  window.addEventListener("beforeunload", (event) => {
    const tooLong = () => bodyOf(changed()).length > MOST_ON_LEAVING;
    if (!isLeaving && changed().length && (hasFailed || tooLong())) {
      event.preventDefault();
    }
  });

  // A save on its way would make this page's own text look like somebody else's: it is waited for.
  form.addEventListener("submit", (event) => {
    if (inFlight) {
      event.preventDefault();
      const button = event.submitter;
      const waited = new Promise((resolve) => window.setTimeout(resolve, 5000));
      Promise.race([inFlight, waited]).then(() => {
        inFlight = null;
        form.requestSubmit(button);
      });
      return;
    }
    isLeaving = true;
    window.clearTimeout(timer);
  });
})();
