"use strict";

const element = (id) => document.getElementById(id);

/** A new element with a class and children: elements, or texts. */
function make(tag, kind, ...children) {
  const made = document.createElement(tag);
  if (kind) made.className = kind;
  made.append(...children);
  return made;
}

/** What draws on a screen of each kind. */
const themes = {
  light: { canvas: "#ffffff", ink: "#202124", none: "#a0a0a0" },
  dark: { canvas: "#1b1d21", ink: "#e8eaed", none: "#8c8c8c" },
};

/** Pixels from a disc within which it is hit. */
const reach = 10;
const secondsAnEpoch = 0.9;

class Page {
  constructor(data) {
    this.data = data;
    this.camera = new Camera(data);
    this.playhead = data.playhead;
    this.hovered = -1;
    this.selected = -1;
    this.links = {};
    this.playing = false;
    this.ringsWrong = data.style.wrong;
    this.hidden = this.groups.map(({ hidden }) => hidden);
    this.rightAt = new Map();
    this.darkness = matchMedia("(prefers-color-scheme: dark)");
    this.isDark = data.style.dark || this.darkness.matches;
    this.picture = new Picture(element("picture"), data, () => this.refresh());
    this.overlay = new Overlay(element("overlay"), data);
    this.fillClasses();
    this.fillTicks();
    this.listen();
    this.followTheme();
    this.followHidden();
    this.followLanguage();
    new ResizeObserver(() => this.refresh()).observe(element("stage"));
    if (data.selected >= 0) this.select(data.selected);
    this.picture.loadBackgrounds(this.playhead);
  }

  // What is there.

  get moment() {
    return momentAt(this.playhead);
  }
  get lastEpoch() {
    return this.data.epochs.length - 1;
  }
  get theme() {
    return themes[this.isDark ? "dark" : "light"];
  }
  get radius() {
    const crowd = Math.sqrt(20000 / Math.max(this.data.samples, 20000));
    return Math.max(this.data.style.radius * crowd, 1.2);
  }
  /** What hides samples together: the categories that colour them, or the classes. */
  get groups() {
    const { groups, classes, palette } = this.data;
    if (!groups.ofColours) return classes;
    return groups.names.map((name, c) => ({ name, light: palette.light[c], dark: palette.dark[c], hidden: false }));
  }
  inTheme(colours) {
    return colours[this.isDark ? "dark" : "light"];
  }
  classColour(c) {
    return c >= 0 ? this.inTheme(this.data.classes[c]) : this.theme.none;
  }
  colourOf(sample, epoch) {
    return this.inTheme(this.data.palette)[this.data.colourCode(sample, epoch)] ?? this.theme.none;
  }
  isShown(sample) {
    const { data } = this;
    return !this.hidden[data.groupOf(sample)] && !(data.groups.ofColours && data.classes[data.labels[sample]].hidden);
  }
  /** Shares of right predictions of each group at an epoch, and of all (last); null if unknown. */
  rights(epoch) {
    if (!this.rightAt.has(epoch)) {
      const { data } = this;
      const count = this.hidden.length + 1;
      const [known, right] = [new Array(count).fill(0), new Array(count).fill(0)];
      for (let i = 0; i < data.samples; ++i) {
        const predicted = data.prediction(i, epoch);
        if (predicted < 0 || data.labels[i] === data.unlabelled) continue;
        const isRight = predicted === data.labels[i] ? 1 : 0;
        for (const group of [data.groupOf(i), count - 1]) {
          ++known[group];
          right[group] += isRight;
        }
      }
      this.rightAt.set(epoch, known.map((all, group) => (all > 0 ? right[group] / all : null)));
    }
    return this.rightAt.get(epoch);
  }

  // Drawing.

  /** Draws before the next frame of the screen. */
  refresh() {
    if (this.waiting) return;
    this.waiting = requestAnimationFrame((now) => {
      this.waiting = 0;
      this.advance(now);
      this.draw();
    });
  }

