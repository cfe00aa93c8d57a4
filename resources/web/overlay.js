"use strict";

/** What lies over the samples: the number of the epoch, the path of the selected one, links, rings. */
class Overlay {
  constructor(canvas, data) {
    Object.assign(this, { canvas, data, context: canvas.getContext("2d") });
  }

  /** `links` are lists of neighbours by kind, `colourOf` the colour of a sample at an epoch. */
  draw({ camera, moment, ratio, ink, hovered, selected, links, radius, colourOf }) {
    const { context, data } = this;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, ...camera.size);
    this.drawEpoch(camera, moment, ink);
    const at = (sample) => {
      const place = sample < 0 ? null : data.place(sample, moment);
      return place && camera.toPixel(place);
    };
    const here = at(selected);
    if (selected >= 0) this.drawTrail(camera, selected, moment, ink, colourOf);
    if (here) {
      for (const [kind, samples] of Object.entries(links))
        for (const sample of samples) {
          const there = at(sample);
          if (!there) continue;
          this.drawLink(here, there, kind, ink);
          this.drawDisc(there, radius + 1, colourOf(sample, moment.from), ink, 1);
        }
      this.drawDisc(here, radius + 2, colourOf(selected, moment.from), ink, 2.5);
    }
    const near = at(hovered);
    if (near) this.drawDisc(near, radius + 1.5, colourOf(hovered, moment.from), ink, 1.5);
  }

  drawEpoch(camera, moment, ink) {
    const { context } = this;
    const height = Math.min(camera.size[1] * 0.16, camera.size[0] * 0.2);
    context.font = `600 ${height}px system-ui, sans-serif`;
    context.textAlign = "right";
    context.textBaseline = "top";
    context.globalAlpha = 0.13;
    context.fillStyle = ink;
    context.fillText(this.data.epochs[moment.from], camera.size[0] - 16, 16);
    context.globalAlpha = 1;
  }

  drawTrail(camera, sample, moment, ink, colourOf) {
    const { context, data } = this;
    let before = null;
    for (let e = 0; e < data.epochs.length; ++e) {
      const place = data.place(sample, { from: e, to: e, t: 0 });
      const there = place && camera.toPixel(place);
      context.globalAlpha = Math.max(0.3, 1 - Math.abs(e - moment.from - moment.t) / 8);
      if (before && there) {
        this.stroke(before, there, ink, 3.5, 0.18);
        this.stroke(before, there, colourOf(sample, e), 2, 0.9);
      }
      if (there) {
        context.fillStyle = colourOf(sample, e);
        context.beginPath();
        context.arc(...there, 2.5, 0, 2 * Math.PI);
        context.fill();
      }
      before = there;
    }
    context.globalAlpha = 1;
  }

  drawLink(from, to, kind, ink) {
    this.context.setLineDash(kind === "inter" ? [5, 4] : []);
    this.stroke(from, to, ink, 1.2, 0.55);
    this.context.setLineDash([]);
  }

  stroke(from, to, colour, width, alpha) {
    const { context } = this;
    const whole = context.globalAlpha;
    context.globalAlpha = whole * alpha;
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.beginPath();
    context.moveTo(...from);
    context.lineTo(...to);
    context.stroke();
    context.globalAlpha = whole;
  }

  drawDisc(centre, radius, fill, ink, width) {
    const { context } = this;
    context.beginPath();
    context.arc(...centre, radius, 0, 2 * Math.PI);
    context.fillStyle = fill;
    context.fill();
    context.strokeStyle = ink;
    context.lineWidth = width;
    context.stroke();
  }
}
