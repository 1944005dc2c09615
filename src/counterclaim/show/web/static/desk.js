// What every page of the desk has: a key for the search box, short notes, and rows that show where one is.

const note = document.getElementById("note");
let noteEnds;

/** Show a short note for some seconds; it is read aloud politely. */
export function say(words) {
  if (!note) return;
  note.textContent = words;
  clearTimeout(noteEnds);
  noteEnds = setTimeout(() => { note.textContent = ""; }, 6000);
}

/** Whether a key was meant for a field and not for the page. */
export function isTyping(event) {
  return event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable]");
}

document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !isTyping(event)) {
    event.preventDefault();
    document.getElementById("find")?.focus();
  }
});

// Rows that are moved sideways on a narrow screen start with the entry in sight that is open.
for (const row of document.querySelectorAll(".sections, .tabs, .queues ul")) {
  const here = row.querySelector("[aria-current]")?.getBoundingClientRect();
  const frame = row.getBoundingClientRect();
  if (here) row.scrollLeft += here.left - frame.left - (frame.width - here.width) / 2;
}
