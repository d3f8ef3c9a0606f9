// embed.html: a playground in a frame, from any origin or none. `hello.js` has run before; this comes after the application,
// whose `mount` and `readLink` it uses.

const shown = document.querySelector(".embed");
const root = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");
const THEMES = ["light", "dark"];
let theme = query.get("theme");

function dress() {
  const colours = THEMES.includes(theme) ? theme : dark.matches ? "dark" : "light";
  shown.dataset.theme = root.dataset.theme = colours;
}
dark.addEventListener("change", dress);
dress();

// The whole playground lies beside a frame that was loaded from a server. Where the frame has no origin it may open nothing.
const base = origin !== "null" && location.protocol.startsWith("http") ? new URL(".", location.href).href : undefined;

let embed;
let at;

function speak(language) {
  shown.lang = root.lang = language;
}

function hear(word, detail) {
  if (word === "panic") {
    up("error", { kind: "panic", message: detail.message });
    complain(detail.message);
    embed = undefined;
    return;
  }
  if (["ready", "state", "change", "done", "error"].includes(word)) up(word, detail);
  if (word === "done" && at !== undefined) {
    const moment = at;
    at = undefined;
    // When it is told of, the run is not yet put away.
    queueMicrotask(() => embed?.seek(moment));
  }
}

function complain(text) {
  const said = document.createElement("p");
  said.className = "lost";
  said.setAttribute("role", "alert");
  said.textContent = text;
  shown.prepend(said);
}

function open() {
  const link = readLink(location.hash, navigator.language);
  for (const said of document.querySelectorAll(".lost")) said.remove();
  if (link.problem) {
    complain(link.problem);
    up("error", { kind: "link", message: link.problem });
  }
  speak(link.lang);
  at = link.at;
  const { code = "", lang, speed, seed } = link;
  const options = { lang, speed, seed, base, view: query.get("view") ?? undefined };
  if (embed) {
    embed.setCode(code);
    embed.setOptions(options);
  } else {
    document.querySelector(".boot")?.remove();
    embed = mount(document.querySelector(".root"), { ...options, code }, hear);
  }
  // A page that frames this asks for it; a link alone does not start anything.
  if (link.autorun && parent !== window) embed.run();
}

function set(message) {
  if (typeof message.theme === "string") {
    theme = message.theme;
    dress();
  }
  if (typeof message.lang === "string") speak(message.lang);
  if (!embed) return;
  const { lang, speed, seed, view, readonly } = message;
  embed.setOptions({ lang, speed, seed, view, readonly });
  if (typeof message.code === "string") embed.setCode(message.code);
}

const ORDERS = ["run", "pause", "step", "stop", "reset"];

obey = (message) => {
  if (message.type === "init" || message.type === "set") set(message);
  else if (ORDERS.includes(message.type)) embed?.[message.type]();
};

// The frame is as high as what is in it, within reason; nothing in it is as high as the frame.
let height;
new ResizeObserver(() => {
  const now = Math.min(Math.max(Math.ceil(shown.getBoundingClientRect().height), 40), 4000);
  if (now !== height) up("resize", { height: height = now });
}).observe(shown);

open();
addEventListener("hashchange", open);
waiting.splice(0).forEach(obey);
