/* What somebody typed, read before the engine gets it: the engine drops what it cannot read, and says nothing. */

const DIGITS = { "\u066b": ".", "\u2212": "-" };

/** Figures of Urdu and Arabic keyboards as the engine reads them. */
export const figures = (typed) => typed.trim().replace(/[\u06f0-\u06f9]/g, (one) => String(one.charCodeAt(0) - 0x6f0))
  .replace(/[\u0660-\u0669]/g, (one) => String(one.charCodeAt(0) - 0x660)).replace(/[\u066b\u2212]/g, (one) => DIGITS[one]);

/** {value} to hand to the engine, or {wrong}: the name of the sentence that says why not. */
export function read(type, typed, scale = null) {
  const text = type === "string" ? typed : figures(typed);
  if (!text.trim()) { return { value: null }; }
  if (scale) { return onScale(Number(text), scale) && /^[-+]?\d{1,12}(\.\d{1,9})?$/.test(text) ? { value: text } : { wrong: "not_range" }; }
  if (type === "int") { return /^[-+]?\d{1,9}$/.test(text) ? { value: text } : { wrong: "not_whole" }; }
  if (type === "decimal") { return /^[-+]?\d{1,12}(\.\d{1,9})?$/.test(text) ? { value: text } : { wrong: "not_number" }; }
  // eslint-disable-next-line no-control-regex
  if (type === "string" && /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\u202a-\u202e\u2066-\u2069]/.test(text)) { return { wrong: "not_text" }; }
  if (type === "dateTime" && text.length === 16) { return { value: `${text}:00` }; }
  return { value: text };
}

/* Whether a number lies on a scale and on one of its steps; tenths are no whole binary numbers, hence the margin. */
function onScale(number, { start, end, step }) {
  const steps = step ? (number - start) / step : 0;
  return number >= start && number <= end && Math.abs(steps - Math.round(steps)) < 1e-6;
}
