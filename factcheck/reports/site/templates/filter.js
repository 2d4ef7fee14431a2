"use strict";
// Filters the findings of all pages: FINDINGS comes from findings.js.
const form = document.querySelector(".filter");
const list = document.querySelector("ol.findings");
const MOST = 200; // entries shown of those that fit
if (form && list && typeof FINDINGS !== "undefined") {
  const whole = [...list.children];
  const start = list.start;
  const paging = document.querySelector(".paging");
  const entry = (one) => {
    const item = document.createElement("li");
    const head = item.appendChild(document.createElement("p"));
    head.className = "head";
    const badge = head.appendChild(document.createElement("span"));
    badge.className = `badge ${one.severity}`;
    badge.textContent = one.severity;
    head.append(" ");
    const link = head.appendChild(document.createElement("a"));
    link.href = one.page;
    link.textContent = one.message;
    const quiet = item.appendChild(document.createElement("p"));
    quiet.className = "quiet foot";
    quiet.appendChild(document.createElement("code")).textContent = one.rule;
    return item;
  };
  const show = () => {
    const words = form.elements.words.value.toLowerCase().trim();
    const severity = form.elements.severity.value;
    const rule = form.elements.rule.value;
    const asked = words || severity || rule;
    const kept = FINDINGS.filter(
      (one) =>
        (!words || one.words.includes(words)) &&
        (!severity || one.severity === severity) &&
        (!rule || one.rule === rule),
    );
    list.start = asked ? 1 : start;
    list.replaceChildren(...(asked ? kept.slice(0, MOST).map(entry) : whole));
    if (paging) paging.hidden = Boolean(asked);
    const more = kept.length > MOST ? `, the first ${MOST} shown` : "";
    form.querySelector("output").value = `${kept.length} of ${FINDINGS.length}${more}`;
  };
  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
}