  draw() {
    const ratio = window.devicePixelRatio;
    const { clientWidth: width, clientHeight: height } = element("stage");
    if (width === 0 || height === 0) return;
    for (const canvas of [element("picture"), element("overlay")]) {
      const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
      if (canvas.width !== w) canvas.width = w;
      if (canvas.height !== h) canvas.height = h;
    }
    this.camera.size = [width, height];
    const { theme, moment, camera, radius } = this;
    const shades = (colour) => rgbOf(colour).map((channel) => channel / 255);
    this.picture.draw({ camera, moment, ratio, radius, ringsWrong: this.ringsWrong, isDark: this.isDark,
      canvas: shades(theme.canvas), ink: shades(theme.ink) });
    this.overlay.draw({ camera, moment, ratio, radius, ink: theme.ink, hovered: this.hovered, selected: this.selected,
      links: this.links, colourOf: (sample, epoch) => this.colourOf(sample, epoch) });
    this.followPlayhead();
  }

  /** Moves the playhead while it plays. */
  advance(now) {
    if (!this.playing) return;
    const seconds = Math.min((now - (this.last ?? now)) / 1000, 0.1);
    this.last = now;
    this.playhead = Math.min(this.playhead + (seconds * element("speed").value) / secondsAnEpoch, this.lastEpoch);
    if (this.playhead >= this.lastEpoch) this.setPlaying(false);
    this.refresh();
  }

  /** The texts that go with the epoch, once for each. */
  followPlayhead() {
    element("time").value = this.playhead;
    const { from } = this.moment;
    if (this.shownEpoch === from && this.shownLanguage === words.language) return;
    this.shownEpoch = from;
    this.shownLanguage = words.language;
    const epoch = words.say("epoch", this.data.epochs[from]);
    element("epoch").value = epoch;
    element("time").setAttribute("aria-valuetext", epoch);
    const rights = this.rights(from);
    const all = rights[this.hidden.length];
    element("right").textContent = all === null ? "" : words.say("right", words.percent(all));
    this.bars.forEach(({ bar, figure, count }, group) => {
      const share = rights[group];
      bar.hidden = share === null;
      bar.firstChild.style.width = `${100 * (share ?? 0)}%`;
      figure.textContent = share === null ? words.number(count) : words.percent(share);
    });
    if (this.selected >= 0) {
      this.findLinks();
      this.fillSample();
    }
    this.fillHover();
  }

  // What changes.

  setPlayhead(playhead) {
    this.setPlaying(false);
    this.playhead = Math.min(Math.max(playhead, 0), this.lastEpoch);
    this.refresh();
  }
  step(direction) {
    const whole = Math.round(this.playhead);
    const isBetween = Math.abs(whole - this.playhead) > 1e-6;
    if (!isBetween) return this.setPlayhead(whole + direction);
    this.setPlayhead(direction > 0 ? Math.ceil(this.playhead) : Math.floor(this.playhead));
  }
  setPlaying(playing) {
    if (playing === this.playing) return;
    this.playing = playing;
    this.last = undefined;
    if (playing && this.playhead >= this.lastEpoch) this.playhead = 0;
    element("playing").setAttribute("d", playing ? "M7 5h4v14H7zM13 5h4v14h-4z" : "M8 5v14l11-7z");
    this.followLanguage();
  }
  select(sample) {
    this.selected = sample;
    element("hint").classList.add("gone");
    this.findLinks();
    this.fillSample();
    this.followStates();
  }
  hover(sample, x, y) {
    const isNew = sample !== this.hovered;
    this.hovered = sample;
    element("picture").classList.toggle("over", sample >= 0);
    if (isNew) this.fillHover();
    if (sample >= 0) this.placeHover(x, y);
    if (isNew) this.refresh();
  }
  toggleGroup(group) {
    this.hidden[group] = !this.hidden[group];
    this.followHidden();
  }
  /** Shows one alone, or all if it is alone already. */
  solo(group) {
    const isAlone = this.hidden.every((hidden, other) => hidden === (other !== group));
    this.hidden = this.hidden.map((_, other) => !isAlone && other !== group);
    this.followHidden();
  }
  showAll() {
    this.hidden.fill(false);
    this.followHidden();
  }
  toggleWrong() {
    this.ringsWrong = !this.ringsWrong;
    element("wrong").setAttribute("aria-pressed", this.ringsWrong);
    this.refresh();
  }
  setDark(isDark) {
    this.isDark = isDark;
    this.followTheme();
  }
  fit() {
    this.camera.fit();
    this.refresh();
  }
  zoom(factor, x, y) {
    this.camera.zoomAt(factor, x, y);
    this.refresh();
  }

