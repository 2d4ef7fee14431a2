"use strict";
// Searches everything: FINDINGS comes from findings.js, EVERYTHING from everything.js.
const asking = document.querySelector("#search");
const results = document.querySelector("#results");
const MOST = 100; // results shown of those that fit
const all = [
  ...FINDINGS.map((one) => ({ sort: one.severity, title: one.message, ...one })),
  ...EVERYTHING,
];
const item = (one) => {
  const shown = document.createElement("li");
  const sort = shown.appendChild(document.createElement("span"));
  sort.className = "who";
  sort.textContent = one.sort;
  shown.append(" ");
  const link = shown.appendChild(document.createElement("a"));
  link.href = one.page;
  link.textContent = one.title;
  return shown;
};
const search = () => {
  const words = asking.elements.words.value.toLowerCase().split(/\s+/).filter(Boolean);
  const kept = words.length
    ? all.filter((one) => words.every((word) => one.words.includes(word)))
    : [];
  results.replaceChildren(...kept.slice(0, MOST).map(item));
  const more = kept.length > MOST ? `, the first ${MOST} shown` : "";
  asking.querySelector("output").value = words.length ? `${kept.length} found${more}` : "";
  history.replaceState(null, "", words.length ? `#${words.join("+")}` : "#");
};
asking.addEventListener("input", search);
asking.addEventListener("submit", (event) => event.preventDefault());
asking.elements.words.value = decodeURIComponent(location.hash.slice(1)).replaceAll("+", " ");
if (asking.elements.words.value) search();
