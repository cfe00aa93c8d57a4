"use strict";

/** The bytes of base64. */
function bytesOf(base64) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; ++i) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** The bytes of base64 of a zlib stream; null stays null. */
async function unpacked(base64) {
  if (base64 === null) return null;
  const stream = new Blob([bytesOf(base64)]).stream();
  const inflated = stream.pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(inflated).arrayBuffer());
}

/** Little-endian bytes as `count` whole numbers of 1, 2 or 4 bytes; null stays null. */
function numbersIn(bytes, count) {
  if (bytes === null) return null;
  const width = bytes.length / count;
  if (width === 1) return bytes;
  return width === 2 ? new Uint16Array(bytes.buffer) : new Uint32Array(bytes.buffer);
}

function bitmapOf(type, base64) {
  return createImageBitmap(new Blob([bytesOf(base64)], { type }));
}

/** x of a sample that is absent. */
const absentPlace = 65535;

/**
 * Places as x and y of each sample at each epoch, 0..65534 over the box. The file has, for each epoch, the high bytes of x,
 * the low ones, and the same of y, of what was added since the epoch before: 2d for d >= 0, else -2d - 1.
 */
function placesIn(bytes, samples, epochs) {
  const places = new Uint16Array(2 * samples * epochs);
  for (let e = 0; e < epochs; ++e)
    for (let axis = 0; axis < 2; ++axis) {
      const high = (2 * e + axis) * 2 * samples;
      let at = 2 * samples * e + axis;
      for (let i = 0; i < samples; ++i, at += 2) {
        const code = (bytes[high + i] << 8) | bytes[high + samples + i];
        const before = e > 0 ? places[at - 2 * samples] : 0;
        places[at] = before + ((code >> 1) ^ -(code & 1));
      }
    }
  return places;
}

/** A playhead is a real number of epoch indices: 3.25 is a quarter of the way from the 4th to the 5th epoch. */
function momentAt(playhead) {
  const from = Math.floor(playhead);
  const t = playhead - from;
  return { from, to: t > 0 ? from + 1 : from, t };
}

/** What the file knows of its samples. */
class Data {
  /** Reads the JSON of the page. */
  static async from(json) {
    const data = Object.assign(new Data(), json);
    const { samples: n } = json;
    const e = json.epochs.length;
    const [places, labels, colours, predictions, confidence, numbers, intra, inter] =
      await Promise.all([json.places, json.labels, json.colours, json.predictions, json.confidence, json.numbers,
        json.neighbours.intra, json.neighbours.inter].map(unpacked));
    data.places = placesIn(places, n, e);
    data.labels = numbersIn(labels, n);
    data.predictions = numbersIn(predictions, n * e);
    data.confidence = confidence;
    data.numbers = numbersIn(numbers, n);
    const width = json.neighbours.width;
    data.neighbours = { width, intra: numbersIn(intra, n * e * width), inter: numbersIn(inter, n * e * width) };
    data.movesColours = json.coloursMove;
    data.colours = colours === null ? data.labels : numbersIn(colours, data.movesColours ? n * e : n);
    data.bitmap = json.pictures && await bitmapOf(json.pictures.type, json.pictures.bytes);
    return data;
  }

  /** Of a sample in the whole data set. */
  number(sample) {
    return this.numbers ? this.numbers[sample] : sample;
  }
  /** The class that is predicted at the epoch of this index; -1 if unknown. */
  prediction(sample, epoch) {
    if (!this.predictions) return -1;
    const c = this.predictions[epoch * this.samples + sample];
    return c < this.classes.length ? c : -1;
  }
  /** 0..1; null if unknown. */
  confidenceOf(sample, epoch) {
    const c = this.confidence ? this.confidence[epoch * this.samples + sample] : 255;
    return c < 255 ? c / 254 : null;
  }
  isWrong(sample, epoch) {
    const predicted = this.prediction(sample, epoch);
    return predicted >= 0 && this.labels[sample] !== this.unlabelled && predicted !== this.labels[sample];
  }
  colourCode(sample, epoch) {
    return this.colours[(this.movesColours ? epoch * this.samples : 0) + sample];
  }
  /** What hides samples together: a category, or a class. */
  groupOf(sample) {
    return this.groups.ofColours ? this.colours[sample] : this.labels[sample];
  }

  /** Where a sample is, 0..65534; null if it is absent. */
  place(sample, { from, to, t }) {
    const a = 2 * (from * this.samples + sample);
    const b = 2 * (to * this.samples + sample);
    const { places } = this;
    if (places[a] === absentPlace || places[b] === absentPlace) return null;
    return [places[a] + (places[b] - places[a]) * t, places[a + 1] + (places[b + 1] - places[a + 1]) * t];
  }

  /** The listed neighbours of a kind, nearest first; null if the file has none. */
  listed(kind, sample, epoch) {
    const { width, [kind]: lists } = this.neighbours;
    if (!lists) return null;
    const begin = (sample * this.epochs.length + epoch) * width;
    return Array.from(lists.subarray(begin, begin + width)).filter((other) => other < this.samples);
  }

  /** The nearest in the plane among those that `isShown`. */
  nearestInPlane(sample, moment, isShown, count = 8) {
    const here = this.place(sample, moment);
    if (!here) return [];
    const [width, height] = [this.box[2] - this.box[0], this.box[3] - this.box[1]];
    const found = [];
    for (let i = 0; i < this.samples; ++i) {
      if (i === sample || !isShown(i)) continue;
      const there = this.place(i, moment);
      if (!there) continue;
      const distance = ((there[0] - here[0]) * width) ** 2 + ((there[1] - here[1]) * height) ** 2;
      if (found.length === count && distance >= found[count - 1].distance) continue;
      let at = found.length;
      while (at > 0 && found[at - 1].distance > distance) --at;
      found.splice(at, 0, { distance, i });
      if (found.length > count) found.pop();
    }
    return found.map(({ i }) => i);
  }
}
