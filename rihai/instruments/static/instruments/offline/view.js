/* The form on the page: the engine's tree as headings, fields and rounds that a keyboard and a screen reader know. */

import { about, button, h, notice, say } from "./page.js";
import { asParts } from "./parts.js";
import { effect, reactive, release } from "./reactive.js";
import { read } from "./typed.js";

const INPUTS = { date: "date", time: "time", dateTime: "datetime-local" };
const TAKEN = new Set(["string", "int", "decimal", "date", "time", "dateTime"]);
const FEW = 12;
let count = 0;

/** Draws `root`; {element, show(element), begin(), problems(), put(reference, text), release()}. `changed` is called when
    anything was written, `isLast(yes)` when somebody turns to the last part of a long form or from it. */
export function draw(root, changed, isLast) {
  const owner = [], fields = new Map(), called = (node) => (node.currentState.label?.asString ?? "").trim();
  const context = { root, changed, isLast, fields, called, tally: reactive({ drawn: 0 }) };
  const drawn = root.currentState.children.map((node) => [node, part(node, 2, context, owner)]).filter(([, element]) => element);
  const { element, show, begin } = asParts(drawn, context, owner);
  return {
    element,
    show,
    begin,
    /** What is wrong, each with the field to go to; from now on it stands beside the fields too. */
    problems() {
      fields.forEach((field) => { field.state.shown = true; });
      return [...fields.values()].filter((field) => field.isAsked() && field.says()).map((field) => ({ to: field.target, label: field.label(), says: field.says() }));
    },
    /** What is known already: of a question its text; of rounds, `…#`, how many there are. */
    async put(reference, text) {
      const rounds = reference.endsWith("#") ? found(root, reference.slice(0, -1)) : null;
      if (rounds?.addInstances) {
        const more = Number(text) - rounds.currentState.children.length;
        if (more > 0) { rounds.addInstances(rounds.currentState.children.length - 1, more); }
        changed();
        await new Promise((done) => { setTimeout(done); }); // they are drawn when the engine has said so
        return;
      }
      [...fields.values()].find((one) => one.node.currentState.reference === reference)?.put?.(text);
    },
    release: () => release(owner),
  };
}

function found(node, reference) {
  if (node.currentState.reference === reference) { return node; }
  for (const one of node.currentState.children ?? []) { const it = found(one, reference); if (it) { return it; } }
  return null;
}

/** Whether anything of it is asked now: a group of which nothing is asked is away with its heading. */
export const isShown = (node) => node.currentState.relevant && (node.nodeType !== "group" || node.currentState.hasRelevantBodyNodes !== false);

function part(node, level, context, owner) {
  const drawn = {
    group, "repeat-range:uncontrolled": repeat, "repeat-range:controlled": repeat, input, select, note, trigger: tick, upload,
    range: input, rank: elsewhere,
  }[node.nodeType]?.(node, level, context, owner) ?? null;
  if (drawn) { effect(() => { drawn.hidden = !isShown(node); }, owner); }
  return drawn;
}

const inside = (node, level, context, owner) => node.currentState.children.map((one) => part(one, level, context, owner)).filter(Boolean);

function heading(node, level, context, owner) {
  const made = h(`h${level}`);
  effect(() => { made.textContent = context.called(node); made.hidden = !made.textContent; }, owner);
  return made;
}

function group(node, level, context, owner) {
  const parts = inside(node, Math.min(level + 1, 4), context, owner);
  return parts.length ? h("section", { class: "ask-group" }, heading(node, level, context, owner), ...parts) : null;
}

function repeat(node, level, context, owner) {
  const rounds = h("div"), owners = new Map(), mine = node.nodeType === "repeat-range:uncontrolled";
  const words = () => context.called(node) || context.called(node.currentState.children[0] ?? node);
  const add = button(say("one_more"), () => {
    node.addInstances(node.currentState.children.length - 1);
    context.changed();
    queueMicrotask(() => rounds.lastElementChild?.querySelector("legend").focus());
  });
  const unseen = h("span", { class: "visually-hidden" });
  add.append(unseen);
  effect(() => {
    const now = node.currentState.children;
    const ids = new Set(now.map((one) => one.nodeId));
    for (const [id, [element, its]] of owners) { if (!ids.has(id)) { release(its); element.remove(); owners.delete(id); } }
    now.forEach((one, at) => {
      if (!owners.has(one.nodeId)) { const its = []; owners.set(one.nodeId, [round(node, one, level, context, its, mine, words), its]); }
      const [element] = owners.get(one.nodeId);
      if (rounds.children[at] !== element) { rounds.insertBefore(element, rounds.children[at] ?? null); }
      element.querySelector("legend").textContent = `${words()} ${at + 1}`;
    });
    unseen.textContent = `: ${words()}`;
  }, owner);
  owner.push(() => { for (const [, its] of owners.values()) { release(its); } });
  return h("section", { class: "ask-group" }, heading(node, level, context, owner), rounds, mine ? h("p", {}, add) : null);
}

