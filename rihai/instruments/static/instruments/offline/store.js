/* What lies in the browser: vaults, and boxes of which only the kind, the size and a random id can be read.
   A box has a `head` (whom it is about, when) and a `body` (the form, the answer and its files), each sealed. */

import { seal, unseal } from "./vault.js";

const DURABLE = { durability: "strict" };
const AT_A_TIME = 16;
let opened = null;

function database() {
  opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open("rihai-offline", 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("vaults", { keyPath: "who" });
      asked.result.createObjectStore("boxes", { keyPath: "id" });
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  return opened;
}

/** One transaction; fulfilled when it stands on the disk. */
async function within(name, mode, work) {
  const base = await database();
  return new Promise((resolve, reject) => {
    const all = base.transaction(name, mode, DURABLE);
    const asked = work(all.objectStore(name));
    all.oncomplete = () => resolve(asked?.result);
    all.onerror = all.onabort = () => reject(all.error ?? new DOMException("", "AbortError"));
  });
}

export const vaults = () => within("vaults", "readonly", (store) => store.getAll());
export const keepVault = (record) => within("vaults", "readwrite", (store) => store.add(record));

export async function eraseVault(who) {
  const gone = (await within("boxes", "readonly", (store) => store.getAll())).filter((one) => one.vault === who);
  await within("boxes", "readwrite", (store) => { gone.forEach((one) => store.delete(one.id)); });
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
      return { id: one.id, vault: this.who, kind: one.kind, head, body };
    }));
    await within("boxes", "readwrite", (store) => {
      for (const one of sealed) {
        if (one.body) { store.put(one); continue; }
        const asked = store.get(one.id);
        asked.onsuccess = () => { if (asked.result) { store.put({ ...one, body: asked.result.body }); } };
      }
      gone.forEach((id) => store.delete(id));
    });
  }

  /** Every box with its head opened, the oldest first. What is in them stays where it is: a day's pictures are more than
      a phone can hold at once, so that a few boxes are read at a time and their bodies let go. */
  async all() {
    const found = [];
    await within("boxes", "readonly", (store) => {
      const more = (after) => {
        const asked = store.getAll(after === null ? null : IDBKeyRange.lowerBound(after, true), AT_A_TIME);
        asked.onsuccess = () => {
          for (const { id, vault, kind, head } of asked.result) { if (vault === this.who) { found.push({ id, vault, kind, head }); } }
          if (asked.result.length === AT_A_TIME) { more(asked.result.at(-1).id); }
        };
      };
      more(null);
    });
    const opened = await Promise.all(found.map((one) => this.#opened(one)));
    return opened.sort((one, other) => one.head.at - other.head.at);
  }

  /** One box with its head opened; undefined where it is gone. */
  async one(id) {
    const found = await within("boxes", "readonly", (store) => store.get(id));
    if (found?.vault !== this.who) { return undefined; }
    return this.#opened({ id, vault: found.vault, kind: found.kind, head: found.head });
  }

  /** What is in a box. */
  async inside({ id }) {
    const { kind, body } = await within("boxes", "readonly", (store) => store.get(id));
    return formOf(await unseal(this.key, place(this.who, kind, id, "body"), body));
  }

  async #opened(box) {
    return { ...box, head: json(await unseal(this.key, place(this.who, box.kind, box.id, "head"), box.head)) };
  }
}
