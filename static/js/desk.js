// Saves each text of the desk as its writer goes; what a broken connection keeps from being saved
// stays in this browser until it is. Without this script the form saves all texts at once.
const desk = document.querySelector("[data-desk]");
const form = document.querySelector("#texts");
const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
const key = (field) => `desk:${desk.dataset.desk}:${field.name}`;
const fields = [...form.querySelectorAll("textarea:not([readonly])")];

const baseOf = (field) => form.elements[field.name.replace("text-", "base-")];

function say(field, lines, kind) {
  const place = document.getElementById(field.getAttribute("aria-describedby"));
  place.replaceChildren(
    ...lines.map((line) => {
      const paragraph = document.createElement("p");
      paragraph.className = kind;
      paragraph.textContent = line;
      return paragraph;
    }),
  );
}

function settle(field, answer) {
  const done = field.value.trim() !== "";
  baseOf(field).value = answer.base;
  const card = field.closest("article");
  card.classList.remove("open", "changed", "unsure", "done");
  card.classList.add(done ? "done" : "open");
  localStorage.removeItem(key(field));
  say(field, answer.problems.length ? answer.problems : [desk.dataset.saved], "check");
  const beside = card.querySelector("[data-notes]");
  // read anew when it is opened again: its history is longer now
  if (!beside.querySelector("textarea")?.value.trim()) delete beside.dataset.read;
}

async function save(field) {
  const text = field.value.trim();
  if (field.dataset.sent === text) return;
  field.dataset.sent = text;
  localStorage.setItem(key(field), field.value);
  say(field, [desk.dataset.saving], "");
  const body = new URLSearchParams({ text, base: baseOf(field).value });
  const headers = { "X-CSRFToken": token };
  try {
    const response = await fetch(field.dataset.url, { method: "POST", body, headers });
    const answer = await response.json();
    if (response.ok) return settle(field, answer);
    delete field.dataset.sent;
    if (answer.base) baseOf(field).value = answer.base;
    say(field, [answer.refusal, answer.conflict].filter(Boolean), "error");
  } catch {
    delete field.dataset.sent;
    say(field, [desk.dataset.offline], "error");
  }
}

function next(field) {
  const after = fields.slice(fields.indexOf(field) + 1);
  const wanted = after.find((one) => !one.closest("article").matches(".done")) ?? after[0];
  wanted?.focus();
}

for (const field of fields) {
  const kept = localStorage.getItem(key(field));
  if (kept !== null) field.value = kept;
  let timer;
  field.addEventListener("input", () => {
    localStorage.setItem(key(field), field.value);
    clearTimeout(timer);
    timer = setTimeout(() => save(field), 3000);
  });
  field.addEventListener("change", () => {
    clearTimeout(timer);
    save(field);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    clearTimeout(timer);
    save(field);
    next(field);
  });
}
for (const button of form.querySelectorAll("[data-insert]")) button.hidden = form.querySelector("textarea[readonly]") !== null;
const fieldOf = (button) => button.closest(".desk-segment").querySelector("textarea");
form.addEventListener("click", (event) => {
  const button = event.target.closest("[data-insert]");
  if (!button) return;
  const field = fieldOf(button);
  field.value = button.dataset.insert;
  field.focus();
  save(field);
});
function show(place, html) {
  place.innerHTML = html;
  const field = place.closest(".desk-segment")?.querySelector("textarea");
  for (const button of place.querySelectorAll("[data-put]")) button.hidden = field?.readOnly ?? true;
}

// Whether a piece came and was shown; none comes once the writer is logged out.
async function load(place, address) {
  place.dataset.asked = address;
  const response = await fetch(address);
  if (!response.ok || response.redirected) return false;
  const answer = await response.text();
  if (place.dataset.asked === address) show(place, answer);
  return true;
}

form.addEventListener(
  "toggle",
  async ({ target }) => {
    if (!target.open || target.dataset.help === undefined || target.dataset.read) return;
    target.dataset.read = "yes";
    const place = target.querySelector("div");
    if (await load(place, target.dataset.help).catch(() => false)) return;
    delete target.dataset.read;
    place.textContent = desk.dataset.offline;
  },
  true,
);
const words = desk.querySelector("[data-words]");
words?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const place = words.nextElementSibling;
  const asked = new URLSearchParams(new FormData(words));
  asked.set("part", "hits");
  try {
    if (!(await load(place, `${words.action}?${asked}`))) words.submit();
  } catch {
    place.textContent = desk.dataset.offline;
  }
});
// An earlier text goes into the field and waits there: nothing is saved by it.
form.addEventListener("click", (event) => {
  const button = event.target.closest("[data-put]");
  if (!button) return;
  const field = fieldOf(button);
  field.value = button.dataset.put;
  localStorage.setItem(key(field), field.value);
  say(field, [desk.dataset.putSaid], "check");
  field.focus();
});

// What is written or settled beside a text comes back as the piece that stands there.
async function send(button) {
  const place = button.closest("[data-notes]").querySelector("div");
  const body = new URLSearchParams({ text: place.querySelector("textarea").value });
  const headers = { "X-CSRFToken": token };
  const response = await fetch(`${button.formAction}?part`, { method: "POST", body, headers });
  if (response.redirected || ![200, 400, 429].includes(response.status)) throw new Error(response.status);
  show(place, await response.text());
  place.querySelector("textarea").focus();
}

document.querySelector("#notes").addEventListener("submit", (event) => {
  event.preventDefault();
  const button = event.submitter;
  if (button.disabled) return;
  button.disabled = true;
  send(button).catch(() => {
    button.disabled = false;
    const said = button.closest("p").querySelector(".error") ?? document.createElement("span");
    said.className = "error";
    said.setAttribute("role", "alert");
    said.textContent = desk.dataset.unsent;
    button.after(" ", said);
  });
});
form.addEventListener("submit", () => fields.forEach((field) => localStorage.removeItem(key(field))));
