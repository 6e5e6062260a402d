/* What the engine writes is read by the page: a few readers that run again when what they read has changed. */

let running = null, waiting = false, queue = new Set();

function flush() {
  waiting = false;
  const todo = queue;
  queue = new Set();
  for (const one of todo) { if (one.alive) { one(); } }
}

/** An object of the same keys that remembers who read it (the engine's `stateFactory`). */
export function reactive(object) {
  const readers = new Map();
  return new Proxy(object, {
    get(target, key) {
      if (running) {
        let read = readers.get(key);
        if (!read) { readers.set(key, read = new Set()); }
        read.add(running);
        running.sources.add(read);
      }
      return target[key];
    },
    set(target, key, value) {
      if (target[key] === value) { return true; }
      target[key] = value;
      for (const one of readers.get(key) ?? []) { queue.add(one); }
      if (queue.size && !waiting) { waiting = true; queueMicrotask(flush); }
      return true;
    },
  });
}

/** Run now, and again after each change of what it read, until its owner is put away. */
export function effect(work, owner) {
  const again = () => {
    for (const read of again.sources) { read.delete(again); }
    again.sources.clear();
    const outer = running;
    running = again;
    try { work(); } finally { running = outer; }
  };
  again.sources = new Set();
  again.alive = true;
  again();
  owner.push(() => { again.alive = false; for (const read of again.sources) { read.delete(again); } });
}

/** Put everything away that an owner has. */
export const release = (owner) => { owner.splice(0).forEach((end) => end()); };
