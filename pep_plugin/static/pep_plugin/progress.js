// The page of documents that are being made: looks again by itself, and goes on where the page
// does the work. Without it there is a link and a button.
(() => {
  "use strict";
  const PAUSE = 3000;

  const place = () => document.querySelector("[data-pep-progress]");

  const show = (text) => {
    const page = new DOMParser().parseFromString(text, "text/html");
    const fresh = page.getElementById("bundle");
    if (!fresh) return false;
    document.getElementById("bundle").replaceWith(fresh);
    document.title = page.title;
    return true;
  };

  const look = async () => {
    const now = place();
    if (!now) return;
    const form = now.querySelector("[data-pep-go-on]");
    const how = form ? { method: "POST", body: new URLSearchParams(new FormData(form)) } : {};
    let pause = form ? 0 : PAUSE;
    try {
      const answer = await fetch(location.href, { credentials: "same-origin", ...how });
      if (!answer.ok || !show(await answer.text())) return;
    } catch (error) {
      // The link and the button are still there.
      pause = PAUSE;
    }
    setTimeout(look, pause);
  };

  if (place()) setTimeout(look, 1000);
})();
