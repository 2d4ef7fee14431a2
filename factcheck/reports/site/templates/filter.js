"use strict";
const form = document.querySelector(".filter");
if (form) {
  const items = [...document.querySelectorAll(".findings > li")];
  const texts = items.map((item) => item.textContent.toLowerCase());
  const show = () => {
    const words = form.elements.words.value.toLowerCase().trim();
    const { severity, rule } = form.elements;
    let shown = 0;
    items.forEach((item, at) => {
      const kept =
        (!words || texts[at].includes(words)) &&
        (!severity.value || item.dataset.severity === severity.value) &&
        (!rule.value || item.dataset.rule === rule.value);
      item.hidden = !kept;
      shown += kept;
    });
    form.querySelector("output").value = `${shown} of ${items.length} shown`;
  };
  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
}
