/* Forms without a network: unlock, take along, fill in, send. One page, four views; all it shows was sealed before. */

import { about, button, h, icon, moment, notice, say } from "./page.js";
import { fetched, door, send, taken } from "./queue.js";
import { Boxes, eraseVault, keepVault, vaults } from "./store.js";
import { fillPage, idOf, openForm } from "./fill.js";
import { isStrong, makeVault, newId, openVault, suggest } from "./vault.js";

const IDLE = 15 * 60 * 1000;
const MOST_SHOWN = 50;
const XML = "xml_submission_file";
const app = document.getElementById("app");
const title = document.querySelector("h1");
const HOME = title.textContent;
let boxes = null, open = null, idle = 0, release = null, sending = false, again = false, notes = [], failed = "";

/* Whom to take along stands behind the # of the address, which no server is told; it does not stay there. */
let wanted = decodeURIComponent(location.hash.slice(1));
if (wanted) { history.replaceState(null, "", location.pathname); }

function show(heading, ...inside) {
  title.textContent = heading;
  title.tabIndex = -1;
  app.replaceChildren(...inside.filter(Boolean));
  if (document.activeElement === document.body || !document.activeElement?.isConnected) { title.focus({ preventScroll: true }); }
  window.scrollTo(0, 0);
}

/* A passphrase is no password of a site: the browser must not offer to keep it. So the field is a text whose letters
   are not drawn, which no password manager takes. */
function secret(id, label, help) {
  const control = h("input", { class: "form-control secret", id, type: "text", autocomplete: "off", autocapitalize: "none", spellcheck: "false", dir: "auto", required: true, maxlength: "300", "aria-describedby": `${help ? `${id}-h ` : ""}${id}-e` });
  const wrong = h("div", { class: "invalid-feedback", id: `${id}-e` });
  const seen = h("input", { class: "form-check-input", type: "checkbox", id: `${id}-s`, onchange: () => control.classList.toggle("secret", !seen.checked) });
  const field = h("div", { class: "field" }, h("label", { class: "form-label", for: id }, label), help ? h("div", { class: "form-text", id: `${id}-h` }, help) : null, wrong, control,
    h("div", { class: "form-check" }, seen, h("label", { class: "form-check-label", for: seen.id }, say("show"))));
  const complain = (says) => {
    wrong.replaceChildren(...(says ? [h("span", { class: "visually-hidden" }, say("error")), ` ${says}`] : []));
    field.classList.toggle("field-wrong", Boolean(says));
    if (says) { control.setAttribute("aria-invalid", "true"); control.focus(); } else { control.removeAttribute("aria-invalid"); }
  };
  return { field, control, complain, seen };
}

const asForm = (act, ...inside) => h("form", { class: "page-form", autocomplete: "off", novalidate: true, onsubmit: (event) => { event.preventDefault(); act(); } }, ...inside);
const filled = (word) => h("div", { class: "page-form-acts" }, h("button", { class: "btn btn-primary" }, h("span", {}, word)));

async function lockPage(says = "") {
  boxes = open = null;
  clearTimeout(idle);
  const records = await vaults(), who = await door(records.length ? 2_000 : 20_000), mine = records.find((one) => one.who === who.who);
  if (who.who && !mine) { return makePage(who, records); }
  if (!records.length) { return show(HOME, notice("info", say("nothing_here"), h("p", {}, say(who === "offline" ? "come_online" : "sign_in_first"))), signIn(who)); }
  const field = secret("passphrase", say("passphrase"), say("passphrase_help"));
  const unlock = async () => {
    field.complain("");
    for (const record of mine ? [mine, ...records.filter((one) => one !== mine)] : records) {
      const key = await openVault(record, field.control.value);
      if (key) { return enter(record.who, key); }
    }
    return field.complain(say("not_it"));
  };
  show(HOME, says ? notice("info", says) : null, asForm(unlock, field.field, filled(say("unlock"))), forgotten(records));
  return field.control.focus();
}

/* Whoever forgot it loses what is here, and nothing else; said before it is done. */
function forgotten(records) {
  const erase = async () => { for (const one of records) { await eraseVault(one.who); } notes = []; await lockPage(say("erased")); };
  return h("details", { class: "fill-aside" }, h("summary", {}, h("span", {}, say("forgotten"))), h("p", {}, say("forgotten_help")), button(say("erase"), erase, "danger"));
}

const signIn = (who) => (who === "out" ? h("p", {}, h("a", { class: "btn btn-primary", href: about.sign_in }, h("span", {}, say("sign_in")))) : null);

