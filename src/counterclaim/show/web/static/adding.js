// Adding: files are dropped or chosen and measured before they are sent; a job is followed as it goes on.

const MB = 1024 * 1024;
const MANY = /\.(jsonl|csv|parquet|warc|gz)$/i; // files of many documents, which may be larger than one

function sized(bytes) {
  return bytes < MB / 10 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / MB).toFixed(1)} MB`;
}

function measure(form, input, list) {
  const most = Number(form.dataset.most), document_ = Number(form.dataset.document);
  let sum = 0;
  const lines = [...input.files].map((file) => {
    sum += file.size;
    const line = document.createElement("li"), name = document.createElement("bdi");
    name.textContent = file.name;
    const isTooLarge = file.size > document_ && !MANY.test(file.name);
    line.append(name, ` ${sized(file.size)}${isTooLarge ? ": more than one document may have; it will be skipped" : ""}`);
    line.classList.toggle("is-failed", isTooLarge);
    return line;
  });
  list.replaceChildren(...lines);
  input.setCustomValidity(sum > most ? `Together they have ${sized(sum)}; at once the desk takes ${sized(most)}. Send them in parts.` : "");
  if (sum > most) input.reportValidity();
}

function takeDrops(form) {
  const input = form.querySelector("input[type=file]"), drop = document.getElementById("drop");
  const list = document.getElementById("chosen");
  let depth = 0;
  const hasFiles = (event) => event.dataTransfer?.types.includes("Files");
  const show = (by) => { depth = Math.max(0, depth + by); drop.classList.toggle("is-over", depth > 0); };
  // all over the page, because a file that is dropped beside the mark would else take the page away
  addEventListener("dragenter", (event) => { if (hasFiles(event)) { event.preventDefault(); show(1); } });
  addEventListener("dragleave", (event) => { if (hasFiles(event)) show(-1); });
  addEventListener("dragover", (event) => { if (hasFiles(event)) event.preventDefault(); });
  addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    show(-depth);
    input.files = event.dataTransfer.files;
    measure(form, input, list);
    input.focus();
  });
  input.addEventListener("change", () => measure(form, input, list));
  if (input.files.length) measure(form, input, list);
  document.documentElement.classList.add("has-script");
}

function limitText(field) {
  field.addEventListener("change", () => {
    const bytes = new Blob([field.value]).size;
    field.setCustomValidity(bytes > Number(field.dataset.most) ? `It has ${sized(bytes)}; one document has 10 MB at the most.` : "");
  });
}

// What is sent twice would wait in line twice.
function sendOnce(form) {
  form.addEventListener("submit", () => setTimeout(() => lock(form, true)));
  addEventListener("pageshow", () => lock(form, false));
}

function lock(form, isLocked) {
  for (const button of form.querySelectorAll("button")) button.disabled = isLocked;
}

// Put in what changed and leave alone what did not, so that nobody loses the place where they read.
function renew(old, fresh) {
  const known = new Map([...old.children].map((child) => [child.dataset.key, child]));
  let at = old.firstElementChild;
  for (const child of [...fresh.children]) {
    const before = known.get(child.dataset.key);
    known.delete(child.dataset.key);
    let now = child;
    if (before?.isEqualNode(child)) now = before;
    else if (before && "parts" in child.dataset) { renew(before, child); now = before; }
    else if (before) { if (at === before) at = child; before.replaceWith(child); }
    if (now !== at) old.insertBefore(now, at); else at = at.nextElementSibling;
  }
  for (const child of known.values()) child.remove();
}

function follow(place) {
  const said = document.getElementById("job-said");
  const events = new EventSource(place.dataset.events);
  events.addEventListener("job", (event) => {
    const news = JSON.parse(event.data);
    const fresh = document.createElement("div");
    fresh.innerHTML = news.html; // written by the desk, every word of it escaped
    const state = [...fresh.querySelectorAll("[data-said]")].map((one) => one.textContent).join(". ");
    renew(place, fresh);
    if (said.textContent !== state) said.textContent = state;
    if (news.over) events.close();
  });
  events.addEventListener("error", () => {
    if (events.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), 3000);
  });
}

const files = document.getElementById("files-form");
if (files) takeDrops(files);
document.querySelectorAll("textarea[data-most]").forEach(limitText);
document.querySelectorAll(".add-ways form").forEach(sendOnce);
document.getElementById("trouble")?.focus();
const job = document.querySelector("[data-events]");
if (job) follow(job);
