// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Plays recorded runs from the data in the page; nothing is fetched, nothing moves by itself, and nothing that is ahead of
// the moment is shown. Without this script the page has its table of steps.
(() => {
  "use strict";
  const data = JSON.parse(document.getElementById("data").textContent);
  const text = data.texts;
  const padding = new Set(data.padding), joined = new Set(data.joined);
  const last = Math.max(...data.lanes.map(lane => lane.calls.length - 1));
  const root = document.getElementById("player");
  const fill = (pattern, ...values) => pattern.replace(/%(\d)/g, (_, i) => values[i - 1]);
  const bytes = base64 => Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
  let now = 0, timer = 0, order = data.lanes.map((_, i) => i);

  function make(kind, name, parent, content) {
    const element = document.createElement(kind);
    if (name) element.className = name;
    if (content !== undefined) element.textContent = content;
    parent.append(element);
    return element;
  }

  // What a lane shows where the longest one is at `step`: model calls go together.
  const stepOf = (lane, step) => Math.min(step, lane.calls.length - 1);
  const wordAt = (lane, step, n) => step > 0 && n < lane.length ? lane.words[step - 1][n] : -1;
  const isSettled = (lane, step, n) => step > 0 && lane.settled[step - 1][n] === "1";

  const lanes = make("div", "lanes", root);
  for (const lane of data.lanes) {
    lane.probabilities = bytes(lane.p);
    const box = lane.box = make("section", "lane", lanes);
    const title = make("h2", "", box);
    if (lane.letter) {
      const letter = make("span", "letter", title, lane.letter);
      letter.style.background = lane.colour;
      letter.style.color = lane.ink;
    }
    title.append(lane.title);
    lane.sentence = make("p", "words", box);
    lane.canvas = make("canvas", "", box);
    lane.canvas.setAttribute("role", "img");
    make("p", "facts", box, lane.facts);
    lane.canvas.addEventListener("pointermove", event => tell(lane, event));
    lane.canvas.addEventListener("pointerleave", () => { cell.textContent = ""; });
  }

  const cell = make("p", "cell", root);
  const controls = make("div", "controls", root);
  const play = make("button", "play", controls, text.play);
  const back = make("button", "", controls, "‹");
  const range = make("input", "", controls);
  const forward = make("button", "", controls, "›");
  const where = make("output", "where", controls);
  const speed = make("select", "", controls);
  for (const button of [play, back, forward]) button.type = "button";
  back.setAttribute("aria-label", text.back);
  forward.setAttribute("aria-label", text.forward);
  speed.setAttribute("aria-label", text.speed);
  for (const each of [1, 2, 4, 8]) {
    const choice = make("option", "", speed, fill(text.perSecond, each));
    choice.value = each;
    choice.selected = each === 2;
  }
  Object.assign(range, { type: "range", min: 0, max: last, step: 1, value: 0 });
  range.setAttribute("aria-label", text.step);
  let swap = null;
  if (data.lanes.length > 1) {
    swap = make("button", "", controls, text.swap);
    swap.type = "button";
    swap.addEventListener("click", blink);
  }
  make("p", "keys", root, text.keys);
  const heard = make("p", "heard", root);
  heard.setAttribute("role", "status");

  const textOf = (lane, step) => step > 0 ? lane.words[step - 1].filter(word => !padding.has(word)) : [];

  // Which words of `own` have no partner in `other`, in order (longest common subsequence): a word more on the left does not
  // make all that follow it different.
  function alone(own, other) {
    const lengths = own.map(() => new Uint16Array(other.length + 1));
    lengths.push(new Uint16Array(other.length + 1));
    for (let i = own.length - 1; i >= 0; --i)
      for (let j = other.length - 1; j >= 0; --j)
        lengths[i][j] = own[i] === other[j] ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    const result = own.map(() => true);
    for (let i = 0, j = 0; i < own.length && j < other.length;) {
      if (own[i] === other[j]) { result[i] = false; ++i; ++j; }
      else if (lengths[i + 1][j] >= lengths[i][j + 1]) ++i;
      else ++j;
    }
    return result;
  }

  function showWords(lane, step) {
    const first = data.lanes[0];
    const differs = lane === first ? [] : alone(textOf(lane, step), textOf(first, stepOf(first, now)));
    let shown = 0;
    lane.sentence.replaceChildren();
    if (step === 0) lane.sentence.append(text.noise);
    for (let n = 0; step > 0 && n < lane.length; ++n) {
      const word = wordAt(lane, step, n);
      if (padding.has(word)) continue;
      if (shown > 0 && !joined.has(word)) lane.sentence.append(" ");
      const span = make("span", "", lane.sentence, data.words[word]);
      span.classList.toggle("settled", isSettled(lane, step, n));
      span.classList.toggle("changed", step > 1 && word !== wordAt(lane, step - 1, n));
      span.classList.toggle("differs", differs[shown++] === true);
    }
  }

  function geometry(lane) {
    const left = 44, bottom = 20, top = 8, right = 8;
    const width = lane.canvas.clientWidth, height = lane.canvas.clientHeight;
    const w = (width - left - right) / lane.length, h = height - top - bottom;
    return {
      width, height, w, left, bottom: top + h,
      x: n => left + n * w,
      y: t => top + (lane.timesteps - 1 - t) / (lane.timesteps - 1) * h,
      position: px => Math.floor((px - left) / w),
      timestep: py => Math.round((1 - (py - top) / h) * (lane.timesteps - 1)),
    };
  }

  function paint(lane, step) {
    const g = geometry(lane), ratio = window.devicePixelRatio || 1, canvas = lane.canvas;
    canvas.width = Math.max(1, Math.round(g.width * ratio));
    canvas.height = Math.max(1, Math.round(g.height * ratio));
    const c = canvas.getContext("2d");
    c.scale(ratio, ratio);
    const style = getComputedStyle(document.documentElement), colour = name => style.getPropertyValue(name).trim();
    c.fillStyle = colour("--raised");
    c.fillRect(g.left, g.y(lane.timesteps - 1), lane.length * g.w, g.bottom - g.y(lane.timesteps - 1));
    const gap = g.w > 6 ? 1 : 0;
    for (let s = 1; s <= step; ++s)
      for (let n = 0; n < lane.length; ++n) {
        const from = g.y(lane.fronts[s - 1][n]), to = g.y(lane.fronts[s][n]);
        if (to - from < 0.01) continue;
        const p = lane.probabilities[(s - 1) * lane.length + n] / 255;
        c.fillStyle = data.colours[Math.round(p * (data.colours.length - 1))];
        c.fillRect(g.x(n) + gap / 2, from, g.w - gap, Math.max(0.5, to - from - (to - from > 3 ? 1 : 0)));
      }
    c.strokeStyle = colour("--front");
    c.lineWidth = 2;
    c.beginPath();
    lane.fronts[step].forEach((t, n) => c[n ? "lineTo" : "moveTo"](g.x(n) + g.w / 2, g.y(t)));
    c.stroke();
    c.fillStyle = colour("--muted");
    c.font = "12px system-ui, sans-serif";
    c.textAlign = "right";
    c.textBaseline = "middle";
    for (const t of [0, Math.round((lane.timesteps - 1) / 2), lane.timesteps - 1]) c.fillText(t, g.left - 6, g.y(t));
    c.textAlign = "center";
    c.textBaseline = "top";
    for (let n = 0; n < lane.length; n += g.w > 22 ? 1 : 5) c.fillText(n, g.x(n) + g.w / 2, g.bottom + 5);
    canvas.setAttribute("aria-label", fill(text.plane, lane.title, step, lane.calls.length - 1));
  }

  const settledCount = (lane, step) => {
    let count = 0, all = 0;
    for (let n = 0; step > 0 && n < lane.length; ++n)
      if (!padding.has(wordAt(lane, step, n))) { ++all; count += isSettled(lane, step, n) ? 1 : 0; }
    return [count, all];
  };

  function show(step, announce) {
    now = Math.min(last, Math.max(0, step));
    range.value = now;
    for (const lane of data.lanes) {
      showWords(lane, stepOf(lane, now));
      paint(lane, stepOf(lane, now));
    }
    const longest = data.lanes.find(lane => lane.calls.length - 1 === last);
    const settled = data.lanes.length > 1 ? [] : settledCount(longest, now);
    const told = fill(settled.length ? text.where : text.whereInLanes, longest.calls[now], longest.calls[last], ...settled);
    where.textContent = told;
    range.setAttribute("aria-valuetext", told);
    if (announce) heard.textContent = told + ". " + data.lanes.map(lane => lane.sentence.textContent).join(". ");
  }

  function tell(lane, event) {
    const g = geometry(lane), step = stepOf(lane, now);
    const n = g.position(event.offsetX), t = g.timestep(event.offsetY);
    let s = 1;
    while (s <= step && lane.fronts[s][n] > t) ++s;
    cell.textContent = "";
    if (n < 0 || n >= lane.length || s > step || t < 0 || t > lane.fronts[0][n]) return;
    const word = wordAt(lane, s, n), share = Math.round(lane.probabilities[(s - 1) * lane.length + n] / 2.55);
    cell.textContent = fill(text.cell, n, lane.calls[s], padding.has(word) ? "PAD" : data.words[word], share);
  }

  function pause() {
    clearInterval(timer);
    timer = 0;
    play.textContent = text.play;
  }

  function advance() {
    show(now + 1, false);
    if (now >= last) { pause(); show(now, true); }
  }

  function toggle() {
    if (timer) { pause(); show(now, true); return; }
    if (now >= last) show(0, false);
    play.textContent = text.pause;
    timer = setInterval(advance, 1000 / speed.value);
  }

  // The first lane is seen in the place of the second and the other way round, so that differences jump to the eye.
  function blink() {
    [order[0], order[1]] = [order[1], order[0]];
    for (const i of order) lanes.append(data.lanes[i].box);
    show(now, false);
  }

  const step = by => { pause(); show(now + by, true); };
  play.addEventListener("click", toggle);
  back.addEventListener("click", () => step(-1));
  forward.addEventListener("click", () => step(1));
  range.addEventListener("input", () => { pause(); show(Number(range.value), false); });
  range.addEventListener("change", () => show(now, true));
  speed.addEventListener("change", () => { if (timer) { pause(); toggle(); } });
  const keys = {
    ArrowRight: () => step(1), ArrowLeft: () => step(-1), PageDown: () => step(1), PageUp: () => step(-1),
    Home: () => step(-last), End: () => step(last), " ": toggle, b: () => swap && blink(), B: () => swap && blink(),
  };
  document.addEventListener("keydown", event => {
    const at = event.target.tagName;
    if (event.ctrlKey || event.altKey || event.metaKey || !keys[event.key] || at === "SELECT") return;
    if (at === "SUMMARY" || (at === "BUTTON" && event.key === " ")) return; // they have the key for themselves
    event.preventDefault();
    keys[event.key]();
  });
  window.addEventListener("resize", () => show(now, false));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => show(now, false));

  document.getElementById("steps").open = false;
  root.hidden = false;
  show(last, false); // the outcome, at rest; Play begins anew
})();
