// Keys of the list (j, k, x, Enter, /), and ready sentences that fill an answer. Without it every page works by hand.
(() => {
  let at = -1;
  const rows = () => [...document.querySelectorAll("[data-row]")];
  const typing = (e) => e.target.closest("input, textarea, select") && !e.target.matches("[type=checkbox]");
  const go = (to) => {
    const all = rows();
    if (!all.length) return;
    all.forEach((row) => row.classList.remove("at"));
    at = Math.max(0, Math.min(all.length - 1, to));
    all[at].classList.add("at");
    all[at].scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.altKey || e.metaKey || typing(e)) return;
    const row = rows()[at];
    if (e.key === "j") go(at + 1);
    else if (e.key === "k") go(at - 1);
    else if (e.key === "x" && row) row.querySelector("[type=checkbox]")?.click();
    else if (e.key === "Enter" && row && e.target === document.body) row.querySelector("a")?.click();
    else if (e.key === "/") {
      const field = document.getElementById("text");
      if (!field) return;
      e.preventDefault();
      field.focus();
    }
  });
  document.addEventListener("click", (e) => {
    const guess = e.target.closest("[data-choose]");
    if (guess) guess.closest("form").elements.category.value = guess.dataset.choose;
  });
  document.addEventListener("change", (e) => {
    const from = e.target.closest("[data-fill]");
    if (!from || !from.value) return;
    const form = from.closest("form");
    form.elements.text.value = from.value;
    if (form.elements.text_en) form.elements.text_en.value = from.selectedOptions[0].dataset.en || "";
    form.elements.text.focus();
  });
})();
