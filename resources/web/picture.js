"use strict";

const backgroundShaders = [
  `#version 300 es
in vec2 corner;
uniform vec4 edges;
uniform bool upper;
out vec2 at;
void main() {
  at = vec2(corner.x, upper ? 1.0 - corner.y : corner.y);
  gl_Position = vec4(mix(edges.xy, edges.zw, corner), 0.0, 1.0);
}`,
  `#version 300 es
precision highp float;
uniform sampler2D before, after;
uniform float t;
uniform vec3 canvas;
uniform bool isDark;
in vec2 at;
out vec4 colour;
void main() {
  vec4 a = texture(before, at), b = texture(after, at);
  vec4 sum = mix(vec4(a.rgb * a.a, a.a), vec4(b.rgb * b.a, b.a), t);
  vec3 cover = vec3(sum.a);
  if (isDark) {
    // Inverts the lightness and keeps the hue: white, which is undecided, becomes the canvas.
    float low = min(sum.r, min(sum.g, sum.b)), high = max(sum.r, max(sum.g, sum.b));
    sum.rgb = max(sum.rgb + (sum.a - low - high), 0.0);
    cover = sum.rgb;
  }
  colour = vec4(sum.rgb + (1.0 - cover) * canvas, 1.0);
}`,
];

/** Discs. `state` is 0 for what is not drawn, 1 for what steps back, 2 for the others. */
const discShaders = [
  `#version 300 es
in vec2 before, after;
in float code, confidence, state, wrong;
uniform float t, radius, opacity, ratio;
uniform bool ringsWrong;
uniform vec4 mapping;
uniform vec2 size;
uniform sampler2D palette;
out vec4 fill;
out float ring, side;
void main() {
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  gl_PointSize = 1.0;
  if (state < 0.5 || before.x > 65534.5 || after.x > 65534.5) return;
  int index = int(code + 0.5);
  vec4 colour = texelFetch(palette, ivec2(index & 255, index >> 8), 0);
  float sure = confidence > 254.5 ? 1.0 : confidence / 254.0;
  fill = vec4(colour.rgb, opacity * mix(0.25, 1.0, sure) * (state < 1.5 ? 0.25 : 1.0));
  ring = ringsWrong && wrong > 0.5 ? (state < 1.5 ? 0.25 : 1.0) : 0.0;
  vec2 pixel = (mapping.xy * mix(before, after, t) + mapping.zw) / size;
  gl_Position = vec4(2.0 * pixel.x - 1.0, 1.0 - 2.0 * pixel.y, 0.0, 1.0);
  // As large as what is seen: each pixel more is one of every sample.
  side = 2.0 * (radius + (ring > 0.0 ? 1.5 : 0.0)) * ratio + 1.0;
  gl_PointSize = side;
}`,
  `#version 300 es
precision highp float;
uniform float radius, ratio;
uniform vec3 ink;
in vec4 fill;
in float ring, side;
out vec4 colour;
void main() {
  float from = length(gl_PointCoord - 0.5) * side;
  float disc = clamp(radius * ratio + 0.5 - from, 0.0, 1.0) * fill.a;
  float around = clamp((radius + 1.5) * ratio + 0.5 - from, 0.0, 1.0) *
                 clamp(from - radius * ratio + 0.5, 0.0, 1.0) * ring;
  float alpha = disc + around * (1.0 - disc);
  if (alpha <= 0.0) discard;
  colour = vec4(fill.rgb * disc + ink * around * (1.0 - disc), alpha);
}`,
];

/** Backgrounds and samples, drawn by WebGL 2. */
class Picture {
  /** Throws where there is no WebGL 2. */
  constructor(canvas, data, changed) {
    const gl = canvas.getContext("webgl2", { alpha: false, antialias: false });
    if (!gl) throw new Error("WebGL 2");
    const fades = data.style.fade && data.confidence !== null;
    Object.assign(this, { canvas, data, gl, changed, fades });
    twgl.setAttributePrefix("");
    this.backdrop = twgl.createProgramInfo(gl, backgroundShaders);
    this.discs = twgl.createProgramInfo(gl, discShaders);
    this.corners = twgl.createBufferInfoFromArrays(gl, {
      corner: { numComponents: 2, data: [0, 0, 1, 0, 0, 1, 1, 1] },
    });
    this.textures = data.backgrounds.pictures.map(() => null);
    this.blank = twgl.createTexture(gl, { src: [0, 0, 0, 0], width: 1, height: 1 });
    this.build();
    canvas.addEventListener("webglcontextlost", (event) => event.preventDefault());
    canvas.addEventListener("webglcontextrestored", () => location.reload());
  }

