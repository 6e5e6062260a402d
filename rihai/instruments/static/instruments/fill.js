/* Saves a form as it is written, and shows what is asked now. Without script the form is saved by its buttons. */
(function () {
  "use strict";
  var form = document.querySelector("form[data-fill]");
  if (!form || !window.fetch) { return; }
  var state = form.querySelector("[data-state]");
  var timer = null, running = false, again = false, dirty = false, sending = false, stopped = false;

  function say(text, wrong) {
    if (state.textContent !== text) { state.textContent = text; }
    if (wrong) { state.setAttribute("data-wrong", ""); } else { state.removeAttribute("data-wrong"); }
  }

  /* The field somebody is writing in is left alone. */
  function show(answer) {
    var off = {};
    answer.off.forEach(function (name) { off[name] = true; });
    form.querySelectorAll("[data-ask]").forEach(function (one) {
      var name = one.getAttribute("data-ask");
      if (off[name]) { one.setAttribute("data-off", ""); } else { one.removeAttribute("data-off"); }
      var html = answer.changed[name];
      if (html !== undefined && !one.contains(document.activeElement) && one.dataset.html !== html) {
        one.dataset.html = html;
        one.innerHTML = html;
      }
    });
    var here = {};
    form.querySelectorAll("[name^='q~']").forEach(function (one) { here[one.name] = true; });
    if (answer.names.some(function (name) { return !here[name]; }) && !dirty) { window.location.reload(); }
  }

  function save() {
    if (stopped) { return; }
    if (running) { again = true; return; }
    running = true; dirty = false;
    say(form.dataset.saving, false);
    var body = new FormData(form);
    body.append("act", "save");
    fetch(window.location.pathname, { method: "POST", body: body, headers: { Accept: "application/json" }, credentials: "same-origin" })
      .then(function (response) {
        if (response.redirected || response.status === 403) { throw new Error("signed-out"); }
        if (!response.ok && response.status !== 409) { throw new Error("offline"); }
        return response.json();
      })
      .then(function (answer) {
        /* Another window of the same person wrote meanwhile: nothing more is saved from here until both were seen. */
        if (answer.elsewhere) { stopped = true; dirty = true; say(answer.elsewhere + " " + form.dataset.elsewhere, true); return; }
        form.elements.saved.value = answer.known;
        say(answer.saved, false);
        show(answer);
      })
      .catch(function (error) {
        dirty = true;
        say(error.message === "signed-out" ? form.dataset.signedOut : form.dataset.offline, true);
        clearTimeout(timer);
        timer = setTimeout(save, 5000);
      })
      .finally(function () { running = false; if (again) { again = false; later(); } });
  }

  function later() { dirty = true; clearTimeout(timer); timer = setTimeout(save, 600); }

  form.addEventListener("input", later);
  form.addEventListener("change", later);
  window.addEventListener("online", function () { if (dirty) { save(); } });
  form.addEventListener("submit", function (event) {
    if (navigator.onLine === false) { event.preventDefault(); say(form.dataset.offline, true); return; }
    sending = true; clearTimeout(timer);
  });
  window.addEventListener("beforeunload", function (event) {
    if (dirty && !sending) { event.preventDefault(); event.returnValue = ""; }
  });
}());
