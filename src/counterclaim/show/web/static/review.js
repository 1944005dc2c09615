// Keys of the review queue: an element says with `data-key` which key does what it does.

import { isTyping, say } from "/static/desk.js";

const FIELDS = "textarea, select, input";

/** Do what the element with a key does: open, go into, or press it. */
function use(element) {
  if (element.matches("details")) {
    element.open = !element.open;
    if (element.open) element.querySelector("form :is(input:not([type=hidden], :disabled), select, textarea)")?.focus();
  } else if (element.matches(FIELDS)) {
    element.focus();
  } else {
    element.click();
  }
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && event.target.matches(FIELDS)) {
    event.target.blur();
    return;
  }
  if (event.repeat || isTyping(event)) return;
  const element = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!element) return;
  event.preventDefault();
  use(element);
});

// A form is sent once, however often its button is pressed.
document.addEventListener("submit", (event) => {
  if (event.target.dataset.sent) event.preventDefault();
  event.target.dataset.sent = "yes";
});
addEventListener("pageshow", () => {
  for (const form of document.forms) delete form.dataset.sent;
});

// What was kept stands in the address once, so that loading again does not say it again.
const address = new URL(location.href);
if (address.searchParams.has("kept")) {
  address.searchParams.delete("kept");
  history.replaceState(null, "", address);
}

// Questions that are being made anew: look now and then whether they are done.
const making = document.querySelector("[data-making]");
if (making) {
  const timer = setInterval(async () => {
    const answer = await fetch(making.dataset.making).catch(() => null);
    const { running, made } = answer?.ok ? await answer.json() : { running: true };
    if (running) return;
    clearInterval(timer);
    making.remove();
    say(made ? "Questions are made anew." : "Questions could not be made anew: load the page to try again.");
  }, 1500);
}
