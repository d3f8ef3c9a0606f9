
// The page works without a network from its second visit on; never in a frame, and not from a disk.
if ("serviceWorker" in navigator && parent === window && location.protocol.startsWith("http")) {
  const WORDS = {
    en: ["A new version of this page is ready. Your program stays as it is.", "Reload", "Later"],
    zh: ["本页面有了新版本。你的程序会原样保留。", "重新加载", "以后再说"],
  };
  const tell = (worker) => {
    document.querySelector("[data-testid=update]")?.remove();
    const [said, reload, later] = WORDS[document.documentElement.lang.startsWith("zh") ? "zh" : "en"];
    const notice = document.createElement("div");
    notice.className = "notice";
    notice.dataset.testid = "update";
    notice.setAttribute("role", "status");
    const words = document.createElement("p");
    words.textContent = said;
    notice.append(words);
    const button = (text, testid, act) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button";
      button.dataset.testid = testid;
      button.textContent = text;
      button.addEventListener("click", act);
      notice.append(button);
    };
    button(reload, "update-reload", () => {
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
      worker.postMessage("take over");
    });
    button(later, "update-later", () => notice.remove());
    document.body.append(notice);
  };
  navigator.serviceWorker.register("./sw.js").then((registration) => {
    // The first one replaces nothing.
    const told = (worker) => worker?.state === "installed" && registration.active && tell(worker);
    told(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const worker = registration.installing;
      worker?.addEventListener("statechange", () => told(worker));
    });
  }).catch((error) => console.info("awaitscope does not work offline here:", error.message));
}