  /** The neighbours of the selected sample: those of the file, or else the nearest in the plane. */
  findLinks() {
    this.links = {};
    if (this.selected < 0) return;
    const { from } = this.moment;
    for (const kind of ["intra", "inter"]) {
      const listed = this.data.listed(kind, this.selected, from);
      if (listed) this.links[kind] = listed.filter((sample) => this.isShown(sample));
    }
    if (Object.keys(this.links).length > 0) return;
    const reached = momentAt(from);
    this.links.plane = this.data.nearestInPlane(this.selected, reached, (sample) => this.isShown(sample));
  }

  followStates() {
    const normal = this.selected < 0 ? 2 : 1;
    this.picture.setStates(Uint8Array.from({ length: this.data.samples }, (_, i) => (this.isShown(i) ? normal : 0)));
    this.refresh();
  }
  followHidden() {
    if (this.selected >= 0 && !this.isShown(this.selected)) this.select(-1);
    this.bars.forEach(({ button }, group) => button.setAttribute("aria-pressed", !this.hidden[group]));
    element("all").hidden = !this.hidden.some(Boolean);
    this.shownEpoch = undefined;
    this.hover(-1);
    this.findLinks();
    this.followStates();
  }
  followTheme() {
    document.documentElement.classList.toggle("dark", this.isDark);
    this.picture.setPalette([...this.inTheme(this.data.palette), this.theme.none]);
    this.bars.forEach(({ swatch, bar }, group) => {
      const colour = this.data.groups.range ? this.theme.none : this.inTheme(this.groups[group]);
      swatch.style.background = bar.firstChild.style.background = colour;
    });
    const stops = this.inTheme(this.data.palette).join(", ");
    if (this.data.groups.range) element("range").children[1].style.background = `linear-gradient(to right, ${stops})`;
    this.fillSample();
    this.refresh();
  }
  followLanguage() {
    document.documentElement.lang = words.language === "zh" ? "zh-CN" : "en";
    const { data } = this;
    element("name").textContent = data.name;
    element("name").title = data.name;
    element("counts").textContent =
      words.say("counts", words.number(data.samples), words.number(data.epochs.length));
    const titles = { wrong: "wrong", fit: "fit", theme: "theme", keys: "keys", language: "otherTip", speed: "speed",
      time: "time", play: this.playing ? "pause" : "play" };
    for (const [id, key] of Object.entries(titles)) {
      element(id).title = words.say(key);
      element(id).setAttribute("aria-label", words.say(key));
    }
    element("picture").setAttribute("aria-label", data.name);
    element("wrong").setAttribute("aria-pressed", this.ringsWrong);
    element("wrong").hidden = !data.predictions;
    element("right").title = words.say("rightTip");
    element("language").textContent = words.say("other");
    element("hint").textContent = words.say("hint");
    element("all").textContent = words.say("all");
    element("classes").querySelector("h2").textContent = data.groups.ofColours ? data.groups.title : words.say("classes");
    for (const { button } of this.bars) button.title = words.say("classTip");
    const [heading, list, foot] = element("help").children;
    heading.textContent = words.say("keys");
    foot.textContent = words.say("madeBy");
    list.replaceChildren(...words.say("keyList").flatMap(([key, what]) => [make("dt", "", key), make("dd", "", what)]));
    this.fillSample();
    this.refresh();
  }

  // Lists and cards. Names and texts of the data are only ever set as text.

