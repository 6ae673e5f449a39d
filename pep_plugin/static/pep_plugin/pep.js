/* What every page of Personal Education Plans does when scripts run; nothing depends on it. */
(() => {
  "use strict";

  // A page that the browser kept for its Back button may show what this person may no longer
  // see: it asks the server again. Public pages hold nobody's words, and stay as they are.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted && document.body.classList.contains("pep-body")) {
      window.location.reload();
    }
  });

  // After a refused save the summary of what is wrong is read out first.
  const summary = document.querySelector(".pep-error-summary, [data-pep-focus]");
  if (summary) {
    summary.setAttribute("tabindex", "-1");
    summary.focus();
  }

  // The address of an error's line names a control; focus goes there and its label stays in sight.
  document.addEventListener("click", (event) => {
    const line = event.target.closest(".pep-error-summary a[href^='#']");
    const control = line && document.getElementById(line.hash.slice(1));
    if (!control) {
      return;
    }
    event.preventDefault();
    const question = control.closest(".pep-question") || control;
    question.scrollIntoView();
    control.focus({ preventScroll: true });
  });

  for (const button of document.querySelectorAll("[data-pep-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
})();