  build() {
    const { gl, data } = this;
    const n = data.samples;
    const buffer = (array, usage) => twgl.createBufferFromTypedArray(gl, array, gl.ARRAY_BUFFER, usage);
    const attribute = (array, numComponents = 1, usage = gl.STATIC_DRAW) => ({
      buffer: buffer(array, usage),
      numComponents,
      type: array instanceof Uint16Array ? gl.UNSIGNED_SHORT : gl.UNSIGNED_BYTE,
      normalize: false,
      bytes: array.BYTES_PER_ELEMENT * numComponents * n,
    });
    const wrong = new Uint8Array(n * data.epochs.length);
    for (let e = 0, at = 0; e < data.epochs.length; ++e)
      for (let i = 0; i < n; ++i, ++at) wrong[at] = data.isWrong(i, e);
    const before = attribute(data.places, 2);
    this.states = new Uint8Array(n).fill(2);
    this.attributes = {
      before,
      after: { ...before },
      code: attribute(data.colours),
      confidence: attribute(this.fades ? data.confidence : new Uint8Array(n).fill(255)),
      wrong: attribute(wrong),
      state: attribute(this.states, 1, gl.DYNAMIC_DRAW),
    };
  }

  /** Shows the backgrounds one after the other, those around the playhead first. */
  async loadBackgrounds(playhead) {
    const { type, pictures } = this.data.backgrounds;
    const order = pictures.map((_, e) => e).sort((a, b) => Math.abs(a - playhead) - Math.abs(b - playhead));
    for (const e of order) {
      if (pictures[e] === null) continue;
      const src = await bitmapOf(type, pictures[e]);
      this.textures[e] = twgl.createTexture(this.gl, { src, auto: false, minMag: this.gl.LINEAR,
        wrap: this.gl.CLAMP_TO_EDGE });
      pictures[e] = null;
      this.changed();
    }
  }

  /** `colours` are "#rrggbb", and the last is that of no class. */
  setPalette(colours) {
    const rows = Math.ceil(colours.length / 256);
    const texels = new Uint8Array(256 * rows * 4);
    colours.forEach((colour, c) => texels.set([...rgbOf(colour), 255], 4 * c));
    if (this.palette) this.gl.deleteTexture(this.palette);
    this.palette = twgl.createTexture(this.gl, { src: texels, width: 256, height: rows, auto: false,
      minMag: this.gl.NEAREST, wrap: this.gl.CLAMP_TO_EDGE });
  }

  setStates(states) {
    this.states.set(states);
    twgl.setAttribInfoBufferFromArray(this.gl, this.attributes.state, this.states);
  }

  /** The opacity of discs: the more of them there are, the less. */
  get opacity() {
    return 0.85 * Math.min(1, Math.max(0.5, Math.sqrt(20000 / this.data.samples)));
  }

  draw({ camera, moment, ratio, canvas, ink, isDark, ringsWrong, radius }) {
    const { gl } = this;
    gl.viewport(0, 0, this.canvas.width, this.canvas.height);
    gl.clearColor(...canvas, 1);
    gl.clear(gl.COLOR_BUFFER_BIT);
    const [before, after] = [this.textures[moment.from], this.textures[moment.to]];
    if (before || after) this.drawBackdrop(before, after, { camera, moment, canvas, isDark });
    this.drawDiscs({ camera, moment, ratio, ink, ringsWrong, radius });
  }

  drawBackdrop(before, after, { camera, moment, canvas, isDark }) {
    const { gl, backdrop } = this;
    const [x, y, right, top] = this.data.frame;
    const clip = ([px, py]) => [(2 * px) / camera.size[0] - 1, 1 - (2 * py) / camera.size[1]];
    gl.useProgram(backdrop.program);
    gl.disable(gl.BLEND);
    twgl.setBuffersAndAttributes(gl, backdrop, this.corners);
    twgl.setUniforms(backdrop, {
      edges: [...clip(camera.pixelOf(x, y)), ...clip(camera.pixelOf(right, top))],
      upper: this.data.backgrounds.upper,
      before: before ?? this.blank,
      after: after ?? this.blank,
      t: moment.t,
      canvas,
      isDark,
    });
    twgl.drawBufferInfo(gl, this.corners, gl.TRIANGLE_STRIP);
  }

  drawDiscs({ camera, moment, ratio, ink, ringsWrong, radius }) {
    const { gl, discs, attributes } = this;
    const from = (attribute, epoch) => { attribute.offset = epoch * attribute.bytes; };
    from(attributes.before, moment.from);
    from(attributes.after, moment.to);
    from(attributes.wrong, moment.from);
    from(attributes.confidence, this.fades ? moment.from : 0);
    from(attributes.code, this.data.movesColours ? moment.from : 0);
    gl.useProgram(discs.program);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    twgl.setBuffersAndAttributes(gl, discs, { attribs: attributes });
    twgl.setUniforms(discs, { t: moment.t, radius, opacity: this.opacity, ratio, ringsWrong, mapping: camera.mapping,
      size: camera.size, palette: this.palette, ink });
    gl.drawArrays(gl.POINTS, 0, this.data.samples);
  }
}

/** The channels of "#rrggbb", 0..255. */
function rgbOf(colour) {
  return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
}
