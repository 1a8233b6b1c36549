// The programs of the WebGL painter. Places and sizes are those of the map until they are counted in pixels from the sheet's top left
// corner; everything is as the canvas paints it (see marks.js), and stands on whole pixels.

const COMMON = `#version 300 es
precision highp float;
in vec2 position; // a corner of the unit square
in vec2 corner;   // of the thing on the map
in float around;  // the height of the box that it is in
in vec3 look;     // its kind, its colour, whether it is shown
uniform vec2 middle, sheet; // what stands in the middle of the sheet, and the sheet's size
uniform float unit, least;  // pixels to a unit of the map; boxes lower than this are not opened
uniform vec3 palette[16];
flat out vec4 paint;
vec2 pixel(vec2 place) { return (place - middle) * unit + sheet / 2.; }
vec2 whole(vec2 place) { return floor(place + .5); }
vec4 onSheet(vec2 place) { return vec4(vec2(2., -2.) * place / sheet + vec2(-1., 1.), 0., 1.); }
const vec4 NOWHERE = vec4(2., 2., 2., 1.);
`;

/** A box is a faint ground with a frame; a low one is a spot, and what is in it is passed over. */
const BOXES = [`${COMMON}
in vec2 size;
uniform float ratio; // pixels to one of the page
flat out vec2 extent, alphas;
flat out float rim;
out vec2 at;
void main() {
  vec2 from = whole(pixel(corner)), to = max(from + 1., whole(pixel(corner + size)));
  vec2 here = clamp(mix(from, to, position), vec2(-4. * ratio), sheet + 4. * ratio);
  float high = size.y * unit / ratio;
  at = here - from;
  extent = to - from;
  rim = ratio;
  paint = vec4(palette[int(look.y)], 1.);
  float frame = high < ${FRAMED}. ? 0. : min(${FAINT.frame}, high / ${FRAME_IN_FULL}.); // drawn over the ground
  alphas = size.y < least ? vec2(${FAINT.spot}) : vec2(${FAINT.ground}, ${FAINT.ground} + (1. - ${FAINT.ground}) * frame);
  gl_Position = around < least ? NOWHERE : onSheet(here);
}`, `#version 300 es
precision highp float;
flat in vec4 paint;
flat in vec2 extent, alphas;
flat in float rim;
in vec2 at;
out vec4 colour;
void main() {
  vec2 edge = min(at, extent - at);
  colour = vec4(paint.rgb, min(edge.x, edge.y) < rim ? alphas.y : alphas.x);
}`];

/** A thing in no box of its own is its symbol, cut out of the row of all symbols, or a spot where it is too small for one. */
const CELLS = [`${COMMON}
uniform vec2 cell;   // the room of a thing
uniform float reach; // half the size of a symbol, in pixels; 0 for spots
uniform float kinds;
out vec2 spot;
void main() {
  vec2 from = whole(pixel(corner + cell * ${SPOT.from})), to = max(from + 1., whole(pixel(corner + cell * ${SPOT.from}) + cell * ${SPOT.size} * unit));
  vec2 heart = pixel(corner) + vec2(cell.x * unit / 2., min(cell.y * unit / 2., reach * 2.));
  vec2 here = reach > 0. ? heart + (position * 2. - 1.) * reach * ${SYMBOL_ROOM} : mix(from, to, position);
  spot = reach > 0. ? vec2((look.x + position.x) / kinds, position.y) : vec2(-1.);
  paint = vec4(palette[int(look.y)], 1.);
  gl_Position = around < least || look.z < .5 ? NOWHERE : onSheet(here);
}`, `#version 300 es
precision highp float;
uniform sampler2D symbols;
flat in vec4 paint;
in vec2 spot;
out vec4 colour;
void main() { colour = vec4(paint.rgb, spot.x < 0. ? 1. : texture(symbols, spot, -1.).a); }`];
