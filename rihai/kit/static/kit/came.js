/* Who came: each tap is kept in the phone, sent at once, and sent again until the office says it has it.
   In the phone stand keys of rows and a word, never a name. Without script the page is one form. */
(function () {
  "use strict";
  var form = document.querySelector("form[data-came]");
  if (!form || !window.fetch || !window.localStorage) { return; }
  var store = "came." + form.getAttribute("data-came");
  var says = document.getElementById("came-state");
  var count = document.getElementById("came-count");
  var unsaved = form.getAttribute("data-unsaved");
  var timer = 0;
  var busy = false;
  var leaving = false;

  function read() { try { return JSON.parse(localStorage.getItem(store) || "[]"); } catch (e) { return []; } }
  function write(queue) { if (queue.length) { localStorage.setItem(store, JSON.stringify(queue)); } else { localStorage.removeItem(store); } }
  function key() {
    if (window.crypto.randomUUID) { return window.crypto.randomUUID(); }
    var b = window.crypto.getRandomValues(new Uint8Array(16));
    b[6] = (b[6] & 15) | 64; b[8] = (b[8] & 63) | 128;
    var h = Array.prototype.map.call(b, function (x) { return ("0" + x.toString(16)).slice(-2); }).join("");
    return h.slice(0, 8) + "-" + h.slice(8, 12) + "-" + h.slice(12, 16) + "-" + h.slice(16, 20) + "-" + h.slice(20);
  }
  function show() {
    var waiting = read().length;
    says.textContent = waiting ? unsaved.replace("%(n)s", String(waiting)) : form.getAttribute("data-saved");
    says.classList.toggle("came-unsaved", waiting > 0);
    count.textContent = String(form.querySelectorAll('input[value="present"]:checked').length);
  }
  function later(wait) { window.clearTimeout(timer); timer = window.setTimeout(send, wait); }
  function send() {
    var queue = read().slice(0, 400);
    if (busy || !queue.length) { return; }
    busy = true;
    var body = new URLSearchParams();
    var now = Date.now();
    queue.forEach(function (one) { body.append("mark", [one.row, one.came, one.key, Math.max(0, now - one.at)].join(".")); });
    var failed = false;
    fetch(form.getAttribute("action"), {
      method: "POST", body: body, credentials: "same-origin", redirect: "error",
      headers: { "X-CSRFToken": form.querySelector("[name=csrfmiddlewaretoken]").value }
    }).then(function (answer) {
      if (!answer.ok) { throw new Error(String(answer.status)); }
      return answer.json();
    }).then(function (told) {
      write(read().filter(function (one) { return told.kept.indexOf(one.key) < 0; }));
    }).catch(function () { failed = true; }).then(function () {
      busy = false;
      show();
      if (read().length) { later(failed ? 3000 : 200); } else if (leaving) { window.location.assign(form.getAttribute("data-next")); }
    });
  }
  function mark(input) {
    var row = input.name.slice(5);
    var queue = read().filter(function (one) { return one.row !== row; });
    queue.push({ row: row, came: input.value, key: key(), at: Date.now() });
    write(queue);
  }
  form.addEventListener("change", function (event) {
    if (event.target.type !== "radio") { return; }
    leaving = false;
    mark(event.target);
    show();
    later(300);
  });
  form.addEventListener("submit", function (event) {
    var pressed = event.submitter;
    event.preventDefault();
    if (pressed && pressed.name === "all") {
      form.querySelectorAll("fieldset.came").forEach(function (row) {
        if (row.querySelector("input:checked")) { return; }
        var present = row.querySelector('input[value="present"]');
        present.checked = true;
        mark(present);
      });
      show();
      later(0);
      return;
    }
    leaving = true;
    if (read().length) { send(); } else { window.location.assign(form.getAttribute("data-next")); }
  });
  window.addEventListener("online", function () { later(0); });
  read().forEach(function (one) {
    var input = form.querySelector('input[name="came-' + one.row + '"][value="' + one.came + '"]');
    if (input) { input.checked = true; }
  });
  show();
  later(0);
}());
