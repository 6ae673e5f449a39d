/* Kinder words while somebody types. The server suggests the same words after saving; here they
 * stand below the box a moment after the last key. The text is never changed. */
(() => {
  "use strict";

  const holder = document.querySelector("[data-pep-glossary]");
  if (!holder) {
    return;
  }
  const AFTER_LAST_KEY = 1200;
  const plain = (word) => word.trim().toLowerCase().split(/\s+/).join(" ");
  const words = new Map(JSON.parse(holder.dataset.pepGlossary).map((one) => [plain(one[0]), one]));
  const escaped = (word) =>
    word
      .split(" ")
      .map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"))
      .join("\\s+");
  const either = [...words.keys()]
    .sort((one, other) => other.length - one.length)
    .map(escaped)
    .join("|");
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}_-])(${either})s?(?![\\p{L}\\p{N}_]|-[\\p{L}\\p{N}_])`,
    "giu",
  );

  const found = (text) => {
    const keys = [...text.matchAll(pattern)].map((match) => plain(match[1]));
    return [...new Set(keys)].map((key) => words.get(key)).filter(Boolean);
  };

  const line = ([word, instead, why]) => {
    const item = document.createElement("li");
    const kinder = document.createElement("strong");
    kinder.textContent = instead;
    item.append(`For “${word}” perhaps: `, kinder, ".");
    if (why) {
      const reason = document.createElement("span");
      reason.className = "pep-kinder__why";
      reason.textContent = ` ${why}`;
      item.append(reason);
    }
    return item;
  };

  const suggest = (box, control) => {
    const suggestions = found(control.value);
    box.querySelector("ul").replaceChildren(...suggestions.map(line));
    box.hidden = suggestions.length === 0;
    const described = (control.getAttribute("aria-describedby") || "").split(" ");
    const ids = described.filter((id) => id && id !== box.id);
    if (suggestions.length) {
      ids.push(box.id);
    }
    if (ids.length) {
      control.setAttribute("aria-describedby", ids.join(" "));
    } else {
      control.removeAttribute("aria-describedby");
    }
  };

  for (const box of document.querySelectorAll("[data-pep-kinder]")) {
    const control = document.getElementById(box.dataset.pepKinder);
    if (control) {
      let timer = 0;
      control.addEventListener("input", () => {
        window.clearTimeout(timer);
        timer = window.setTimeout(() => suggest(box, control), AFTER_LAST_KEY);
      });
    }
  }
})();
