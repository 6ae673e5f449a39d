/* Says every half minute that a section's page is open, and shows who else has it open. It is
 * information and locks nothing; a page that nobody touches falls silent, so that it keeps nobody
 * signed in. */
(() => {
  "use strict";

  const line = document.querySelector("[data-pep-present]");
  const form = document.querySelector("form[data-pep-autosave]");
  if (!line || !form) {
    return;
  }
  const EVERY = 30000;
  const SILENT_AFTER = 10 * 60000;
  let touched = Date.now();

  const say = async () => {
    if (document.visibilityState !== "visible" || Date.now() - touched > SILENT_AFTER) {
      return;
    }
    try {
      const response = await fetch(line.dataset.pepPresent, {
        method: "POST",
        headers: {
          "X-CSRFToken": form.elements.csrfmiddlewaretoken.value,
          "X-Pep-Page": form.elements.pep_page.value,
        },
        credentials: "same-origin",
      });
      if (response.ok) {
        const { others } = await response.json();
        // Set only when it changes: a screen reader says it once.
        if (line.textContent !== others) {
          line.textContent = others;
        }
      }
    } catch {
      // Without a network nobody is told; autosave says what matters.
    }
  };

  for (const kind of ["input", "pointerdown", "keydown", "scroll"]) {
    document.addEventListener(kind, () => (touched = Date.now()), { passive: true });
  }
  document.addEventListener("visibilitychange", say);
  window.setInterval(say, EVERY);
  say();
})();
