/* What lies in the browser: vaults, and boxes of which only the kind, the size and a random id can be read.
   A box has a `head` (whom it is about, when) and a `body` (the form, the answer and its files), each sealed. Bodies lie
   by themselves: a day's pictures are more than a phone can hold at once, and the list needs the heads alone. */

import { seal, unseal } from "./vault.js";

const DURABLE = { durability: "strict" };
const BOTH = ["boxes", "bodies"];
let opened = null;

function database() {
  opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open("rihai-offline", 2);
    asked.onupgradeneeded = ({ oldVersion }) => {
      if (oldVersion < 1) {
        asked.result.createObjectStore("vaults", { keyPath: "who" });
        asked.result.createObjectStore("boxes", { keyPath: "id" });
      }
      apart(asked.result.createObjectStore("bodies", { keyPath: "id" }), asked.transaction.objectStore("boxes"));
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  return opened;
}

/* Of the first edition of this page: what lay in the boxes themselves. */
function apart(bodies, boxes) {
  const asked = boxes.openCursor();
  asked.onsuccess = () => {
    const at = asked.result;
    if (!at) { return; }
    const { body, ...box } = at.value;
    bodies.put({ id: box.id, body });
    at.update(box);
    at.continue();
  };
}

/** One transaction over a store or several; fulfilled when it stands on the disk. */
async function within(names, mode, work) {
  const base = await database();
  return new Promise((resolve, reject) => {
    const all = base.transaction(names, mode, DURABLE);
    const asked = work(...[names].flat().map((name) => all.objectStore(name)));
    all.oncomplete = () => resolve(asked?.result);
    all.onerror = all.onabort = () => reject(all.error ?? new DOMException("", "AbortError"));
  });
}

export const vaults = () => within("vaults", "readonly", (store) => store.getAll());
export const keepVault = (record) => within("vaults", "readwrite", (store) => store.add(record));

export async function eraseVault(who) {
  const gone = (await within("boxes", "readonly", (store) => store.getAll())).filter((one) => one.vault === who);
  await within(BOTH, "readwrite", (...stores) => { gone.forEach(({ id }) => stores.forEach((store) => store.delete(id))); });
  await within("vaults", "readwrite", (store) => store.delete(who));
}

const place = (vault, kind, id, part) => `${vault}|${kind}|${id}|${part}`;
const json = (bytes) => JSON.parse(new TextDecoder().decode(bytes));

/** A form as bytes: its fields and files, with the line that says where each begins. */
export async function bytesOf(form) {
  const response = new Response(form);
  const line = new TextEncoder().encode(`${response.headers.get("content-type")}\n`);
  return new Blob([line, await response.arrayBuffer()]).arrayBuffer();
}

async function formOf(buffer) {
  const bytes = new Uint8Array(buffer), end = bytes.indexOf(10);
  const type = new TextDecoder().decode(bytes.subarray(0, end));
  return new Response(bytes.subarray(end + 1), { headers: { "Content-Type": type } }).formData();
}

/** The boxes of one vault that is open. */
export class Boxes {
  constructor(who, key) { this.who = who; this.key = key; }

  /** Put boxes in and take others out, all at once or not at all. `form` may be left out where the box keeps its own. */
  async keep(boxes, gone = []) {
    const sealed = await Promise.all(boxes.map(async (one) => {
      const at = (part) => place(this.who, one.kind, one.id, part);
      const head = await seal(this.key, at("head"), new TextEncoder().encode(JSON.stringify(one.head)));
      const body = one.form ? await seal(this.key, at("body"), await bytesOf(one.form)) : null;
      return { box: { id: one.id, vault: this.who, kind: one.kind, head }, body };
    }));
    await within(BOTH, "readwrite", (heads, bodies) => {
      for (const { box, body } of sealed) {
        heads.put(box);
        if (body) { bodies.put({ id: box.id, body }); }
      }
      gone.forEach((id) => { heads.delete(id); bodies.delete(id); });
    });
  }

  /** Every box with its head opened, the oldest first. */
  async all() {
    const found = (await within("boxes", "readonly", (store) => store.getAll())).filter((one) => one.vault === this.who);
    const opened = await Promise.all(found.map((one) => this.#opened(one)));
    return opened.sort((one, other) => one.head.at - other.head.at);
  }

  /** One box with its head opened; undefined where it is gone. */
  async one(id) {
    const found = await within("boxes", "readonly", (store) => store.get(id));
    if (found?.vault !== this.who) { return undefined; }
    return this.#opened(found);
  }

  /** What is in a box. */
  async inside({ id, kind }) {
    const { body } = await within("bodies", "readonly", (store) => store.get(id));
    return formOf(await unseal(this.key, place(this.who, kind, id, "body"), body));
  }

  async #opened(box) {
    return { ...box, head: json(await unseal(this.key, place(this.who, box.kind, box.id, "head"), box.head)) };
  }
}
