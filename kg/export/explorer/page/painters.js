// Who paints the boxes and things of the map, below its names: WebGL where the machine has a graphics card and the map is large
// enough (see webgl.py), and else the canvas. A painter is a function of the sheet and of the boxes that are open on it.
// `painter` in the fragment of the address asks for one of them whatever the machine has.

const PAINTERS = ['auto', 'canvas', 'webgl'];
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/iu;
const painting = { asked: '', webgl: null };

/** The painter of the map as things stand. */
function painterNow() {
  if (state.painter !== painting.asked) {
    painting.asked = state.painter;
    readyWebgl(state.painter);
  }
  const fast = painting.webgl && state.painter !== 'canvas';
  byId('map').dataset.painter = fast ? 'webgl' : 'canvas';
  return fast ? paintByWebgl : paintByCanvas;
}

/** Set up WebGL where it is wanted, may be had and is not there yet. The canvas paints meanwhile, and where this comes to nothing. */
async function readyWebgl(asked) {
  if (asked === 'canvas' || painting.webgl || !byId('webgl').textContent) return;
  const gl = webglContext(asked === 'auto');
  if (!gl) return;
  await loadTwgl();
  if (painting.webgl || gl.isContextLost()) return;
  painting.webgl = startWebgl(gl);
  if (!painting.webgl) return;
  byId('map').prepend(gl.canvas);
  gl.canvas.addEventListener('webglcontextlost', loseWebgl);
  askForChart();
}

/** A context of a canvas of its own, or null. Where `fast`, only one that a graphics card stands behind: software is slower than the canvas. */
function webglContext(fast) {
  const canvas = el('canvas', { id: 'map-ground', 'aria-hidden': 'true' });
  const gl = canvas.getContext('webgl2', { alpha: false, antialias: false, depth: false, failIfMajorPerformanceCaveat: fast });
  return gl && fast && SOFTWARE.test(rendererOf(gl)) ? null : gl;
}

/** What draws. Chromium names it through an extension alone, and has software draw though it was told to refuse. */
function rendererOf(gl) {
  const named = gl.getExtension('WEBGL_debug_renderer_info');
  return String(gl.getParameter(named ? named.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
}

/** Run the library, once. The policy of the page knows its hash. */
async function loadTwgl() {
  if (window.twgl) return;
  const text = JSON.parse(await unpacked(byId('webgl').textContent));
  if (!window.twgl) document.head.append(el('script', {}, text));
}

/** The context is gone, by the machine's doing: the canvas paints from now on. */
function loseWebgl() {
  painting.webgl.gl.canvas.remove();
  painting.webgl = null;
  askForChart();
}