  fillClasses() {
    const { data } = this;
    const counts = new Array(this.hidden.length).fill(0);
    for (let i = 0; i < data.samples; ++i) ++counts[data.groupOf(i)];
    this.bars = this.groups.map(({ name }, group) => {
      const swatch = make("span", "swatch");
      const figure = make("span", "figure");
      const bar = make("span", "bar", make("i"));
      const button = make("button", "", swatch, make("span", "name", name), figure, bar);
      button.addEventListener("click", () => this.toggleGroup(group));
      button.addEventListener("dblclick", () => this.solo(group));
      return { button, swatch, figure, bar, count: counts[group] };
    });
    element("classes").querySelector("ul").append(...this.bars.map(({ button }, group) => {
      const item = make("li", "", button);
      item.hidden = counts[group] === 0;
      return item;
    }));
    if (!data.groups.range) return;
    const [low, , high] = element("range").children;
    [low.textContent, high.textContent] = data.groups.range;
    element("range").title = data.groups.title;
    element("range").hidden = false;
  }

  /** The numbers of as many epochs as have room. */
  fillTicks() {
    const { epochs } = this.data;
    element("time").max = this.lastEpoch;
    const room = Math.max(2, Math.floor(element("track").clientWidth / 34));
    const step = Math.max(1, Math.ceil(epochs.length / room));
    element("ticks").replaceChildren(...epochs.flatMap((number, e) => {
      if (e % step !== 0) return [];
      const tick = make("span", "", number);
      tick.style.left = `${(100 * e) / Math.max(this.lastEpoch, 1)}%`;
      return [tick];
    }));
  }

  /** The picture of a sample as a canvas of about this side; null if it has none. */
  thumb(sample, side) {
    const { pictures, bitmap } = this.data;
    if (!bitmap || (pictures.has && pictures.has[sample] === "0")) return null;
    const { columns, side: tile } = pictures;
    const canvas = make("canvas", "thumb");
    canvas.width = canvas.height = tile;
    canvas.style.width = canvas.style.height = `${side}px`;
    canvas.getContext("2d").drawImage(bitmap, (sample % columns) * tile, Math.floor(sample / columns) * tile, tile, tile,
      0, 0, tile, tile);
    return canvas;
  }

  swatch(colour) {
    const swatch = make("span", "swatch");
    swatch.style.background = colour;
    return swatch;
  }

  facts(sample, epoch) {
    const { data } = this;
    const list = make("dl", "facts");
    const add = (key, kind, ...content) => list.append(make("dt", "", words.say(key)), make("dd", kind, ...content));
    const named = (c) => [this.swatch(this.classColour(c)), make("span", "name", data.classes[c].name)];
    add("label", "", ...named(data.labels[sample]));
    if (data.predictions) {
      const predicted = data.prediction(sample, epoch);
      if (predicted < 0) add("prediction", "", words.say("unknown"));
      else add("prediction", data.isWrong(sample, epoch) ? "bad" : "", ...named(predicted));
    }
    if (data.confidence) {
      const confidence = data.confidenceOf(sample, epoch);
      // The file has steps of 0.4 %.
      add("confidence", "", confidence === null ? words.say("unknown") : words.percent(confidence, 0));
    }
    return list;
  }

  titleOf(sample) {
    return words.say("sample", this.data.number(sample));
  }
  idOf(sample) {
    const id = this.data.ids ? this.data.ids[sample] : "";
    return id && id !== String(this.data.number(sample)) ? [make("p", "id", id)] : [];
  }
  textOf(sample) {
    const text = this.data.texts ? this.data.texts[sample] : "";
    return text ? [make("p", "text", text)] : [];
  }

  fillHover() {
    const card = element("hover");
    const sample = this.hovered;
    card.hidden = sample < 0;
    if (sample < 0) return;
    const content = make("div", "", make("strong", "", this.titleOf(sample)), ...this.idOf(sample),
      this.facts(sample, this.moment.from), ...this.textOf(sample));
    const thumb = this.thumb(sample, 64);
    card.replaceChildren(...(thumb ? [thumb] : []), content);
  }
  placeHover(x, y) {
    const card = element("hover");
    const [width, height] = this.camera.size;
    const beside = (at, extent, room) => (at + 16 + extent < room ? at + 16 : Math.max(at - 16 - extent, 4));
    card.style.transform =
      `translate(${beside(x, card.offsetWidth, width)}px, ${beside(y, card.offsetHeight, height)}px)`;
  }

