"use strict";

/** The visible part of the plane: the point in the middle, and the zoom, of which 1 shows the whole frame. */
class Camera {
  /** `frame` and `box` are [min x, min y, max x, max y]; places are 0..65534 over the box. */
  constructor({ frame, box, camera, equal }) {
    Object.assign(this, { frame, box, equal });
    this.size = [1, 1];
    this.centre = [camera.x, camera.y];
    this.zoom = camera.zoom;
  }

  /** Pixels a unit of the plane, right and up. */
  get scale() {
    const across = this.size[0] / (this.frame[2] - this.frame[0]);
    const up = this.size[1] / (this.frame[3] - this.frame[1]);
    const both = Math.min(across, up);
    return (this.equal ? [both, both] : [across, up]).map((scale) => scale * this.zoom);
  }
  /** [scale x, scale y, offset x, offset y] from places to pixels, y down. */
  get mapping() {
    const [across, up] = this.scale;
    const [x, y, right, top] = this.box;
    return [
      (across * (right - x)) / 65534,
      (-up * (top - y)) / 65534,
      this.size[0] / 2 + across * (x - this.centre[0]),
      this.size[1] / 2 - up * (y - this.centre[1]),
    ];
  }
  toPixel([x, y]) {
    const [sx, sy, ox, oy] = this.mapping;
    return [sx * x + ox, sy * y + oy];
  }
  /** The pixel of a point of the plane. */
  pixelOf(x, y) {
    const [across, up] = this.scale;
    return [this.size[0] / 2 + across * (x - this.centre[0]), this.size[1] / 2 - up * (y - this.centre[1])];
  }

  fit() {
    this.zoom = 1;
    this.centre = [(this.frame[0] + this.frame[2]) / 2, (this.frame[1] + this.frame[3]) / 2];
  }
  pan(dx, dy) {
    const [across, up] = this.scale;
    this.centre[0] -= dx / across;
    this.centre[1] += dy / up;
  }
  /** Zooms around a pixel. */
  zoomAt(factor, x = this.size[0] / 2, y = this.size[1] / 2) {
    const zoom = Math.min(Math.max(this.zoom * factor, 0.2), 2000);
    const [dx, dy] = [x - this.size[0] / 2, y - this.size[1] / 2];
    this.pan(-dx, -dy);
    this.zoom = zoom;
    this.pan(dx, dy);
  }
}
