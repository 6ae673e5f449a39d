/* Suggests schools while somebody types one. Without it "Find a school" opens a page of its own.
 * The words are posted, never put into an address, and nothing is kept in the browser. */
(() => {
  "use strict";

  const form = document.querySelector("form[data-pep-schools]");
  if (!form) {
    return;
  }
  const AFTER_LAST_KEY = 300;

  const ask = async (path, words) => {
    const response = await fetch(`${form.dataset.pepSchools}${path}/`, {
      method: "POST",
      headers: {
        Accept: "application/json",
        "Content-Type": "application/x-www-form-urlencoded",
        "X-CSRFToken": form.elements.csrfmiddlewaretoken.value,
        "X-Pep-Page": form.elements.pep_page.value,
      },
      body: new URLSearchParams({ q: words }),
      credentials: "same-origin",
    });
    return response.ok ? (await response.json()).schools : [];
  };

  for (const button of form.querySelectorAll("button[name='go'][value^='school:']")) {
    const box = button.closest(".pep-question");
    const control = box && box.querySelector("input[type='text']");
    if (!control) {
      continue;
    }
    const list = document.createElement("datalist");
    list.id = `${control.id}-schools`;
    control.after(list);
    control.setAttribute("list", list.id);
    const path = button.value.slice("school:".length);
    let timer = 0;
    let asked = "";
    control.addEventListener("input", () => {
      window.clearTimeout(timer);
      const words = control.value.trim();
      if (words.length < 2 || words === asked) {
        return;
      }
      timer = window.setTimeout(async () => {
        asked = words;
        const schools = await ask(path, words).catch(() => []);
        // Somebody who typed on meanwhile is answered by the next question.
        if (control.value.trim() === words) {
          list.replaceChildren(...schools.map(([value, said]) => new Option(said, value)));
        }
      }, AFTER_LAST_KEY);
    });
  }
})();
