/* Pages of one's own: the question read aloud, by a voice of this very computer or not at all. */
(() => {
  "use strict";

  const { say, hush } = document.currentScript.dataset;
  const place = document.querySelector("[data-pep-say]");
  const voices = window.speechSynthesis;
  if (!place || !voices) {
    return;
  }

  // A voice that is not local would send the words to its maker.
  const voice = () =>
    voices.getVoices().find((one) => one.localService && one.lang.toLowerCase().startsWith("en"));

  const words = () => {
    const parts = place.querySelectorAll(
      "h1, h2, legend, .pep-mine__about, .pep-lede, .pep-mine__option label, .pep-mine__label, .pep-answer",
    );
    const lines = [];
    for (const part of parts) {
      // A heading in a legend is read once.
      if (part.matches("legend") && part.querySelector("h1")) {
        continue;
      }
      const line = part.textContent.replace(/\s+/g, " ").trim();
      if (line && !lines.includes(line)) {
        lines.push(line);
      }
    }
    return lines.join(". ");
  };

  let button = null;
  const offer = () => {
    if (button || !voice()) {
      return;
    }
    button = document.createElement("button");
    button.type = "button";
    button.className = "pep-mine__quiet pep-mine__say";
    button.textContent = say;
    button.addEventListener("click", () => {
      if (voices.speaking) {
        voices.cancel();
        return;
      }
      const speech = new SpeechSynthesisUtterance(words());
      speech.voice = voice();
      speech.lang = speech.voice.lang;
      speech.rate = 0.9;
      speech.addEventListener("end", () => (button.textContent = say));
      speech.addEventListener("start", () => (button.textContent = hush));
      voices.speak(speech);
    });
    place.before(button);
  };

  offer();
  voices.addEventListener?.("voiceschanged", offer);
  window.addEventListener("pagehide", () => voices.cancel());
})();
