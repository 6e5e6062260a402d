/* A long form as parts, one seen at a time: a list of them to go to any, and how much of each is answered. */

import { button, h, say } from "./page.js";
import { effect, reactive } from "./reactive.js";
import { isShown } from "./view.js";

/* So many parts stand below each other on one page; more are turned over like pages. */
const FEW = 4;

/** What stands at the top of a form as parts: each group is one, and what stands loose between two.
    [{title(), element, isAsked(), fields}], in the order of the form. */
function gathered(drawn, context) {
  const parts = [];
  for (const [node, element] of drawn) {
    const isGroup = node.nodeType === "group", last = parts.at(-1);
    if (!isGroup && last?.isLoose) { last.element.append(element); last.nodes.push(node); continue; }
    const whole = h("div", { class: "ask-part" }, isGroup ? null : h("h2", { class: "visually-hidden" }, say("loose_part")), element);
    const part = { nodes: [node], element: whole, isLoose: !isGroup, title: () => (isGroup && context.called(node)) || say("loose_part") };
    part.isAsked = () => part.nodes.some(isShown);
    part.fields = () => [...context.fields.values()].filter((one) => whole.contains(one.element));
    parts.push(part);
  }
  return parts;
}

const isAnswered = (node) => (node.nodeType === "select" ? node.currentState.value.length > 0 : String(node.currentState.instanceValue ?? "") !== "" || Boolean(node.currentState.value));

/** The form as one page, or as parts: {element, show(element), begin()}. `show` turns to the part in which something
    stands; `begin` to where somebody left off. */
export function asParts(drawn, context, owner) {
  const parts = gathered(drawn, context);
  if (parts.length <= FEW) { return { element: h("div", {}, ...drawn.map(([, element]) => element)), show: () => null, begin: () => null }; }
  const at = reactive({ now: 0 });
  const asked = () => parts.map((_one, number) => number).filter((number) => parts[number].isAsked());
  const beside = (step) => { const list = asked(), found = list.indexOf(at.now); return list[found + step]; };
  const summary = h("summary", {}, h("span")), list = h("ol", { class: "ask-parts-list" });
  const nav = h("details", { class: "ask-parts" }, summary, list);
  const next = button("", () => go(beside(1)), "primary"), back = button(say("part_before"), () => go(beside(-1)));

  function go(number) {
    if (number === undefined) { return; }
    at.now = number;
    nav.open = false;
    parts.forEach((one, other) => { one.element.hidden = other !== number; });
    const heading = parts[number].element.querySelector("h2");
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    nav.scrollIntoView({ block: "start", behavior: "instant" });
  }
  parts.forEach((part, number) => {
    part.element.hidden = number !== 0;
    const word = h("span"), count = h("span", { class: "quiet" });
    const line = h("li", {}, h("button", { type: "button", class: "btn btn-link", onclick: () => go(number) }, word), " ", count);
    list.append(line);
    effect(() => {
      context.tally.drawn; // a new round has questions of its own
      const fields = part.fields().filter((one) => one.isAsked() && !one.node.currentState.readonly);
      const wrong = fields.filter((one) => one.state.shown && one.says()).length;
      count.textContent = say("answered", { a: fields.filter((one) => isAnswered(one.node)).length, n: fields.length }) + (wrong ? ` · ${say("to_mend", { n: wrong })}` : "");
    }, owner);
    effect(() => { line.hidden = !part.isAsked(); word.textContent = part.title(); }, owner);
    effect(() => { line.querySelector("button").setAttribute("aria-current", at.now === number ? "step" : "false"); }, owner);
  });
  effect(() => {
    const shown = asked(), found = shown.indexOf(at.now);
    summary.firstElementChild.textContent = say("part_of", { at: found + 1, n: shown.length, title: parts[at.now].title() });
    const after = shown[found + 1];
    next.hidden = after === undefined;
    context.isLast(after === undefined);
    back.hidden = found <= 0;
    next.firstElementChild.textContent = after === undefined ? "" : say("next_part", { title: parts[after].title() });
  }, owner);
  const element = h("div", {}, nav, ...parts.map((one) => one.element), h("div", { class: "ask-turn" }, next, back));
  return {
    element,
    show(inside) { const number = parts.findIndex((one) => one.element.contains(inside)); if (number >= 0 && number !== at.now) { go(number); } },
    begin() { const written = asked().filter((number) => parts[number].fields().some((one) => isAnswered(one.node))); go(written.at(-1) ?? 0); },
  };
}
