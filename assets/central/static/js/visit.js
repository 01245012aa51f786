// One tab, one visit: the signed name of the first page stays for as long as the tab is open, so that loading a page
// again and pressing again counts once. Without a script, or where nothing may be kept, each page is a visit.
(() => {
  const fields = document.querySelectorAll('input[name="visit"]');
  if (!fields.length) return;
  try {
    const kept = sessionStorage.getItem("visit") || fields[0].value;
    sessionStorage.setItem("visit", kept);
    for (const field of fields) field.value = kept;
  } catch (_) {}
})();
