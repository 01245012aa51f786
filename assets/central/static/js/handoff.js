// A screen's QR opens /h#DIGITS. What stands behind # never travels, so the page sends it itself, in a form's body.
// Whatever goes wrong, the short code can be typed: it stands on this page from the start.
(() => {
  const look = () => {
    const digits = location.hash.slice(1).replace(/[^0-9]/g, "");
    if (digits.length < 60) return;
    const opening = document.getElementById("opening");
    opening.hidden = false;
    const random = new Uint8Array(16);
    crypto.getRandomValues(random);
    const who = Array.from(random, (byte) => byte.toString(16).padStart(2, "0")).join("");
    const form = document.createElement("form");
    form.method = "post";
    form.action = "/h" + location.search; // language and look stay
    for (const [name, value] of [["digits", digits], ["who", who]]) {
      const field = document.createElement("input");
      field.type = "hidden";
      field.name = name;
      field.value = value;
      form.appendChild(field);
    }
    history.replaceState(null, "", location.pathname + location.search); // "back" must not send it again
    document.body.appendChild(form);
    form.submit();
  };
  addEventListener("hashchange", look); // a second code in the same window
  look();
})();
