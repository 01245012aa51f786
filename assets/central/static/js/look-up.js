// A receipt's QR opens /c#CODE. What stands behind # never travels, so the page itself sends it, as typing would.
(() => {
  const form = document.getElementById("code-form");
  const field = document.getElementById("code");
  const code = decodeURIComponent(location.hash.slice(1)).replace(/[^0-9A-Za-z]/g, "");
  if (!form || !field || code.length !== 10 || field.value) return;
  field.value = code.slice(0, 5) + " " + code.slice(5);
  history.replaceState(null, "", location.pathname + location.search); // "back" must not send it again
  form.submit();
})();
