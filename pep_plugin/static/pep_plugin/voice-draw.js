/* Drawing on a child's page. The drawing goes into the page's own file field as a PNG, so that it is
 * sent, looked over and kept like any other picture. Nothing is stored in the browser. */
(() => {
  "use strict";

  const room = document.querySelector("[data-pep-draw]");
  const form = room?.closest("form");
  const field = form?.querySelector("input[type=file]");
  const canvas = room?.querySelector("canvas");
  const pen = canvas?.getContext("2d");
  if (!room || !field || !pen || !window.DataTransfer || !canvas.toBlob) {
    return;
  }
  room.hidden = false;

  const COLOURS = [
    ["Black", "#1c2b33"],
    ["Red", "#d9432f"],
    ["Orange", "#ee8f32"],
    ["Yellow", "#f2c838"],
    ["Green", "#3f9c5a"],
    ["Blue", "#2f72c4"],
    ["Purple", "#8a45b0"],
    ["Pink", "#e57fae"],
    ["Brown", "#8a5a34"],
    ["White", "#ffffff"],
  ];
  let colour = COLOURS[0][1];
  let thick = false;
  let drawn = false;
  const before = [];

  const pens = room.querySelector(".pep-mine__pens");
  for (const [name, code] of COLOURS) {
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
