/* Warns five minutes before somebody is signed out, and lets them stay. The server says when; it is
 * asked once, when the page has come, so that asking keeps nobody signed in. */
(() => {
  "use strict";

  const { pepSession: address, pepSignIn: signIn, pepPage: page } = document.body.dataset;
  const canAsk = address && typeof HTMLDialogElement === "function";
  if (!canAsk) {
    return;
  }
  const WARN_BEFORE = 5 * 60;
  // A timer cannot wait for longer than about 24 days.
  const LONGEST = 20 * 24 * 3600;
  const others = "BroadcastChannel" in window ? new BroadcastChannel("pep-session") : null;
  let endsAt = 0;
  let timer = 0;
  let dialog = null;
  let told = null;
  let stay = null;

  const left = () => Math.round((endsAt - Date.now()) / 1000);

  const minutes = (seconds) => {
    const count = Math.max(1, Math.ceil(seconds / 60));
    return count === 1 ? "1 minute" : `${count} minutes`;
  };

  const tell = (words) => {
    // Set only when it changes: a screen reader says each sentence once.
    if (told.textContent !== words) {
      told.textContent = words;
    }
  };

  const build = () => {
    dialog = document.createElement("dialog");
    dialog.className = "pep-timeout";
    dialog.setAttribute("role", "alertdialog");
    dialog.setAttribute("aria-labelledby", "pep-timeout-title");
    dialog.setAttribute("aria-describedby", "pep-timeout-told");
    const title = document.createElement("h2");
    title.id = "pep-timeout-title";
    title.textContent = "You will be signed out soon";
    told = document.createElement("p");
    told.id = "pep-timeout-told";
    told.setAttribute("aria-live", "polite");
    const actions = document.createElement("p");
    actions.className = "pep-actions";
    stay = document.createElement("button");
    stay.type = "button";
    stay.className = "pep-button";
    stay.textContent = "Stay signed in";
    stay.addEventListener("click", keep);
    actions.append(stay);
    dialog.append(title, told, actions);
    document.body.append(dialog);
  };

  const ended = () => {
    dialog.querySelector("h2").textContent = "You have been signed out";
    tell(
      "What you typed stays on this page. Sign in again in a new tab, come back here and save it.",
    );
    if (signIn && !dialog.querySelector("a")) {
      const link = document.createElement("a");
      link.href = signIn;
      link.target = "_blank";
      link.rel = "noopener";
      link.textContent = "Sign in (opens in a new tab)";
      stay.replaceWith(link);
      link.focus();
    }
  };

  const tick = () => {
    window.clearTimeout(timer);
    const seconds = left();
    if (seconds > WARN_BEFORE) {
      if (dialog && dialog.open) {
        dialog.close();
      }
      timer = window.setTimeout(tick, Math.min(seconds - WARN_BEFORE, LONGEST) * 1000);
      return;
    }
    if (!dialog) {
      build();
    }
    if (!dialog.open && seconds > 0 && !dialog.dataset.closed) {
      dialog.showModal();
      stay.focus();
    }
    if (seconds <= 0) {
      if (!dialog.open) {
        dialog.showModal();
      }
      ended();
      return;
    }
    tell(`In ${minutes(seconds)} you will be signed out. What you have typed is kept on this page.`);
    timer = window.setTimeout(tick, Math.min(seconds, 60) * 1000);
  };

  const set = (seconds) => {
    endsAt = Date.now() + seconds * 1000;
    if (dialog) {
      delete dialog.dataset.closed;
    }
    tick();
  };

  const ask = async (method) => {
    const headers = { "X-Pep-Page": page };
    const response = await fetch(address, { method, headers, credentials: "same-origin" });
    const isOurs = (response.headers.get("Content-Type") || "").includes("json");
    if (!response.ok || !isOurs) {
      throw new Error("refused");
    }
    return (await response.json()).left;
  };

  async function keep() {
    try {
      const seconds = await ask("POST");
      set(seconds);
      others?.postMessage(seconds);
    } catch {
      tell("That did not work. Save what you have typed, then sign in again.");
    }
  }

  // Escape closes the warning without an answer: it does not come back until the time is up.
  document.addEventListener(
    "close",
    (event) => {
      if (event.target === dialog && left() > 0) {
        dialog.dataset.closed = "yes";
      }
    },
    true,
  );
  others?.addEventListener("message", (event) => set(Number(event.data)));
  // A computer that slept has timers that slept with it.
  document.addEventListener("visibilitychange", () => {
    if (endsAt && document.visibilityState === "visible") {
      tick();
    }
  });
  ask("GET").then(set, () => {});
})();