  fillSample() {
    const card = element("sample");
    const sample = this.selected;
    card.hidden = sample < 0;
    if (sample < 0) return;
    const { data } = this;
    const { from } = this.moment;
    const close = make("button", "", "×");
    close.title = words.say("close");
    close.setAttribute("aria-label", words.say("close"));
    close.addEventListener("click", () => this.select(-1));
    const thumb = this.thumb(sample, 72);
    const isAbsent = data.place(sample, momentAt(from)) === null;
    const parts = [
      make("div", "top", ...(thumb ? [thumb] : []),
        make("div", "", make("h3", "", this.titleOf(sample)), ...this.idOf(sample)), close),
      this.facts(sample, from),
      ...(isAbsent ? [make("p", "id", words.say("absent"))] : []),
      ...this.textOf(sample),
    ];
    if (data.predictions) parts.push(make("h3", "part", words.say("ribbon")), this.ribbon(sample));
    for (const [kind, others] of Object.entries(this.links))
      if (others.length > 0) parts.push(make("h3", "part", words.say(kind)), this.others(others));
    const { scrollTop } = card;
    card.replaceChildren(...parts);
    card.scrollTop = scrollTop;
  }

  /** The predicted class at each epoch; a click goes there. */
  ribbon(sample) {
    const { epochs } = this.data;
    const canvas = make("canvas", "ribbon");
    const cell = Math.max(1, Math.floor(512 / epochs.length));
    [canvas.width, canvas.height] = [cell * epochs.length, 32];
    const context = canvas.getContext("2d");
    epochs.forEach((_, e) => {
      context.fillStyle = this.classColour(this.data.prediction(sample, e));
      context.fillRect(e * cell, 0, cell, 32);
    });
    const width = Math.max(3, cell / 8);
    context.fillStyle = this.theme.ink;
    context.fillRect(this.moment.from * cell, 0, cell, width);
    context.fillRect(this.moment.from * cell, 32 - width, cell, width);
    canvas.addEventListener("click", (event) =>
      this.setPlayhead(Math.floor((event.offsetX / canvas.clientWidth) * epochs.length)));
    return canvas;
  }

  others(samples) {
    return make("div", "others", ...samples.map((sample) => {
      const colour = this.classColour(this.data.labels[sample]);
      const thumb = this.thumb(sample, 40);
      const button = make("button", thumb ? "tile" : "",
        ...(thumb ? [thumb] : [this.swatch(colour), String(this.data.number(sample))]));
      button.style.setProperty("--of", colour);
      button.title = `${this.titleOf(sample)} · ${this.data.classes[this.data.labels[sample]].name}`;
      button.addEventListener("click", () => this.select(sample));
      return button;
    }));
  }

  // Input.

  /** The shown sample nearest to a pixel, within reach; -1 if there is none. */
  sampleAt(x, y) {
    const { data, moment } = this;
    const [sx, sy, ox, oy] = this.camera.mapping;
    const { places, samples } = data;
    const [a, b] = [2 * samples * moment.from, 2 * samples * moment.to];
    let [found, least] = [-1, (this.radius + reach) ** 2];
    for (let i = 0; i < samples; ++i) {
      const [ax, bx] = [places[a + 2 * i], places[b + 2 * i]];
      if (ax === absentPlace || bx === absentPlace) continue;
      const dx = sx * (ax + (bx - ax) * moment.t) + ox - x;
      if (dx * dx > least) continue;
      const [ay, by] = [places[a + 2 * i + 1], places[b + 2 * i + 1]];
      const dy = sy * (ay + (by - ay) * moment.t) + oy - y;
      // Of samples at the same distance, the one that is drawn last.
      if (dx * dx + dy * dy > least || !this.isShown(i)) continue;
      [found, least] = [i, dx * dx + dy * dy];
    }
    return found;
  }

