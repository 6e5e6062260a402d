/* Small helpers of the page: elements without innerHTML, so that no text of a form is ever taken for markup. */

const told = JSON.parse(document.getElementById("told").textContent);

export const about = told;

/** A sentence in the language of the page, with its gaps filled: say("still_waits", {n: 3}). */
export const say = (name, given = {}) => told.words[name].replace(/%\((\w+)\)s/g, (_whole, key) => String(given[key]));

/** An element: h("p", {class: "quiet"}, "words", another). Attributes that are null or false are left out. */
export function h(name, attributes = {}, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) { made.addEventListener(key.slice(2), value); }
    else if (value !== null && value !== undefined && value !== false) { made.setAttribute(key, value === true ? "" : value); }
  }
  made.append(...inside.filter((one) => one !== null && one !== undefined));
  return made;
}

/** An icon of the house. */
export function icon(name) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  made.setAttribute("class", "icon");
  made.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `${told.icons}#i-${name}`);
  made.append(use);
  return made;
}

export const button = (word, act, kind = "secondary", more = {}) => h("button", { type: "button", class: `btn btn-${kind}`, onclick: act, ...more }, h("span", {}, word));

export const NOTICES = { done: "circle-check", warning: "alert-triangle", wrong: "alert-triangle", info: "info-circle" };

export function notice(kind, word, ...inside) {
  return h("div", { class: "notice", "data-kind": kind, role: kind === "wrong" ? "alert" : null }, icon(NOTICES[kind]),
    h("div", {}, h("p", { class: "notice-word" }, word), ...inside));
}

export const moment = (at) => new Intl.DateTimeFormat(told.language === "ur" ? "ur-PK-u-nu-latn" : "en-GB",
  { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(at));
