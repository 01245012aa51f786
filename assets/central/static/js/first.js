// Brings the first thing that wants attention into sight and under the reader's voice.
(() => {
  const first = document.currentScript.dataset.first;
  const place = first ? document.getElementById("q-" + first) : document.querySelector(".problem");
  if (!place) return;
  place.tabIndex = -1;
  place.focus();
})();