function makePage(who) {
  const one = secret("passphrase", say("choose"), say("choose_help")), again = secret("again", say("again"), "");
  const draw = button(say("draw"), () => { one.control.value = suggest(); one.control.classList.remove("secret"); one.seen.checked = true; });
  const make = async () => {
    one.complain(""); again.complain("");
    if (!isStrong(one.control.value)) { return one.complain(say("too_weak")); }
    if (one.control.value !== again.control.value) { return again.complain(say("not_same")); }
    const { record, key } = await makeVault(who.who, one.control.value);
    await keepVault(record);
    navigator.storage?.persist?.();
    return enter(who.who, key);
  };
  show(HOME, notice("warning", say("no_way_back"), h("p", {}, say("no_way_back_help"))), asForm(make, one.field, h("p", {}, draw), again.field, filled(say("make"))));
}

async function enter(who, key) {
  boxes = new Boxes(who, key);
  active();
  if (wanted) { const path = wanted; wanted = ""; await take(`${about.take}${path.split("/").map(encodeURIComponent).join("/")}/`); }
  await listPage();
  await deliver();
}

function active() {
  clearTimeout(idle);
  if (boxes) { idle = setTimeout(() => lock(say("idle")), IDLE); }
}

async function lock(says = "") {
  if (open) { await open.save(); open.leave("locked"); }
  notes = [];
  await lockPage(says);
}

async function take(address) {
  const found = await taken(address);
  if (typeof found === "string") { return notes.push(["warning", say(found === "offline" ? "take_offline" : "signed_out")]); }
  if (!found.xform) { return notes.push(["wrong", found.says || say("not_taken")]); }
  const form = new FormData();
  form.append("xform", new Blob([found.xform], { type: "text/xml" }), "form.xml");
  if (found.xml) { form.append(XML, new File([found.xml], XML, { type: "text/xml" })); }
  for (const { name, url } of found.files ?? []) {
    const file = await fetched(url);
    if (!file) { return notes.push(["warning", say("take_offline")]); }
    form.append(name, new File([file], name, { type: file.type }));
  }
  const all = await boxes.all();
  const same = all.filter((one) => one.kind === "held" && one.head.key === found.key);
  const used = new Set(all.map((one) => one.head.held));
  const head = {
    at: Date.now(), key: found.key, titles: found.titles, who: found.name ?? "", handler: found.handler ?? "", subject: found.subject ?? "", answer: Boolean(found.xml),
    prefilled: found.prefilled ?? {}, version: found.version,
  };
  /* The version of yesterday stays while something is written in it. */
  for (const one of same.filter((old) => used.has(old.id))) { one.head.old = true; await boxes.keep([one]); }
  await boxes.keep([{ id: newId(), kind: "held", head, form }], same.filter((one) => !used.has(one.id)).map((one) => one.id));
  return notes.push(["done", say("took", { title: named(head) })]);
}

const named = (head) => head.titles?.[about.language] || head.titles?.en || Object.values(head.titles ?? {})[0] || "";

const entry = (box, why, acts, status, word) => h("li", { class: "entry" }, h("div", { class: "entry-when" }, moment(box.head.at)),
  h("div", { class: "entry-what" }, h("strong", { class: "entry-name" }, h("bdi", {}, named(box.head))), box.head.who ? " " : null, box.head.who ? h("span", { class: "entry-where" }, h("bdi", {}, box.head.who)) : null, why ? h("p", { class: "entry-why" }, why) : null),
  h("div", { class: "entry-state" }, word ? h("span", { class: "status", "data-status": status }, h("span", {}, word)) : null), h("div", { class: "entry-act" }, ...acts));

function section(id, name, rows, empty, count = rows.length) {
  if (!rows.length && !empty) { return null; }
  return h("section", { class: "section", "aria-labelledby": id }, h("div", { class: "section-head" }, h("h2", { id }, name), h("span", { class: "count" }, String(count))),
    rows.length ? h("ul", { class: "ledger" }, ...rows) : h("p", {}, empty), count > rows.length ? h("p", { class: "quiet" }, say("and_more", { n: count - rows.length })) : null);
}

const small = (word, act, box, kind = "secondary") => {
  const made = button(word, act, kind, { class: `btn btn-sm btn-${kind}` });
  made.append(h("span", { class: "visually-hidden" }, `: ${named(box.head)} ${box.head.who}`));
  return made;
};

