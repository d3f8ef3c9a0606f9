// awaitscope.js: a code block in your page becomes a live asyncio program.
//
//   <script src="…/awaitscope.js" defer></script>
//   <await-scope> import asyncio … </await-scope>, or any code block of class "awaitscope"
//
// This file shows the code at once. The application that runs it is fetched when a reader wants to run something, once a
// page. `bundle` puts in the names of the application's files and the style sheet's sections that the code needs.
(() => {
  "use strict";
  if (customElements.get("await-scope")) return;

  const APP = "@app@", WASM = "@wasm@", STYLE = "@style@", CSS = "@css@";
  const script = document.currentScript ?? document.querySelector('script[src*="awaitscope.js"]');
  const BASE = new URL(".", script.src).href;
  const BLOCKS = [".awaitscope", ".language-awaitscope", script.dataset.selector].filter(Boolean).join();

  const WORDS = {
    en: {
      run: "Run", loading: "Loading …", code: "Program", retry: "Try again", open: "Run this program",
      lost: "This could not be loaded; the code is all here.",
      bug: "Something went wrong in awaitscope itself. The code is all here.",
    },
    zh: {
      run: "运行", loading: "正在加载 …", code: "程序", retry: "重试", open: "运行这段程序",
      lost: "未能加载，代码仍在这里。",
      bug: "awaitscope 自身出错了，代码仍在这里。",
    },
  };

  // ---- the application, once for all elements

  let application;
  let attempt = 0;

  const load = () => application ??= fetchAll().catch((error) => {
    application = undefined;
    throw error;
  });

  async function fetchAll() {
    // A module that failed is not asked for again under the same address.
    const again = attempt++ ? `?${attempt}` : "";
    const style = fetch(BASE + STYLE).then((response) => {
      if (!response.ok) throw new Error(`${STYLE}: HTTP ${response.status}`);
      return response.text();
    });
    const [module, text] = await Promise.all([import(BASE + APP + again), style]);
    await module.default({ module_or_path: BASE + WASM });
    return { module, sheet: sheetOf(text) };
  }

  function sheetOf(text) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  }

  let firstSheet;

  // ---- what the host page looks like

  const html = document.documentElement;
  const darkSystem = matchMedia("(prefers-color-scheme: dark)");

  function hostTheme() {
    const roots = [document.body, html].filter(Boolean);
    for (const root of roots) {
      for (const name of ["data-md-color-scheme", "data-theme", "data-bs-theme", "data-color-mode"]) {
        const value = root.getAttribute(name);
        if (/^(dark|slate|night)/.test(value)) return "dark";
        if (/^(light|default|day)/.test(value)) return "light";
      }
      const classes = root.classList;
      for (const name of ["navy", "coal", "ayu", "dark"]) if (classes.contains(name)) return "dark";
      for (const name of ["light", "rust"]) if (classes.contains(name)) return "light";
    }
    for (const root of roots) {
      // A page that is painted in one colour only stays so, whatever the system says.
      const [r, g, b, a = 1] = getComputedStyle(root).backgroundColor.match(/[\d.]+/g).map(Number);
      if (a > 0.5) return 0.299 * r + 0.587 * g + 0.114 * b < 128 ? "dark" : "light";
    }
    return darkSystem.matches ? "dark" : "light";
  }

  // ---- the text of a code block

  function textOf(block) {
    if (block.localName === "textarea") return block.value;
    if (block.localName === "template") block = block.content;
    const inner = block.querySelector?.("td.code pre, pre code, pre, textarea, template, script") ?? block;
    if (inner !== block && !/^(pre|code)$/.test(inner.localName)) return textOf(inner);
    const copy = inner.cloneNode(true);
    for (const extra of copy.querySelectorAll("button, .buttons, .linenos, .linenodiv, .lineno, .headerlink")) extra.remove();
    if (!copy.textContent.includes("\n")) for (const end of copy.querySelectorAll("br")) end.replaceWith("\n");
    return copy.textContent;
  }

  // Text that stands in the page's own markup is indented as the markup is.
  function outdent(text) {
    const lines = text.replace(/^[ \t]*\r?\n/, "").trimEnd().split(/\r?\n/);
    const indents = lines.filter((line) => /[^ \t]/.test(line)).map((line) => /^[ \t]*/.exec(line)[0].length);
    const indent = Math.min(...indents, Infinity);
    return lines.map((line) => line.slice(indent)).join("\n");
  }

  // `#| awaitscope: readonly speed=0.5` at its head says what attributes say. What stands between `# hide-start` and
  // `# hide-end` runs and is not seen; what stands between `# lock-start` and `# lock-end` cannot be changed.
  function parse(text, setup) {
    text = text.replace(/\r\n?/g, "\n").replace(/^\n+/, "").trimEnd();
    const options = {};
    for (let head; (head = /^#\|[ \t]*awaitscope:?(.*)\n?/.exec(text)); text = text.slice(head[0].length)) {
      for (const [, name, quoted, plain] of head[1].matchAll(/([\w-]+)(?:=(?:"([^"]*)"|(\S+)))?/g)) {
        options[name] = quoted ?? plain ?? "";
      }
    }
    const lines = [], hidden = setup ? [[0, setup]] : [], locked = [];
    let unseen, from;
    for (const line of [...text.split("\n"), "# hide-end", "# lock-end"]) {
      const mark = /^\s*#\s*(hide|lock)-(start|end)\s*$/.exec(line);
      if (!mark) {
        if (unseen) unseen.push(line);
        else if (lines.length || line.trim()) lines.push(line);
      } else if (mark[1] === "hide") {
        if (unseen?.length) hidden.push([lines.length, unseen.join("\n")]);
        unseen = mark[2] === "start" ? [] : undefined;
      } else {
        if (from < lines.length) locked.push([from, lines.length]);
        from = mark[2] === "start" ? lines.length : undefined;
      }
    }
    return { program: { code: lines.join("\n").trimEnd(), hidden, locked }, options };
  }

  // ---- colours, as the application's editor has them

  const KEYWORDS = new Set(("and as assert break class continue def del elif else except finally for from global if import in is " +
    "lambda nonlocal not or pass raise return try while with yield").split(" "));
  const CONSTANTS = new Set(["True", "False", "None", "self", "cls"]);
  const TOKENS = new RegExp([
    "(?<comment>#[^\\n]*)",
    "(?<string>\\b[rbuftRBUFT]{0,2}(?:\"\"\"(?:\\\\[^]|[^\\\\])*?(?:\"\"\"|$)|'''(?:\\\\[^]|[^\\\\])*?(?:'''|$)|\"(?:\\\\[^]|[^\"\\\\\\n])*\"?|'(?:\\\\[^]|[^'\\\\\\n])*'?))",
    "(?<number>\\b\\d[\\w.]*)",
    "(?<decorator>(?<=^[ \\t]*)@[\\w.]+)",
    "(?<word>[\\p{L}_][\\p{L}\\p{N}_]*)",
  ].join("|").replace("\\b[rb", "(?<![\\w])[rb"), "gmu");

  // The lines of a program, each a list of [kind, text].
  function highlight(code) {
    const lines = [[]];
    const push = (kind, text) => text.split("\n").forEach((part, index) => {
      if (index) lines.push([]);
      if (part) lines.at(-1).push([kind, part]);
    });
    let end = 0;
    let before = "";
    for (const token of code.matchAll(TOKENS)) {
      push("", code.slice(end, token.index));
      const text = token[0];
      end = token.index + text.length;
      let kind = Object.keys(token.groups).find((name) => token.groups[name] !== undefined);
      if (kind === "word") {
        const next = /\s*(\S?)/y;
        next.lastIndex = end;
        if (text === "async" || text === "await") kind = "await";
        else if (CONSTANTS.has(text)) kind = "constant";
        else if (before === "def" || before === "class") kind = "definition";
        else if (KEYWORDS.has(text)) kind = "keyword";
        else kind = next.exec(code)[1] === "(" ? "call" : "";
        before = text;
      }
      push(kind, text);
    }
    push("", code.slice(end));
    return lines;
  }

  function make(tag, properties = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  }

  function icon(path) {
    const [svg, shape] = ["svg", "path"].map((tag) => document.createElementNS("http://www.w3.org/2000/svg", tag));
    svg.setAttribute("class", "icon");
    for (const [name, value] of [["viewBox", "0 0 16 16"], ["width", 14], ["height", 14], ["aria-hidden", true]]) svg.setAttribute(name, value);
    shape.setAttribute("d", path);
    shape.setAttribute("fill", "currentColor");
    svg.append(shape);
    return svg;
  }

  // ---- the element

  const OPTIONS = ["src", "for", "setup", "readonly", "autorun", "load", "view", "theme", "lang", "height", "max-lines", "speed",
    "line-numbers", "controls", "label"];
  // Of a code block, as `data-…`; the others are taken by those who colour code.
  const BLOCK_OPTIONS = ["readonly", "autorun", "load", "view", "height", "max-lines", "speed", "controls", "label"];
  const elements = new Set();

  class AwaitScope extends HTMLElement {
    static observedAttributes = OPTIONS;

    #original;
    #program = { code: "", hidden: [], locked: [] };
    #options = {};
    #frame = make("div", { class: "embed", role: "group" });
    #told = {};
    #preview;
    #embed;
    #opening;
    #state = "idle";
    #ready;
    #watch;
    #hid;

    constructor() {
      super();
      firstSheet ??= sheetOf(CSS);
      const root = this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [firstSheet];
      root.append(this.#frame);
      // Hosts have keys of their own: `/` and `s` open their search, arrows turn their pages.
      for (const type of ["keydown", "keypress", "keyup"]) this.addEventListener(type, (event) => event.stopPropagation());
    }

    connectedCallback() {
      elements.add(this);
      // Its children come after it while the document is being read.
      if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => this.#arrive(), { once: true });
      else queueMicrotask(() => this.#arrive());
    }

    disconnectedCallback() {
      // Who moves it puts it back at once.
      setTimeout(() => {
        if (this.isConnected) return;
        elements.delete(this);
        this.#watch?.disconnect();
        this.#hid?.style.removeProperty("display");
        this.#close();
        this.#ready = undefined;
      });
    }

    attributeChangedCallback(name, before, after) {
      if (!this.#ready || before === after) return;
      if (/^(src|for|setup)$/.test(name)) this.#read();
      else this.#dress();
    }

    async #arrive() {
      if (!this.isConnected) return;
      const isFirst = !this.#ready;
      this.#ready ??= this.#original ? Promise.resolve() : this.#read();
      this.#dress();
      if (!isFirst) return;
      await this.#ready;
      this.#show();
      const [load, runs] = [this.#option("load"), this.#says("autorun")];
      const open = () => (runs ? this.run() : this.#open()).catch(() => {});
      if (load === "eager") open();
      else if (load === "visible" || runs) {
        this.#watch = new IntersectionObserver((seen) => {
          if (seen.some((entry) => entry.isIntersecting)) {
            this.#watch.disconnect();
            open();
          }
        }, { rootMargin: "100px" });
        this.#watch.observe(this);
      }
    }

    // What the attribute says, or the program's first line, or the script's tag.
    #option(name) {
      return this.getAttribute(name) ?? this.#options[name] ?? script.getAttribute(`data-${name}`);
    }

    #says(name, otherwise = false) {
      const value = this.#option(name);
      return value === null ? otherwise : !/^(false|off|no|none|0)$/.test(value);
    }

    async #read() {
      const [src, other] = [this.getAttribute("src"), this.getAttribute("for")];
      let text;
      if (src !== null) {
        try {
          const response = await fetch(new URL(src, document.baseURI));
          if (!response.ok) throw new Error(`${src}: HTTP ${response.status}`);
          text = await response.text();
        } catch (error) {
          text = `# ${error.message}\n`;
        }
      } else if (other !== null) {
        const block = other === "@prev" ? this.previousElementSibling : document.querySelector(other);
        text = block ? textOf(block) : "";
        if (block) {
          this.#hid = block;
          block.style.setProperty("display", "none", "important");
        }
      } else {
        text = outdent(textOf(this));
      }
      this.#take(text);
      this.#dress();
    }

    #take(text) {
      const setup = this.getAttribute("setup");
      const prelude = setup && document.querySelector(setup);
      const { program, options } = parse(text, prelude && textOf(prelude).trimEnd());
      this.#options = { ...this.#options, ...options };
      this.#original = this.#program = program;
      if (this.#embed) this.#embed.setCode(program);
      else this.#show();
    }

    get #words() {
      return WORDS[/^zh/i.test(this.#language) ? "zh" : "en"];
    }

    get #language() {
      return this.#option("lang") || this.closest("[lang]")?.lang || navigator.language;
    }

    // Theme, language and sizes, again and again as they change.
    #dress() {
      const frame = this.#frame;
      const theme = this.#option("theme");
      frame.dataset.theme = theme === "light" || theme === "dark" ? theme : hostTheme();
      frame.dataset.controls = this.#option("controls") ?? "";
      frame.toggleAttribute("data-unnumbered", !this.#says("line-numbers", true));
      const height = this.#option("height") ?? "";
      frame.style.height = /^[\d.]+$/.test(height) ? `${height}px` : height;
      frame.style.setProperty("--max-lines", parseInt(this.#option("max-lines")) || 30);
      const language = this.#language;
      if (frame.lang !== language) {
        frame.lang = language;
        if (this.#preview) this.#show();
      }
      const label = this.#option("label");
      frame.setAttribute("aria-label", label ?? this.#words.code);
      // What has changed, and no more: the reader may have chosen another speed.
      const before = this.#told;
      this.#told = this.#wishes();
      const news = Object.entries(this.#told).filter(([name, value]) => value !== before[name]);
      if (news.length) this.#embed?.setOptions(Object.fromEntries(news));
    }

    #wishes() {
      return {
        base: BASE,
        lang: this.#language,
        speed: this.#option("speed") ?? "1",
        view: this.#option("view") ?? "both",
        readonly: this.#says("readonly"),
      };
    }

    // The code as plain markup, in the places where the application will have it.
    #show(message) {
      if (this.#embed) return;
      const words = this.#words;
      const run = make("button", { type: "button", class: "button primary", "data-testid": "run" });
      run.append(icon("M4 2.5v11l9-5.5z"), words.run);
      run.addEventListener("click", () => this.run().catch(() => {}));
      const bar = make("div", { class: "controls", part: "controls" }, run);
      const label = this.#option("label");
      if (label) bar.append(make("span", { class: "label" }, label));
      if (message) bar.append(make("span", { class: "lost", role: "alert" }, message));
      const { code, locked } = this.#program;
      const isLocked = (index) => locked.some(([from, to]) => from <= index && index < to);
      const lines = highlight(code).map((pieces, index) => make("div", { class: "ln", ...isLocked(index) && { "data-locked": "" } },
        make("span", { class: "gutter", "aria-hidden": "true" }, make("span", { class: "chips" }), make("span", { class: "n" }, index + 1)),
        make("span", { class: "src" }, ...pieces.map(([kind, text]) => kind ? make("span", { class: `tok-${kind}` }, text) : text), "\n"),
      ));
      const paper = make("div", { class: "paper" }, make("div", { class: "lines" }, ...lines));
      const sheet = make("div", { class: "sheet", tabindex: "0", role: "group", "aria-label": words.code }, paper);
      const editor = make("section", { class: "editor", part: "editor" }, sheet);
      const view = this.#option("view") ?? "both";
      const preview = make("div", { class: "play preview", "data-view": view, "data-fresh": "" }, bar);
      if (view !== "timeline") preview.append(editor);
      if (!this.#says("readonly")) {
        paper.addEventListener("click", (event) => {
          if (getSelection().isCollapsed) this.#edit(this.#offsetAt(event));
        });
        sheet.addEventListener("keydown", (event) => {
          if (event.key === "Enter") this.#edit(0);
        });
      }
      if (this.#preview) this.#preview.replaceWith(preview);
      else this.#frame.prepend(preview);
      this.#preview = preview;
    }

    // A click into the code, or Enter: the editor takes its place, with the caret there.
    async #edit(at) {
      await this.#open().catch(() => {});
      const input = this.shadowRoot.querySelector("textarea");
      input?.focus({ preventScroll: true });
      input?.setSelectionRange(at, at);
    }

    #offsetAt({ clientX, clientY }) {
      let offset = 0;
      for (const line of this.#preview.querySelectorAll(".src")) {
        const length = line.textContent.length - 1;
        if (clientY <= line.parentNode.getBoundingClientRect().bottom) {
          const range = document.createRange();
          const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
          let column = 0;
          for (let text; (text = texts.nextNode());) {
            for (let index = 0; index < text.length && column < length; index++, column++) {
              range.setStart(text, index);
              range.setEnd(text, index + 1);
              const { left, width } = range.getBoundingClientRect();
              if (clientX < left + width / 2) return offset + column;
            }
          }
          return offset + length;
        }
        offset += length + 1;
      }
      return Math.max(0, offset - 1);
    }

    // The application takes the place of the preview.
    #open() {
      return this.#opening ??= this.#fetchAndMount().catch((error) => {
        this.#opening = undefined;
        this.#show(`${this.#words.lost} (${error.message})`);
        this.#say("error", { kind: "load", message: error.message });
        throw error;
      });
    }

    async #fetchAndMount() {
      await this.#ready;
      const run = this.#preview?.querySelector("button");
      if (run) {
        run.setAttribute("aria-busy", "true");
        run.lastChild.textContent = this.#words.loading;
      }
      const { module, sheet } = await load();
      if (!this.isConnected) throw new Error("removed");
      this.shadowRoot.adoptedStyleSheets = [sheet];
      const root = make("div", { class: "root" });
      this.#frame.append(root);
      await new Promise((ready) => {
        const options = { ...this.#told, ...this.#program };
        this.#embed = module.mount(root, options, (word, detail) => {
          if (word === "ready") ready();
          this.#hear(word, detail);
        });
      });
      // Who has pressed Run by the keyboard goes on from there.
      const isFocused = this.#preview?.contains(this.shadowRoot.activeElement);
      this.#preview?.remove();
      this.#preview = undefined;
      if (isFocused) this.shadowRoot.querySelector("[data-testid=run]")?.focus({ preventScroll: true });
      return this.#embed;
    }

    #hear(word, detail) {
      if (word === "panic") {
        // The wasm is lost, and with it every playground on the page; the next one gets a new one.
        application = undefined;
        for (const element of elements) element.#lose();
        return;
      }
      if (word === "state") this.#state = detail.state;
      if (word === "change") this.#program = { ...this.#program, code: detail.code };
      this.#say(word, detail);
    }

    #say(word, detail) {
      this.dispatchEvent(new CustomEvent(`awaitscope:${word}`, { bubbles: true, composed: true, detail }));
    }

    #lose() {
      if (!this.#embed) return;
      this.#forget();
      this.#show(this.#words.bug);
    }

    // Ends the run and gives its memory back.
    #close() {
      const embed = this.#embed;
      if (!embed) return;
      embed.destroy();
      embed.free();
      // Where hidden and locked lines are in an edited program, only the application knew.
      const { hidden, locked } = this.#original;
      if (hidden.length || locked.length) this.#program = this.#original;
      this.#forget();
    }

    #forget() {
      this.#embed = this.#opening = undefined;
      this.#state = "idle";
      this.#frame.replaceChildren();
      this.#preview = undefined;
    }

    // ---- for scripts

    get code() {
      return this.#program.code;
    }

    set code(text) {
      this.#take(String(text));
    }

    get state() {
      return this.#state;
    }

    async run() {
      (await this.#open()).run();
    }

    async step() {
      (await this.#open()).step();
    }

    pause() {
      this.#embed?.pause();
    }

    stop() {
      this.#embed?.stop();
    }

    reset() {
      if (this.#embed) return this.#embed.reset();
      this.#program = this.#original;
      if (this.#ready) this.#show();
    }

    seek(ns) {
      this.#embed?.seek(ns);
    }

    trace() {
      const lines = this.#embed?.trace().trimEnd();
      return lines ? lines.split("\n").map((line) => JSON.parse(line)) : [];
    }

    shareUrl() {
      return this.#embed?.shareUrl() ?? `${BASE}#py=${encodeURIComponent(this.#program.code)}`;
    }

    static dress() {
      for (const element of elements) if (element.#ready) element.#dress();
    }
  }

  customElements.define("await-scope", AwaitScope);

  // ---- code blocks

  const upgraded = new WeakMap();

  // What a server has rendered belongs to React when that has looked through it, and may not change before.
  const isReacts = (block) => block.closest("#__docusaurus, #__next, #___gatsby") && !Object.keys(block).some((key) => key.startsWith("__react"));
  let looks = 0;

  function upgrade(root) {
    const blocks = [...root.querySelectorAll(BLOCKS)];
    if (root.matches?.(BLOCKS)) blocks.unshift(root);
    for (let block of blocks) {
      if (block.parentElement?.closest(BLOCKS) || block.closest("await-scope")) continue;
      if (isReacts(block)) {
        if (looks++ < 200) setTimeout(upgrade, 100, document);
        return;
      }
      if (block.localName === "code") block = block.closest("pre") ?? block;
      // There already, or in a page that was kept by one that navigates without loading.
      if (block.nextElementSibling?.matches('await-scope[for="@prev"]')) continue;
      const element = make("await-scope", { for: "@prev" });
      for (const name of BLOCK_OPTIONS) {
        const value = block.getAttribute(`data-${name}`);
        if (value !== null) element.setAttribute(name, value);
      }
      block.after(element);
      upgraded.set(block, element);
    }
  }

  function watch() {
    upgrade(document);
    const dress = new MutationObserver(AwaitScope.dress);
    let body;
    const look = () => {
      if (body === document.body) return;
      body = document.body;
      dress.observe(body, { attributes: true });
    };
    dress.observe(html, { attributes: true });
    look();
    // Sites that navigate without loading put in new blocks, or a new body, and take old ones out.
    new MutationObserver((records) => {
      look();
      for (const { addedNodes, removedNodes } of records) {
        for (const node of addedNodes) if (node.nodeType === 1 && node.isConnected) upgrade(node);
        for (const node of removedNodes) if (!node.isConnected) upgraded.get(node)?.remove();
      }
    }).observe(html, { childList: true, subtree: true });
    new MutationObserver(AwaitScope.dress).observe(html, { attributes: true, attributeFilter: ["lang"], subtree: true });
    darkSystem.addEventListener("change", AwaitScope.dress);
  }

  if (document.body) watch();
  else document.addEventListener("DOMContentLoaded", watch, { once: true });
})();
