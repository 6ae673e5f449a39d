/* Drawing on a child's page. The drawing goes into the page's own file field as a PNG, so that it is
 * sent, looked over and kept like any other picture. Nothing is stored in the browser. */
(() => {
  "use strict";

  const names = document.currentScript.dataset.colours.split(",").map((name) => name.trim());
  const room = document.querySelector("[data-pep-draw]");
  const form = room?.closest("form");
  const field = form?.querySelector("input[type=file]");
  const canvas = room?.querySelector("canvas");
  const pen = canvas?.getContext("2d");
  if (!room || !field || !pen || !window.DataTransfer || !canvas.toBlob) {
    return;
  }
  room.hidden = false;

  // In the order of their names, which come from the page.
  const CODES = [
    "#1c2b33",
    "#d9432f",
    "#ee8f32",
    "#f2c838",
    "#3f9c5a",
    "#2f72c4",
    "#8a45b0",
    "#e57fae",
    "#8a5a34",
    "#ffffff",
  ];
  let colour = CODES[0];
  let thick = false;
  let drawn = false;
  const before = [];

  const pens = room.querySelector(".pep-mine__pens");
  for (const [number, code] of CODES.entries()) {
    const name = names[number] || code;
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-label", name);
    button.setAttribute("aria-pressed", String(code === colour));
    // A drawing and not a style, which the page's policy would not allow.
    button.innerHTML = `<svg viewBox="0 0 10 10" aria-hidden="true"><circle cx="5" cy="5" r="5" fill="${code}"/></svg>`;
    button.addEventListener("click", () => {
      colour = code;
      for (const other of pens.children) {
        other.setAttribute("aria-pressed", String(other === button));
      }
    });
    pens.append(button);
  }

  const paper = () => {
    pen.fillStyle = "#ffffff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
  };
  paper();

  const at = (event) => {
    const box = canvas.getBoundingClientRect();
    return [
      ((event.clientX - box.left) * canvas.width) / box.width,
      ((event.clientY - box.top) * canvas.height) / box.height,
    ];
  };

  const remember = () => {
    before.push(pen.getImageData(0, 0, canvas.width, canvas.height));
    if (before.length > 12) {
      before.shift();
    }
  };

  let down = false;
  canvas.addEventListener("pointerdown", (event) => {
    remember();
    down = true;
    drawn = true;
    canvas.setPointerCapture(event.pointerId);
    pen.strokeStyle = colour;
    pen.lineWidth = thick ? 26 : 9;
    pen.lineCap = pen.lineJoin = "round";
    pen.beginPath();
    pen.moveTo(...at(event));
    pen.lineTo(...at(event));
    pen.stroke();
    event.preventDefault();
  });
  canvas.addEventListener("pointermove", (event) => {
    if (down) {
      pen.lineTo(...at(event));
      pen.stroke();
    }
  });
  for (const name of ["pointerup", "pointercancel"]) {
    canvas.addEventListener(name, () => (down = false));
  }

  const thickness = room.querySelector("[data-pep-thick]");
  thickness.setAttribute("aria-pressed", "false");
  thickness.addEventListener("click", () => {
    thick = !thick;
    thickness.setAttribute("aria-pressed", String(thick));
  });
  room.querySelector("[data-pep-undo]").addEventListener("click", () => {
    const last = before.pop();
    if (last) {
      pen.putImageData(last, 0, 0);
    }
    drawn = before.length > 0;
  });
  room.querySelector("[data-pep-empty]").addEventListener("click", () => {
    remember();
    paper();
    drawn = false;
  });

  // The drawing is put into the field on the way out; whatever was chosen there stands before it.
  let ready = false;
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (ready || !drawn || field.files.length || !["next", "more"].includes(button?.value)) {
      return;
    }
    event.preventDefault();
    canvas.toBlob((blob) => {
      const files = new DataTransfer();
      files.items.add(new File([blob], "My drawing.png", { type: "image/png" }));
      field.files = files.files;
      ready = true;
      form.requestSubmit(button);
    }, "image/png");
  });
})();
