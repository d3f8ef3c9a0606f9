// Before the application is there: the frame says hello, and what its host says meanwhile is kept.

const query = new URLSearchParams(location.search);
let id = query.get("id") ?? undefined;

// What runs in the frame came from the host, so it may hear of it, whoever it is.
function up(type, detail) {
  if (parent !== window) parent.postMessage({ ...detail, source: "awaitscope", v: 1, id, type }, "*");
}

const waiting = [];
let obey = (message) => waiting.push(message);

addEventListener("message", ({ source, data }) => {
  if (source !== parent || source === window || data?.source !== "awaitscope" || data.v !== 1) return;
  if (data.type === "init" && typeof data.id === "string") id = data.id;
  if (data.id === undefined || data.id === id) obey(data);
});

up("hello");