function round(range, node, level, context, owner, mine, words) {
  const out = button(say("take_out"), () => {
    const at = range.currentState.children.indexOf(node);
    const before = element.previousElementSibling ?? element.nextElementSibling;
    range.removeInstances(at);
    context.changed();
    before?.querySelector("legend").focus();
  }, "secondary", { class: "btn btn-sm btn-secondary" });
  const element = h("fieldset", { class: "ask-round" }, h("legend", { class: "h3", tabindex: "-1" }, words()),
    ...inside(node, Math.min(level + 1, 4), context, owner), mine ? h("p", {}, out) : null);
  return element;
}

/* The ends and the steps of a scale; the engine drops what lies outside it and says nothing. */
function scaleOf(node) {
  const { start, end, step } = node.definition.bodyElement.bounds;
  return { start: Number(start), end: Number(end), step: Number(step ?? 1) };
}

/* The frame of a question: its words, help, what is wrong, and what the summary of problems needs to know of it. */
function field(node, context, owner, { target, grouped, control }) {
  const state = reactive({ shown: false, wrong: null });
  const scale = node.nodeType === "range" ? scaleOf(node) : null;
  const label = h("span"), optional = h("span", { class: "optional" }, say("optional")), help = h("div", { class: "form-text", id: `${target}-h` });
  const wrong = h("div", { class: "invalid-feedback", id: `${target}-e` });
  const said = { node, state, target };
  said.label = () => context.called(node) || node.definition?.nodeName || "";
  said.isAsked = () => node.currentState.relevant;
  said.says = () => {
    const found = node.validationState.violation;
    return state.wrong ? say(state.wrong, { ...about, ...scale }) : found ? found.message?.asString || say(found.condition === "required" ? "required" : "not_so") : "";
  };
  context.fields.set(node.nodeId, said);
  context.tally.drawn = ++count;
  owner.push(() => context.fields.delete(node.nodeId));
  const head = grouped ? h("legend", { class: "form-label" }, label, " ", optional) : h("label", { class: "form-label", for: target }, label, " ", optional);
  const element = h(grouped ? "fieldset" : "div", { class: "field", id: grouped ? target : null, tabindex: grouped ? "-1" : null }, head, help, wrong, control);
  said.element = element;
  effect(() => { label.textContent = said.label(); }, owner);
  effect(() => { optional.hidden = node.currentState.required || node.currentState.readonly; }, owner);
  effect(() => { help.textContent = [node.currentState.hint?.asString, scale ? say("from_to", scale) : ""].filter(Boolean).join(" "); help.hidden = !help.textContent; }, owner);
  effect(() => {
    const says = state.wrong || state.shown ? said.says() : "";
    wrong.replaceChildren(...(says ? [h("span", { class: "visually-hidden" }, say("error")), ` ${says}`] : []));
    element.classList.toggle("field-wrong", Boolean(says));
    const told = grouped ? element : element.querySelector(`#${target}`);
    told.setAttribute("aria-describedby", `${target}-h ${target}-e`);
    if (!grouped && says) { told.setAttribute("aria-invalid", "true"); } else { told.removeAttribute("aria-invalid"); }
  }, owner);
  return { element, said, state };
}

function input(node, _level, context, owner) {
  const type = node.valueType;
  if (!TAKEN.has(type)) { return elsewhere(node, _level, context, owner); }
  const target = `q${++count}`;
  const isLong = type === "string" && !node.appearances?.numbers;
  const common = { class: "form-control", id: target, autocomplete: "off", spellcheck: "false" };
  const control = isLong ? h("textarea", { ...common, rows: node.appearances?.multiline ? "5" : "2", dir: "auto", maxlength: "10000" })
    : INPUTS[type] ? h("input", { ...common, type: INPUTS[type] })
    : h("input", { ...common, type: "text", inputmode: type === "int" ? "numeric" : "decimal", dir: "ltr", maxlength: "40" });
  const { element, said, state } = field(node, context, owner, { target, grouped: false, control });
  const write = () => {
    const { value, wrong } = control.validity?.badInput ? { wrong: "not_day" } : read(type, control.value, node.nodeType === "range" ? scaleOf(node) : null);
    state.wrong = wrong ?? null;
    if (!wrong) { node.setValue(value); }
    context.changed();
  };
  control.addEventListener("input", write);
  control.addEventListener("blur", () => { if (control.value) { state.shown = true; } });
  said.put = (text) => { control.value = text; write(); };
  effect(() => {
    const value = String(node.currentState.instanceValue ?? "");
    if (document.activeElement !== control && !state.wrong) { control.value = type === "dateTime" ? value.slice(0, 16) : value; }
  }, owner);
  effect(() => { control.readOnly = node.currentState.readonly; }, owner);
  return element;
}

