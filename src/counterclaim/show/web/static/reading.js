// The reading view: from words to their card and back, by mouse and by keyboard.

import { isTyping, say } from "./desk.js";

const article = document.querySelector("article.document");
const cards = [...document.querySelectorAll(".card")];
const cardOf = new Map();
for (const card of cards) {
  for (const way of card.querySelectorAll("[data-claim]")) cardOf.set(way.dataset.claim, card);
}

/** The claim whose words an element shows; its second piece is called c0123-2. */
const claimOf = (element) => element.id.split("-")[0];

/** The card for a place in the text: that of the innermost claim or content there. */
function cardAt(place) {
  for (let at = place; at && at !== article; at = at.parentElement) {
    if (at.matches(".told")) {
      const card = cardOf.get(claimOf(at.id ? at : begun(at)));
      if (card) return card;
    }
    const said = at.matches(".said") && /^t-said(\d+)/.exec(at.id);
    if (said) return document.getElementById(`t-card${said[1]}`);
  }
  return null;
}

/** The element that an interrupted one goes on from: the last before it that has a name. */
function begun(element) {
  const named = [...document.querySelectorAll(".told[id]")];
  return named.reverse().find((one) => one.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) ?? element;
}

/** Mark a card as the one meant, and its words with it unless some of them are marked already. */
function choose(card, withWords = true) {
  for (const one of document.querySelectorAll(".is-chosen")) one.classList.remove("is-chosen");
  for (const one of cards) one.removeAttribute("aria-current");
  if (!card) return;
  card.classList.add("is-chosen");
  card.setAttribute("aria-current", "true");
  for (const way of withWords ? card.querySelectorAll("[data-claim]") : []) {
    for (const words of document.querySelectorAll(`.told[id^="${way.dataset.claim}"]`)) words.classList.add("is-chosen");
  }
}

function toCard(card) {
  choose(card);
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
}

function toWords(card) {
  choose(card);
  const words = document.getElementById(card.querySelector("[data-claim]")?.dataset.claim ?? "");
  if (!words) return;
  words.tabIndex = -1;
  words.focus({ preventScroll: true });
  words.scrollIntoView({ block: "center" });
}

/** The card that a key is meant for: the focused one, else that of the focused words, else the chosen one. */
function current() {
  const focused = document.activeElement;
  return focused?.closest(".card") ?? cardAt(focused) ?? document.querySelector(".card.is-chosen");
}

function step(by) {
  const at = cards.indexOf(current());
  const next = at < 0 ? cards[by > 0 ? 0 : cards.length - 1] : cards[at + by];
  if (next) toCard(next);
  else say(by > 0 ? "That was the last card of this page." : "That was the first card of this page.");
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  w: (card) => card && toWords(card),
  c: (card) => card && toCard(card),
  r: (card) => card?.querySelector(".to-review")?.click(),
};

document.addEventListener("keydown", (event) => {
  if (isTyping(event) || event.shiftKey || !(event.key in KEYS)) return;
  event.preventDefault();
  KEYS[event.key](current());
});

article?.addEventListener("click", (event) => {
  const chosen = getSelection();
  if (event.target.closest("a, summary, button, details") || (chosen && !chosen.isCollapsed)) return;
  const card = event.target.closest(".card");
  if (card) return toWords(card);
  const found = event.target.closest(".words") && cardAt(event.target);
  if (found) toCard(found);
});

/** Choose what the address names; what stands in another part is asked from the server. */
function land() {
  const name = decodeURIComponent(location.hash.slice(1));
  const there = document.getElementById(name);
  if (there) choose(there.closest(".card") ?? cardAt(there), !there.matches(".told"));
  else if (article?.dataset.parts && /^c[0-9a-f]{16}$/.test(name) && !location.search.includes(name)) {
    location.replace(`${article.dataset.path}?claim=${name}#${name}`);
  }
}

addEventListener("hashchange", land);
land();
