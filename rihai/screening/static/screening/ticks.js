/* Ticks of a list: all of this page at once, and how many. Without script each line is ticked by itself. */
(function () {
  "use strict";
  var form = document.getElementById("ticked");
  var all = form && form.querySelector("[data-ticks]");
  if (!all) { return; }
  var count = form.querySelector(".tick-count");
  var rows = Array.prototype.slice.call(document.querySelectorAll('input[name="row"][form="ticked"]'));
  function show() {
    var ticked = rows.filter(function (row) { return row.checked; }).length;
    all.checked = ticked > 0 && ticked === rows.length;
    all.indeterminate = ticked > 0 && ticked < rows.length;
    count.textContent = String(ticked);
  }
  all.addEventListener("change", function () {
    rows.forEach(function (row) { row.checked = all.checked; });
    show();
  });
  rows.forEach(function (row) { row.addEventListener("change", show); });
  all.parentNode.hidden = false;
  show();
}());
