/* Files may be dropped onto the field, and those chosen are named under it; without script the control does as well. */
(function () {
  "use strict";
  document.querySelectorAll("input[type=file][data-drop]").forEach(function (input) {
    var field = input.closest(".field");
    var list = document.createElement("ul");
    if (!field || !window.DataTransfer) { return; }
    list.className = "drop-list";
    list.setAttribute("aria-live", "polite");
    field.classList.add("drop");
    field.appendChild(list);

    function show() {
      list.textContent = "";
      Array.from(input.files).forEach(function (file) {
        var item = document.createElement("li");
        var name = document.createElement("bdi");
        name.textContent = file.name;
        item.appendChild(name);
        list.appendChild(item);
      });
      list.hidden = input.files.length < 2;
    }

    ["dragenter", "dragover"].forEach(function (kind) {
      field.addEventListener(kind, function (event) { event.preventDefault(); field.classList.add("is-over"); });
    });
    ["dragleave", "drop"].forEach(function (kind) {
      field.addEventListener(kind, function () { field.classList.remove("is-over"); });
    });
    field.addEventListener("drop", function (event) {
      event.preventDefault();
      if (event.dataTransfer && event.dataTransfer.files.length) { input.files = event.dataTransfer.files; show(); }
    });
    input.addEventListener("change", show);
    show();
  });
}());
