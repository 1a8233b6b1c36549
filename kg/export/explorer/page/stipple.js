// Things of a few pixels are written into a picture, pixel by pixel: tens of thousands in the time of a few hundred rectangles.

const stipple = { canvas: null, picture: null, pixels: null };

/** An empty picture of so many pixels. */
function startStipple(width, height) {
  stipple.canvas ??= document.createElement('canvas');
  if (stipple.canvas.width !== width || stipple.canvas.height !== height || !stipple.picture) {
    Object.assign(stipple.canvas, { width, height });
    stipple.picture = new ImageData(width, height);
    stipple.pixels = new Uint32Array(stipple.picture.data.buffer);
  }
  stipple.pixels.fill(0);
}

/** Red, green and blue of a colour of the style sheet ("#2f67b1"), a byte each. */
const bytesOf = (name) => [1, 3, 5].map((at) => parseInt(colour(name).slice(at, at + 2), 16));

/** A colour as a pixel, whatever order the machine stores its bytes in. */
const pixelOf = (name, alpha) => new Uint32Array(Uint8Array.of(...bytesOf(name), Math.round(alpha * 255)).buffer)[0];

/** Fill a rectangle, at least one pixel large. */
function stippleRect(x, y, width, height, pixel) {
  const across = stipple.canvas.width;
  const [left, right] = [Math.max(0, Math.round(x)), Math.min(across, Math.max(Math.round(x) + 1, Math.round(x + width)))];
  const [top, bottom] = [Math.max(0, Math.round(y)), Math.min(stipple.canvas.height, Math.max(Math.round(y) + 1, Math.round(y + height)))];
  if (left >= right) return;
  for (let row = top; row < bottom; row += 1) stipple.pixels.fill(pixel, row * across + left, row * across + right);
}

/** Lay the picture over what was drawn. */
function endStipple(pen, width, height) {
  stipple.canvas.getContext('2d').putImageData(stipple.picture, 0, 0);
  pen.drawImage(stipple.canvas, 0, 0, width, height);
}
