/* The vault: everything kept in this browser is sealed under a passphrase that is written nowhere.
   A random data key is wrapped by a key made of the passphrase (PBKDF2-SHA-256, then AES-256-GCM). Both live in memory
   only: a key that the browser keeps lies in clear on the disk, also one that it calls not extractable. */

const ROUNDS = 1_000_000;
const text = new TextEncoder();
const SYLLABLES = ["b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "y", "z"];
const VOWELS = ["a", "e", "i", "o", "u"];

const random = (length) => crypto.getRandomValues(new Uint8Array(length));

async function wrappingKey(passphrase, salt, rounds) {
  const base = await crypto.subtle.importKey("raw", text.encode(tidy(passphrase)), "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds };
  return crypto.subtle.deriveKey(how, base, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

/* Two keyboards write the same letter in two ways, and a blank more or less is no other passphrase. */
const tidy = (passphrase) => passphrase.normalize("NFKC").trim().replace(/\s+/g, " ");

const dataKey = (raw) => crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);

/** Long enough that guessing costs years: five words, or twenty letters. */
export function isStrong(passphrase) {
  const kept = tidy(passphrase);
  const words = new Set(kept.split(" ").filter((one) => one.length > 2));
  return (words.size >= 5 && kept.length >= 16) || (kept.length >= 20 && new Set(kept).size >= 8);
}

/** A passphrase drawn by chance: six words of two syllables, 75 bits. */
export function suggest() {
  const pick = (from) => { let one; do { [one] = random(1); } while (one >= 256 - (256 % from.length)); return from[one % from.length]; };
  const word = () => pick(SYLLABLES) + pick(VOWELS) + pick(SYLLABLES) + pick(VOWELS);
  return Array.from({ length: 6 }, word).join(" ");
}

/** A new vault of somebody (`who`: a mark of the account, which names nobody). */
export async function makeVault(who, passphrase) {
  const salt = random(16), iv = random(12), raw = random(32);
  const wrapped = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: text.encode(who) }, await wrappingKey(passphrase, salt, ROUNDS), raw);
  const key = await dataKey(raw);
  raw.fill(0);
  return { record: { who, salt, rounds: ROUNDS, iv, wrapped }, key };
}

/** The data key of a vault; null where the passphrase is another. */
export async function openVault(record, passphrase) {
  const how = { name: "AES-GCM", iv: record.iv, additionalData: text.encode(record.who) };
  try {
    const raw = await crypto.subtle.decrypt(how, await wrappingKey(passphrase, record.salt, record.rounds), record.wrapped);
    const key = await dataKey(raw);
    new Uint8Array(raw).fill(0);
    return key;
  } catch (error) {
    if (error.name === "OperationError") { return null; }
    throw error;
  }
}

/** Bytes sealed for one place alone: laid elsewhere, they do not open. */
export async function seal(key, place, bytes) {
  const iv = random(12);
  return { iv, sealed: await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: text.encode(place) }, key, bytes) };
}

/** What was sealed for that place. */
export async function unseal(key, place, { iv, sealed }) {
  return crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: text.encode(place) }, key, sealed);
}

/** Who somebody is to this browser: a mark from which nobody is found again without the account's own id. */
export const newId = () => [...random(16)].map((one) => one.toString(16).padStart(2, "0")).join("");
