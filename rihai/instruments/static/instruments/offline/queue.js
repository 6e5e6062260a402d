/* Sending what waits: a few abreast, from one window at a time, each until the server says that it has it. */

import { about } from "./page.js";
import { newId } from "./vault.js";

const XML = "xml_submission_file", MORE = "*isIncomplete*";

class Stop extends Error {}

const PATIENCE = 120_000;
const ABREAST = 3; // so many answers are on their way at once, and of those with pictures one: a line is narrow

/** Ask the site: null without a network, {isOut: true} where nobody is signed in, else what it says. */
async function ask(address, options = {}, patience = PATIENCE) {
  let response;
  try { response = await fetch(address, { credentials: "same-origin", redirect: "manual", cache: "no-store", signal: AbortSignal.timeout(patience), ...options }); } catch { return null; }
  if (response.type === "opaqueredirect" || response.status === 401 || response.status === 403) { return { isOut: true }; }
  const isJson = (response.headers.get("Content-Type") ?? "").startsWith("application/json");
  return { status: response.status, said: isJson ? await response.json().catch(() => null) : null, response };
}

/** Who is signed in; "offline" or "out" where that cannot be said. */
export async function door(patience = 10_000) {
  const found = await ask(about.door, {}, patience);
  return found === null || found.status >= 500 ? "offline" : found.isOut || !found.said ? "out" : found.said;
}

/** What the site hands out to be taken along: {said} or {says}, a sentence; "offline", "out". */
export async function taken(address) {
  const found = await ask(address, {}, 30_000);
  return found === null || found.status >= 500 ? "offline" : found.isOut ? "out" : found.said ?? { says: "" };
}

/** A file that belongs to an answer; null where it does not come. */
export async function fetched(address) {
  const found = await ask(address);
  return found?.status === 200 ? found.response.blob() : null;
}

/* One post or, where all is too large or too many for one, a post a file; the first carries none. Each post carries the answer too,
   and the site counts it with the files. */
function posts(form, { limit, parts }) {
  const files = [...form].filter(([name]) => name !== XML);
  const size = [...form].reduce((sum, [, part]) => sum + (part.size ?? 0), 0);
  return size <= limit * 0.8 && files.length < parts ? [files] : [[], ...files.map((one) => [one])];
}

async function deliver(box, form, door) {
  const parts = posts(form, door);
  let found = null;
  for (const [at, files] of parts.entries()) {
    const body = new FormData();
    body.append(XML, form.get(XML));
    for (const [name, file] of files) { body.append(name, file, file.name ?? name); }
    if (at < parts.length - 1) { body.append(MORE, "yes"); }
    body.append("about_handler", box.head.handler ?? "");
    body.append("about_subject", box.head.subject ?? "");
    found = await ask(about.send, { method: "POST", body, headers: { "X-CSRFToken": door.token } });
    if (found === null) { throw new Stop("offline"); }
    if (found.isOut) { throw new Stop("out"); }
    if (found.status >= 400 && found.status < 500 && ![408, 429].includes(found.status) && found.said?.says) { return { refused: found.said.says }; }
    if (![201, 202].includes(found.status) || found.said?.instance !== box.head.instance) { throw new Stop("busy"); }
  }
  return found.said;
}

/* The copy that was wished for, of an answer that arrived: laid beside the forms taken along in the stroke that takes the
   answer from the queue, and from then on corrected like one that the site handed out. */
async function copied(boxes, box, form, answer) {
  const held = await boxes.one(box.head.held), key = `answer/${answer}`;
  if (!held) { return { made: [], gone: [] }; }
  const was = await boxes.inside(held), xml = await form.get(XML).text(), copy = new FormData();
  copy.append("xform", was.get("xform"), "form.xml");
  copy.append(XML, form.get(XML), XML);
  for (const [name, file] of new Map([...was, ...form])) {
    if (![XML, "xform"].includes(name) && xml.includes(`>${name}<`)) { copy.append(name, file, name); }
  }
  const all = (await boxes.all()).filter((one) => one.id !== box.id), busy = new Set(all.map((one) => one.head.held));
  const gone = all.filter((one) => one.kind === "held" && one.head.key === key && !busy.has(one.id)).map((one) => one.id);
  const head = { ...held.head, at: Date.now(), key, answer: true, old: false, prefilled: {} };
  return { made: [{ id: newId(), kind: "held", head, form: copy }], gone };
}

/** Send everything that waits. {why: "" | offline | out | other | busy | elsewhere, sent: [...], left} */
export async function send(boxes, step = () => null) {
  return navigator.locks.request("rihai-offline-send", { ifAvailable: true }, async (lock) => {
    if (!lock) { return { why: "elsewhere", sent: [] }; }
    const waiting = (await boxes.all()).filter((one) => one.kind === "queue" && !one.head.refused);
    const sent = [];
    if (!waiting.length) { return { why: "", sent }; }
    const who = await door();
    if (typeof who === "string") { return { why: who, sent }; }
    if (who.who !== boxes.who) { return { why: "other", sent }; }
    const line = waiting.values();
    let why = "", wide = Promise.resolve();
    const go = async (box, form) => {
      if (why) { throw new Stop(why); } // one of the others was not answered
      box.head.tried = true; // from now on it may be there, so it is not opened again
      await boxes.keep([box]);
      try { return await deliver(box, form, who); } catch (error) { why ||= error instanceof Stop ? error.message : "busy"; throw error; }
    };
    const carry = async (box) => {
      const form = await boxes.inside(box), isWide = [...form].length > 1;
      const said = await (isWide ? (wide = wide.catch(() => null).then(() => go(box, form))) : go(box, form));
      if (said.refused) {
        box.head.refused = said.refused;
        await boxes.keep([box]);
      } else {
        const copies = box.head.stays && said.answer ? await copied(boxes, box, form, said.answer) : { made: [], gone: [] };
        await boxes.keep(copies.made, [box.id, ...copies.gone]);
        sent.push({ title: box.head.title, who: box.head.who, ...said });
      }
      step();
    };
    await Promise.all(Array.from({ length: ABREAST }, async () => {
      for (const box of line) {
        if (why) { return; }
        try { await carry(box); } catch (error) {
          why ||= error instanceof Stop ? error.message : "busy"; // the others stop too
          if (!(error instanceof Stop)) { throw error; }
        }
      }
    }));
    return { why, sent };
  });
}
