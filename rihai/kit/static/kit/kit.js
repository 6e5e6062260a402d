/* What script adds; every page works without it. */
(function () {
  "use strict";
  var summary = document.querySelector("form .error-summary");
  if (summary) { summary.focus(); }

  /* The menu under the reader's name closes by Escape, and when one looks elsewhere. */
  document.addEventListener("keydown", function (event) {
    var open = event.key === "Escape" && document.querySelector("details.desk[open]");
    if (open) { open.open = false; open.querySelector("summary").focus(); }
  });
  document.addEventListener("click", function (event) {
    var open = document.querySelector("details.desk[open]");
    if (open && !open.contains(event.target)) { open.open = false; }
  });

  /* A dialog is a page of its own without script; with it, it opens in place. */
  document.addEventListener("click", function (event) {
    var opener = event.target.closest("[data-opens]");
    var dialog = opener && document.getElementById(opener.getAttribute("data-opens"));
    if (dialog && dialog.showModal) { event.preventDefault(); dialog.showModal(); }
    var closer = event.target.closest("[data-closes]");
    if (closer) { event.preventDefault(); closer.closest("dialog").close(); }
  });

  /* What is saved while one types says so when the network fails; the next save that goes through takes it back. */
  document.addEventListener("htmx:afterRequest", function (event) {
    var says = document.getElementById(event.target.getAttribute("data-unsaved"));
    if (says) { says.hidden = Boolean(event.detail.successful); }
  });
}());