function select(node, _level, context, owner) {
  const target = `q${++count}`, several = node.selectType === "select", name = target;
  const isLong = !several && (node.currentState.valueOptions.length > FEW || node.appearances?.minimal);
  const choose = (values) => { node.selectValues(values); state.shown = true; context.changed(); };
  const control = isLong ? h("select", { class: "form-select", id: target, autocomplete: "off", onchange: () => choose(control.value ? [control.value] : []) }) : h("div", { class: "choices" });
  const { element, said, state } = field(node, context, owner, { target, grouped: !isLong, control });
  let drawn = "";
  effect(() => {
    const options = node.currentState.valueOptions.map((one) => [one.value, one.label?.asString ?? one.value]);
    const key = JSON.stringify(options);
    if (key === drawn) { return; }
    drawn = key;
    const held = control.contains(document.activeElement) ? document.activeElement.value : null;
    control.replaceChildren(...(isLong ? [h("option", { value: "" })] : []), ...options.map(([value, words], at) => (isLong ? h("option", { value }, words)
      : h("div", { class: "form-check" }, h("input", {
        class: "form-check-input", type: several ? "checkbox" : "radio", name, id: `${target}-${at}`, value, autocomplete: "off",
        onchange: () => choose([...control.querySelectorAll(":checked")].map((one) => one.value)),
      }), h("label", { class: "form-check-label", for: `${target}-${at}` }, words)))));
    if (held !== null) { [...control.querySelectorAll("input")].find((one) => one.value === held)?.focus(); }
  }, owner);
  effect(() => {
    const chosen = new Set(node.currentState.value);
    node.currentState.valueOptions.length; // read, so that new options get their ticks too
    if (isLong) { control.value = [...chosen][0] ?? ""; } else { control.querySelectorAll("input").forEach((one) => { one.checked = chosen.has(one.value); }); }
  }, owner);
  effect(() => { control.querySelectorAll("input").forEach((one) => { one.disabled = node.currentState.readonly; }); }, owner);
  said.put = (text) => choose(text.split(" ").filter(Boolean));
  return element;
}

function tick(node, _level, context, owner) {
  const target = `q${++count}`;
  const box = h("input", { class: "form-check-input", type: "checkbox", id: target, autocomplete: "off", onchange: () => { node.setValue(box.checked); context.changed(); } });
  const control = h("div", { class: "form-check" }, box, h("label", { class: "form-check-label", for: target }, say("seen")));
  const { element } = field(node, context, owner, { target: `${target}-f`, grouped: true, control });
  effect(() => { box.checked = Boolean(node.currentState.value); }, owner);
  return element;
}

function note(node, _level, context, owner) {
  const words = h("p"), help = h("p", { class: "quiet" });
  effect(() => { words.textContent = [context.called(node), node.currentState.value ?? ""].filter(Boolean).join(" "); }, owner);
  effect(() => { help.textContent = node.currentState.hint?.asString ?? ""; help.hidden = !help.textContent; }, owner);
  return h("div", { class: "ask-note" }, words, help);
}

/* A picture or another file: kept whole, sealed with the answer, under a name of ours. */
function upload(node, _level, context, owner) {
  const target = `q${++count}`, accept = node.nodeOptions?.media?.accept;
  const control = h("input", { class: "visually-hidden", type: "file", id: target, accept: accept && accept !== "*" ? accept : null, autocomplete: "off" });
  const kept = h("p", { class: "upload-kept" });
  control.addEventListener("change", () => {
    const [file] = control.files;
    state.wrong = file && file.size > about.limit ? "too_large" : null;
    if (file && !state.wrong) { node.setValue(file); state.shown = true; context.changed(); }
    control.value = "";
  });
  const out = button(say("file_out"), () => { node.setValue(null); context.changed(); control.focus(); }, "secondary", { class: "btn btn-sm btn-secondary" });
  const whole = h("div", { class: "upload" }, control, h("label", { class: "btn btn-secondary", for: target }, say("file_in")), kept);
  const { element, state } = field(node, context, owner, { target, grouped: false, control: whole });
  effect(() => {
    const file = node.currentState.value;
    kept.hidden = !file;
    kept.replaceChildren(...(file ? [h("span", {}, say("file_here", { kb: Math.max(1, Math.round(file.size / 1000)) })), " ", out] : []));
  }, owner);
  return element;
}

/* What this page cannot take is named, not left out in silence. */
function elsewhere(node, _level, context, owner) {
  const words = h("p", {});
  effect(() => { words.textContent = context.called(node); }, owner);
  return notice("info", say("elsewhere"), words);
}
