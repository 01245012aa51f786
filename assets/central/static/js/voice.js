// Lets one listen to a message before it leaves the phone, and says at once when it is too large or too long. The page
// works without: the centre looks at every file itself.
(() => {
  const SIZE_MAX = 3 * 1024 * 1024, SECONDS_MAX = 62;
  for (const field of document.querySelectorAll(".voice input[type=file]")) {
    const player = document.createElement("audio"), problem = document.createElement("p");
    player.controls = true;
    problem.className = "problem";
    problem.setAttribute("role", "alert");
    player.hidden = problem.hidden = true;
    field.after(problem, player);
    const refuse = (words) => {
      problem.textContent = words;
      problem.hidden = false;
      player.hidden = true;
      field.value = "";
    };
    field.addEventListener("change", () => {
      problem.hidden = true;
      player.hidden = true;
      if (player.src) URL.revokeObjectURL(player.src);
      const file = field.files[0];
      if (!file) return;
      if (file.size > SIZE_MAX) { refuse(field.dataset.big); return; }
      const keep = document.getElementsByName(field.name + ".keep")[0];
      if (keep) keep.checked = false;
      player.src = URL.createObjectURL(file);
      player.hidden = false;
    });
    player.addEventListener("loadedmetadata", () => {
      if (isFinite(player.duration) && player.duration > SECONDS_MAX) refuse(field.dataset.long);
    });
    player.addEventListener("error", () => { player.hidden = true; }); // this browser cannot play it; the desk may
  }
})();
