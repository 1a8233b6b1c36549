// The map painted by WebGL, with twgl.js: one call for all boxes and one for all things in none of their own, however many there are.

const SYMBOL = 64;
const SYMBOL_ROOM = 1.25; // of a symbol's size: none touches the next one in their row

/** Programs, places and symbols, on the graphics card; colours follow. Null where it does not take the programs. */
function startWebgl(gl) {
  const { boxes, cells } = partsIn({ left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity }, 0, () => true);
  const programs = [BOXES, CELLS].map((sources) => window.twgl.createProgramInfo(gl, sources));
  if (programs.includes(null)) return null;
  const symbols = window.twgl.createTexture(gl, { src: symbolRow(), min: gl.LINEAR_MIPMAP_LINEAR, wrap: gl.CLAMP_TO_EDGE });
  gl.enable(gl.BLEND);
  gl.blendFunc(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA);
  const layers = [boxes, cells].map((nodes, at) => layerOf(gl, programs[at], nodes));
  return { gl, symbols, layers, lights: null };
}

/** A program with the nodes that it draws, in the order in which it does. */
function layerOf(gl, program, nodes) {
  const { home, left, top, wide, high } = atlas();
  const listed = (numComponents, make) => ({ numComponents, data: Float32Array.from(nodes.flatMap(make)), divisor: 1 });
  const buffers = window.twgl.createBufferInfoFromArrays(gl, {
    position: { numComponents: 2, data: [0, 0, 1, 0, 0, 1, 1, 1] },
    corner: listed(2, (node) => [left[node], top[node]]),
    size: listed(2, (node) => [wide[node], high[node]]),
    around: listed(1, (node) => (home[node] < 0 ? 1e9 : high[home[node]])),
    look: { numComponents: 3, data: new Uint8Array(3 * nodes.length), divisor: 1, normalize: false },
  });
  return { program, nodes, buffers, array: window.twgl.createVertexArrayInfo(gl, program, buffers) };
}

/** The symbols of all kinds side by side, as the canvas draws them. */
function symbolRow() {
  const canvas = el('canvas', { width: SYMBOL * GRAPH.kinds.length, height: SYMBOL });
  const pen = canvas.getContext('2d');
  GRAPH.kinds.forEach((kind, at) => fillSymbol(pen, SHAPES[kind], SYMBOL * (at + 0.5), SYMBOL / 2, SYMBOL / 2 / SYMBOL_ROOM));
  return canvas;
}

/** What the filters make of each node goes to the card when it has changed. */
function lightLayers({ gl, layers, lights }) {
  if (lights === chart.lit) return;
  painting.webgl.lights = chart.lit;
  for (const { nodes, buffers } of layers) {
    const looks = nodes.flatMap((node) => [NODES.kind[node], paintAt(node), chart.lit[node] ? 1 : 0]);
    window.twgl.setAttribInfoBufferFromArray(gl, buffers.attribs.look, Uint8Array.from(looks));
  }
}

/** The colours of kinds, and of what the filters do not let through, as the shaders want them. */
const palette = () => Float32Array.from([...GRAPH.kinds, 'line'].flatMap((name) => bytesOf(name).map((byte) => byte / 255)));

function paintByWebgl(sheet) {
  const { gl, symbols, layers } = painting.webgl;
  lightLayers(painting.webgl);
  fitCanvas(gl.canvas, sheet);
  gl.viewport(0, 0, gl.canvas.width, gl.canvas.height);
  gl.clearColor(...bytesOf('ground').map((byte) => byte / 255), 1);
  gl.clear(gl.COLOR_BUFFER_BIT);
  const { cell } = atlas();
  const high = cell[1] * chart.scale;
  const shared = {
    middle: [chart.x, chart.y], sheet: [gl.canvas.width, gl.canvas.height], unit: chart.scale * devicePixelRatio, least: SMALLEST_BOX / chart.scale,
    ratio: devicePixelRatio, palette: palette(), cell, reach: high >= SMALLEST_SYMBOL ? reachOf(high) * devicePixelRatio : 0, kinds: GRAPH.kinds.length, symbols,
  };
  for (const { program, nodes, array } of layers) {
    gl.useProgram(program.program);
    window.twgl.setBuffersAndAttributes(gl, program, array);
    window.twgl.setUniforms(program, shared);
    window.twgl.drawBufferInfo(gl, array, gl.TRIANGLE_STRIP, 4, 0, nodes.length);
  }
}