async function listPage() {
  open = null;
  const all = await boxes.all(), of = (kind) => all.filter((one) => one.kind === kind), busy = new Set(all.map((one) => one.head.held));
  const waits = of("queue").filter((one) => !one.head.refused), refused = of("queue").filter((one) => one.head.refused);
  const rows = {
    queue: waits.slice(0, MOST_SHOWN).map((one) => entry(one, "", one.head.tried ? [] : [small(say("reopen"), () => fill(one), one)], "draft", say("waits"))),
    refused: refused.map((one) => entry(one, one.head.refused, [small(say("reopen"), () => fill(one), one), dropping(one)], "not_met", say("refused"))),
    draft: of("draft").map((one) => entry(one, "", [small(say("go_on"), () => fill(one), one, "primary"), dropping(one)], "draft", say("begun"))),
    held: of("held").filter((one) => !one.head.old).map((one) => entry(one, one.head.answer ? say("correction") : "", [small(say(one.head.answer ? "amend" : "begin"), () => begin(one), one), busy.has(one.id) ? null : dropping(one)].filter(Boolean))),
  };
  const why = { offline: "why_offline", out: "why_out", other: "why_other", busy: "why_busy", elsewhere: "why_elsewhere" }[failed];
  const blanks = h("div"), mine = isFree(all) ? myAnswers(all) : null;
  offer(all).then((found) => { if (found) { blanks.replaceWith(found); } });
  show(HOME,
    h("div", { role: "status" }, ...notes.splice(0).map(([kind, words, url]) => notice(kind, words, url ? h("p", {}, h("a", { href: url }, say("look_there"))) : null)),
      waits.length && why ? notice("warning", say("still_waits", { n: waits.length }), h("p", {}, say(why)), failed === "out" ? h("p", {}, h("a", { href: about.sign_in, target: "_blank", rel: "noopener" }, say("sign_in_there"))) : null) : null),
    waits.length ? h("p", {}, h("button", { type: "button", class: "btn btn-primary", onclick: deliver }, icon("send"), h("span", {}, say("send", { n: waits.length }))), " ", h("span", { class: "send-state quiet", role: "status" })) : null,
    section("s-queue", say("queue"), rows.queue, "", waits.length), section("s-refused", say("refused_ones"), rows.refused), section("s-draft", say("drafts"), rows.draft),
    section("s-held", say("held"), rows.held, say("held_none")), mine, blanks,
    h("p", { class: "offline-acts" }, button(say("lock"), () => lock())));
}

/* Throwing away takes two presses; the second says what is lost. */
function dropping(box) {
  const sure = async () => { await boxes.keep([], [box.id]); await listPage(); };
  const made = small(say("drop"), () => { const now = small(say("drop_sure"), sure, box, "danger"); made.replaceWith(now); now.focus(); }, box);
  return made;
}

/* Blank forms, to be filled in about whoever comes: the code of each stands in the first question. Not asked for while
   something waits: perhaps nobody, or somebody else, is signed in, and what the site answers while one signs in in
   another window would write the cookie of the old session over the new one. */
const isFree = (all) => navigator.onLine && !all.some((one) => one.kind === "queue" && !one.head.refused);

/* One's own answers that arrived: asked for when somebody opens the list, for the site asks of each whether it is open. */
function myAnswers(all) {
  const list = h("div", { role: "status" });
  const here = new Set(all.filter((one) => one.kind === "held" && !one.head.old).map((one) => one.head.key));
  const get = (one) => button(say("take"), async () => { await take(one.url); await listPage(); }, "secondary", { class: "btn btn-sm btn-secondary", "aria-label": `${say("take")}: ${named(one)} ${one.name}` });
  const show = async () => {
    if (!made.open || list.childElementCount) { return; }
    const found = await taken(about.mine), rows = (found.answers ?? []).filter((one) => !here.has(one.key));
    const why = { offline: "take_offline", out: "signed_out" }[found] ?? "mine_none";
    list.replaceChildren(rows.length ? h("ul", { class: "ledger" }, ...rows.map((one) => entry({ head: { ...one, titles: one.titles, who: one.name } }, "", [get(one)]))) : h("p", {}, say(why)));
  };
  const made = h("details", { class: "fill-aside", ontoggle: show }, h("summary", {}, h("span", {}, say("mine"))), h("p", {}, say("mine_help")), list);
  return made;
}

async function offer(all) {
  if (!isFree(all)) { return null; }
  const found = await taken(about.blanks);
  const here = new Set(all.filter((one) => one.kind === "held" && !one.head.old).map((one) => `${one.head.key}|${one.head.version}`));
  const rows = (found.forms ?? []).filter((one) => !here.has(`${one.key}|${one.version}`));
  if (!rows.length) { return null; }
  const get = (one) => button(say("take"), async () => { await take(one.url); await listPage(); }, "secondary", { class: "btn btn-sm btn-secondary" });
  return h("details", { class: "fill-aside" }, h("summary", {}, h("span", {}, say("blanks"))), h("p", {}, say("blanks_help")), h("ul", { class: "ledger undated" }, ...rows.map((one) => h("li", { class: "entry" },
    h("div", { class: "entry-what" }, h("strong", { class: "entry-name" }, h("bdi", {}, named(one)))), h("div", { class: "entry-state" }), h("div", { class: "entry-act" }, get(one))))));
}

