// A ground to draw on with a finger or a mouse; the strokes go into the form as tenths of a millimetre (96 px = 1 inch).
(() => {
  const TENTHS = 254 / 96;
  const SIZE_MAX = 15000; // of the strokes as JSON: what a record takes
  for (const pad of document.querySelectorAll(".pad")) {
    const field = document.getElementsByName(pad.dataset.for)[0];
    const keep = document.getElementsByName(pad.dataset.for + ".keep")[0];
    const canvas = document.createElement("canvas");
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", pad.dataset.label);
    const wipe = document.createElement("button");
    wipe.type = "button";
    wipe.className = "press";
    wipe.textContent = pad.dataset.clear;
    pad.append(canvas, wipe);
    const width = pad.clientWidth, height = Math.round(width * 0.75), scale = devicePixelRatio || 1;
    canvas.width = width * scale;
    canvas.height = height * scale;
    const pen = canvas.getContext("2d");
    pen.scale(scale, scale);
    pen.lineWidth = 3;
    pen.lineCap = pen.lineJoin = "round";
    let ink = [], stroke = null;
    const at = (event) => {
      const box = canvas.getBoundingClientRect();
      return [event.clientX - box.left, event.clientY - box.top];
    };
    const save = () => {
      const value = JSON.stringify({ ink, w: Math.round(width * TENTHS), h: Math.round(height * TENTHS) });
      field.value = ink.length && value.length < SIZE_MAX ? value : "";
      if (keep) keep.checked = !ink.length;
    };
    canvas.addEventListener("pointerdown", (event) => {
      if (JSON.stringify(ink).length > SIZE_MAX - 2000) return;
      canvas.setPointerCapture(event.pointerId);
      const [x, y] = at(event);
      stroke = [Math.round(x * TENTHS), Math.round(y * TENTHS)];
      ink.push(stroke);
      pen.beginPath();
      pen.moveTo(x, y);
      pen.lineTo(x, y);
      pen.stroke();
      event.preventDefault();
    });
    canvas.addEventListener("pointermove", (event) => {
      if (!stroke || stroke.length > 600) return;
      const [x, y] = at(event);
      const far = Math.hypot(x * TENTHS - stroke[stroke.length - 2], y * TENTHS - stroke[stroke.length - 1]) > 8;
      if (!far) return;
      stroke.push(Math.round(x * TENTHS), Math.round(y * TENTHS));
      pen.lineTo(x, y);
      pen.stroke();
      event.preventDefault();
    });
    const lift = () => { stroke = null; save(); };
    canvas.addEventListener("pointerup", lift);
    canvas.addEventListener("pointercancel", lift);
    wipe.addEventListener("click", () => {
      ink = [];
      pen.clearRect(0, 0, width, height);
      save();
    });
  }
})();
