/* Enter goes on to the next field, as whoever types sheets in is used to; from the last it goes to the button. */
(function () {
  "use strict";
  var form = document.querySelector("form[data-typed]");
  if (!form) { return; }
  var fields = Array.prototype.slice.call(form.querySelectorAll("input:not([type=hidden]), textarea, button"));
  form.addEventListener("keydown", function (event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.target.tagName === "BUTTON") { return; }
    event.preventDefault();
    var next = fields[fields.indexOf(event.target) + 1];
    if (next) { next.focus(); if (next.select) { next.select(); } }
  });
}());
