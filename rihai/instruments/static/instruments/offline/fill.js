/* One form that is open: begun, restored or corrected; saved as one writes; finished into the queue. */

import { button, h, notice, say } from "./page.js";
import { reactive } from "./reactive.js";
import { newId } from "./vault.js";
import { draw } from "./view.js";

const WAIT = 400;
const XML = "xml_submission_file";

/** The engine is fetched when the first form is opened: the list of what waits is there at once. */
const engine = () => import("./vendor/xforms-engine.js");

const fileName = ({ basename, extension, fileName: name } = {}) => {
  const end = (extension ?? /\.\w{1,8}$/.exec(name ?? basename ?? "")?.[0] ?? "").replace(/[^\w.]/g, "");
  return `${newId().slice(0, 12)}${end && !end.startsWith(".") ? "." : ""}${end}`;
};

const CONFIG = {
  stateFactory: reactive, preloadProperties: { deviceID: "rihai:browser" }, instanceAttachments: { fileNameFactory: fileName },
};

/** The form of a box that was taken along, ready to be filled in, with what was written in it before (`draft`).
    {root, files}: `files` are those that came with it, which the engine hands out no more, because it did not take them
    in itself: they are carried on beside it. */
export async function openForm(held, draft) {
  const files = new Map([...(draft ?? []), ...held].filter(([, value]) => value instanceof File && value.name !== "form.xml").filter(([name]) => name !== XML).reverse());
  return { root: await opened(held, draft, files), files };
}

async function opened(held, draft, files) {
  const { loadForm } = await engine();
  const form = await loadForm(await text(held.get("xform")), { fetchFormAttachment: async () => new Response(null, { status: 404 }), missingResourceBehavior: "BLANK" });
  if (form.status === "failure") { throw form.error ?? new Error("form"); }
  const data = new FormData();
  if (draft || held.has(XML)) { data.append(XML, (draft ?? held).get(XML)); }
  files.forEach((file, name) => data.append(name, file));
  if (draft) { return (await form.restoreInstance({ data: [data] }, CONFIG)).root; }
  if (held.has(XML)) {
    return (await form.editInstance({ inputType: "FORM_INSTANCE_INPUT_RESOLVED", data: [data] }, CONFIG)).root;
  }
  return form.createInstance(CONFIG).root;
}

const text = async (value) => (typeof value === "string" ? value : value.text());

/** The id of an answer, wherever the form keeps its meta. */
export const idOf = (xml) => new DOMParser().parseFromString(xml, "text/xml").getElementsByTagNameNS("*", "instanceID")[0]?.textContent ?? "";

/** Speak the page's language where the form does. */
export function speak(root, language) {
  const found = root.languages.find((one) => one.locale?.language === language || String(one.language ?? "").includes(`(${language})`));
  if (found) { root.setLanguage(found); }
}

/** The page of an open form. `keep(kind, form)` puts it away; `left()` is called when it is done or laid aside. */
export function fillPage({ root, files }, { title, who, language, there, stays, keep, left }) {
  speak(root, language);
  const state = h("p", { class: "fill-state", role: "status" });
  const summary = h("div");
  let timer = 0, dirty = false, saving = null, over = false;

  const tell = (word, wrong = false) => { state.textContent = word; state.toggleAttribute("data-wrong", wrong); };
  /* What the engine hands out, and the files carried beside it; of a finished one not those that are `there` already. */
  async function content(isDone = false) {
    const { status, data: [form] } = await root.prepareInstancePayload();
    const xml = await form.get(XML).text();
    files.forEach((file, name) => {
      if (!form.has(name) && xml.includes(`>${name}<`) && !(isDone && there.has(name))) { form.append(name, file); }
    });
    return { status, form };
  }
  async function save() {
    clearTimeout(timer);
    if (saving) { await saving; }
    if (!dirty || over) { return true; }
    dirty = false;
    saving = content().then(({ form }) => keep("draft", form));
    try {
      await saving;
      tell(say("saved", { time: `\u2066${new Date().toTimeString().slice(0, 5)}\u2069` }));
      return true;
    } catch (error) {
      dirty = true;
      tell(say(error.name === "QuotaExceededError" ? "full" : "not_saved"), true);
      return false;
    } finally { saving = null; }
  }
  const changed = () => { dirty = true; tell(say("saving")); clearTimeout(timer); timer = setTimeout(save, WAIT); };
  const done = h("button", { class: "btn btn-primary" }, h("span", {}, say("finish")));
  const stay = h("input", { class: "form-check-input", type: "checkbox", id: "stays", autocomplete: "off" });
  stay.checked = stays;
  const drawn = draw(root, changed, (isIt) => { done.className = `btn btn-${isIt ? "primary" : "secondary"}`; });

  async function finish() {
    const wrong = drawn.problems();
    summary.replaceChildren();
    if (wrong.length) { return complain(wrong); }
    const { status, form } = await content(true);
    if (status !== "ready") { return complain([]); }
    over = true;
    clearTimeout(timer);
    if (saving) { await saving.catch(() => null); }
    try { await keep("queue", form, { stays: stay.checked }); } catch (error) {
      over = false;
      return tell(say(error.name === "QuotaExceededError" ? "full" : "not_saved"), true);
    }
    return leave("finished");
  }
  function complain(wrong) {
    const go = (to) => (event) => { event.preventDefault(); const at = document.getElementById(to); drawn.show(at); at.focus(); at.scrollIntoView({ block: "center" }); };
    const made = notice("wrong", say(wrong.length === 1 ? "mend_one" : "mend", { n: wrong.length }),
      h("ul", {}, ...wrong.map((one) => h("li", {}, h("a", { href: `#${one.to}`, onclick: go(one.to) }, `${one.label}: ${one.says}`)))));
    made.classList.add("error-summary");
    made.tabIndex = -1;
    summary.replaceChildren(made);
    made.focus();
  }
  function leave(how) { over = true; clearTimeout(timer); drawn.release(); left(how); }

  const element = h("form", { class: "page-form fill", novalidate: true, autocomplete: "off", onsubmit: (event) => { event.preventDefault(); finish(); } },
    who ? h("p", { class: "standfirst" }, who) : null, summary, drawn.element, state,
    h("div", { class: "form-check" }, stay, h("label", { class: "form-check-label", for: stay.id }, say("stay"))),
    h("div", { class: "page-form-acts" }, done,
      button(say("later"), async () => { if (await save()) { leave("later"); } })));
  return { element, title, put: drawn.put, begin: drawn.begin, save, isDirty: () => dirty, leave };
}