  listen() {
    this.listenToPointers(element("picture"));
    element("time").addEventListener("input", (event) => this.setPlayhead(event.target.valueAsNumber));
    element("play").addEventListener("click", () => this.togglePlaying());
    element("all").addEventListener("click", () => this.showAll());
    element("wrong").addEventListener("click", () => this.toggleWrong());
    element("fit").addEventListener("click", () => this.fit());
    element("theme").addEventListener("click", () => this.setDark(!this.isDark));
    element("keys").addEventListener("click", () => element("help").showModal());
    element("help").addEventListener("click", () => element("help").close());
    element("language").addEventListener("click", () => this.toggleLanguage());
    this.darkness.addEventListener("change", ({ matches }) => this.setDark(matches));
    new ResizeObserver(() => this.fillTicks()).observe(element("track"));
    document.addEventListener("keydown", (event) => this.pressed(event));
  }
  togglePlaying() {
    this.setPlaying(!this.playing);
    this.refresh();
  }
  toggleLanguage() {
    words.toggle();
    this.followLanguage();
  }

  pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || element("help").open) return;
    const actions = {
      " ": () => this.togglePlaying(),
      ArrowLeft: () => this.step(-1),
      ArrowRight: () => this.step(1),
      Home: () => this.setPlayhead(0),
      End: () => this.setPlayhead(this.lastEpoch),
      "+": () => this.zoom(1.25),
      "=": () => this.zoom(1.25),
      "-": () => this.zoom(0.8),
      0: () => this.fit(),
      w: () => this.toggleWrong(),
      d: () => this.setDark(!this.isDark),
      "?": () => element("help").showModal(),
      Escape: () => this.select(-1),
    };
    const action = actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    // A focused button takes the space bar itself, and a list its arrows.
    const { tagName } = event.target;
    if (!action || tagName === "SELECT" || (tagName === "BUTTON" && event.key === " ")) return;
    event.preventDefault();
    action();
  }

  /** Drag pans, two fingers pinch, the wheel zooms, a click selects. */
  listenToPointers(canvas) {
    const held = new Map();
    let isClick = false;
    const at = (event) => {
      const { left, top } = canvas.getBoundingClientRect();
      return [event.clientX - left, event.clientY - top];
    };
    const centreOf = () => [0, 1].map((axis) => [...held.values()].reduce((sum, p) => sum + p[axis], 0) / held.size);
    const spread = () => {
      const [a, b] = [...held.values()];
      return b ? Math.hypot(a[0] - b[0], a[1] - b[1]) : 0;
    };
    canvas.addEventListener("pointerdown", (event) => {
      canvas.setPointerCapture(event.pointerId);
      isClick = held.size === 0 && event.button === 0;
      held.set(event.pointerId, at(event));
      held.start = at(event);
    });
    canvas.addEventListener("pointermove", (event) => {
      const here = at(event);
      if (!held.has(event.pointerId)) return this.hover(this.sampleAt(...here), ...here);
      const [before, apart] = [centreOf(), spread()];
      // A click may tremble.
      if (isClick && Math.hypot(here[0] - held.start[0], here[1] - held.start[1]) < 5) return;
      if (isClick) this.hover(-1);
      isClick = false;
      canvas.classList.add("held");
      held.set(event.pointerId, here);
      const now = centreOf();
      this.camera.pan(now[0] - before[0], now[1] - before[1]);
      if (apart > 0) this.camera.zoomAt(spread() / apart, ...now);
      this.refresh();
    });
    const release = (event) => {
      held.delete(event.pointerId);
      canvas.classList.remove("held");
    };
    canvas.addEventListener("pointerup", (event) => {
      if (isClick && held.has(event.pointerId)) this.select(this.sampleAt(...at(event)));
      release(event);
      isClick = false;
    });
    canvas.addEventListener("pointercancel", release);
    canvas.addEventListener("pointerleave", () => this.hover(-1));
    canvas.addEventListener("wheel", (event) => {
      event.preventDefault();
      const lines = event.deltaMode === 0 ? 1 : 30;
      this.zoom(Math.exp(-Math.min(Math.max(event.deltaY * lines, -300), 300) * 0.0022), ...at(event));
    }, { passive: false });
  }
}

async function open() {
  try {
    const data = await Data.from(JSON.parse(element("data").textContent));
    new Page(data);
  } catch (error) {
    element("problem").textContent =
      error.message === "WebGL 2" ? words.say("noWebGl") : words.say("broken", error.message);
    element("problem").hidden = false;
    throw error;
  }
}

open();