/* One window at a time writes one answer; a window that dies lets go by itself. */
function alone(id, work) {
  return navigator.locks.request(`rihai-offline-${id}`, { ifAvailable: true }, async (lock) => {
    if (!lock) { notes.push(["warning", say("other_window")]); return listPage(); }
    return work();
  });
}

const begin = (held) => (held.head.answer ? alone(held.id, () => write(held, null)) : write(held, null));

const fill = (box) => alone(box.id, async () => {
  const fresh = await boxes.one(box.id);
  if (!fresh || (fresh.kind === "queue" && fresh.head.tried && !fresh.head.refused)) { return listPage(); }
  const held = await boxes.one(fresh.head.held);
  return write(held, fresh);
});

async function write(held, box) {
  const within = await boxes.inside(held);
  let form;
  try { form = await openForm(within, box ? await boxes.inside(box) : null); } catch (error) {
    notes.push(["wrong", say("not_opened")]);
    await listPage();
    throw error;
  }
  const id = box?.id ?? idOf(form.root.instanceState.instanceXML);
  const was = held.head, done = new Promise((resolve) => { release = resolve; });
  const head = { at: Date.now(), titles: was.titles, who: was.who, handler: was.handler, subject: was.subject, held: held.id, instance: id };
  const keep = (kind, form, more = {}) => boxes.keep([{ id, kind, head: { ...head, ...more, at: Date.now() }, form }]);
  const left = async (how) => {
    release();
    if (how === "locked") { return; }
    if (how === "finished") { await tidied(held); notes.push(["done", say("kept_here")]); }
    await listPage();
    if (how === "finished") { await deliver(); }
  };
  const fillIn = async () => {
    const page = fillPage(form, { title: named(was), who: was.who, language: about.language, there: new Set(within.keys()), stays: Boolean(box?.head.stays), keep, left });
    open = page;
    show(page.title, page.element);
    if (!box) { for (const [key, text] of Object.entries(was.prefilled)) { await page.put(`${form.root.currentState.reference}/${key}`, text); } } else { page.begin(); }
    return done;
  };
  return box ? fillIn() : alone(id, fillIn);
}

/* What is corrected once is not corrected again from the same copy; an old version goes with its last answer. */
async function tidied(held) {
  const used = (await boxes.all()).filter((one) => one.head.held === held.id && one.kind === "draft");
  if ((held.head.old && !used.length) || held.head.answer) { held.head.old = true; await boxes.keep([held]); }
  const all = await boxes.all(), busy = new Set(all.map((one) => one.head.held));
  await boxes.keep([], all.filter((one) => one.kind === "held" && one.head.old && !busy.has(one.id)).map((one) => one.id));
}

/* One at a time. Asked for while it is under way, it is done once more: who signed in meanwhile presses only once. */
async function deliver() {
  again = true;
  if (sending) { return; }
  sending = true;
  try { while (again) { again = false; await deliverOnce(); } } finally { sending = false; }
}

async function deliverOnce() {
  const here = boxes, waits = boxes ? (await boxes.all()).filter((one) => one.kind === "queue" && !one.head.refused).length : 0;
  if (!waits) { return; }
  let done = 0;
  const tell = () => {
    if (waits > MOST_SHOWN && done % MOST_SHOWN) { return; } // who hears the page is not told of each
    const at = document.querySelector(".send-state"); if (at) { at.textContent = say("sending", { done, n: waits }); }
  };
  tell();
  const result = await send(boxes, () => { done += 1; tell(); });
  failed = result.why;
  if (boxes !== here) { return; }
  if (result.sent.length) {
    notes.push(["done", say("sent", { n: result.sent.length })]);
    result.sent.filter((one) => one.says).forEach((one) => notes.push(["info", one.says, one.url]));
    const all = await boxes.all(), busy = new Set(all.map((one) => one.head.held));
    await boxes.keep([], all.filter((one) => one.kind === "held" && one.head.old && !busy.has(one.id)).map((one) => one.id));
  }
  if (!open) { await listPage(); }
}

for (const name of ["pointerdown", "keydown", "input"]) { window.addEventListener(name, active, { passive: true }); }
window.addEventListener("online", deliver);
window.addEventListener("focus", () => { if (failed) { deliver(); } });
window.addEventListener("beforeunload", (event) => { if (open?.isDirty()) { event.preventDefault(); } });

if (!window.crypto?.subtle || !navigator.locks || !window.indexedDB) {
  show(HOME, notice("wrong", say("too_old"), h("p", {}, say("too_old_help"))));
} else {
  navigator.serviceWorker?.register(about.worker).catch(() => null);
  await lockPage();
}
