// The map as a drawing on a canvas: boxes with their names, the things in them, and the ties of what is selected.

const chart = { x: 0, y: 0, scale: 0, hover: -1, lit: null, lights: '', waiting: false, touched: false };

const SMALLEST_BOX = 4;
const SMALLEST_SYMBOL = 7;
const ROOM_FOR_NAME = 36;

/** What the filters make of each thing: 0 is not drawn, 1 is drawn faintly, 2 passes. Sources and private persons are not drawn until asked for. */
function readLights() {
  const key = baseOf();
  if (chart.lights === key) return;
  const passes = nodeTest();
  chart.lights = key;
  chart.lit = Uint8Array.from(NODES.kind, (_, node) => {
    if (passes(node)) return 2;
    return (kindOf(node) === 'source' && !hasKind(node)) || (privatePersons.has(node) && !state.persons) ? 0 : 1;
  });
}

/** Whether the map draws a thing under the present filters. */
function canBeOnChart(node) {
  readLights();
  return isDrawn(node);
}

/** The things that pass the filters. */
function nodesOnChart() {
  readLights();
  return [...NODES.kind.keys()].filter((node) => chart.lit[node] === 2);
}

/** How many things the map shows, and how; each number leads to them. */
function chartStatus() {
  readLights();
  const count = [0, 0, 0];
  for (const light of chart.lit) count[light] += 1;
  const counter = (key, light) => countButton(t(key, count[light]), () => showThings(t(key, count[light]), nodesWhere((node) => chart.lit[node] === light)), key);
  return [counter('mapStatus', 2), ...(count[1] ? [counter('mapFaint', 1)] : []), ...(count[0] ? [counter('mapHidden', 0)] : []), t(crossings().length ? 'mapLines' : 'mapLinesSome'), t('mapHint')];
}

const isDrawn = (node) => chart.lit[node] > 0;

/** Show the map: at first as a whole, or about what is selected. */
function openChart() {
  if (!chart.scale) {
    fitChart();
    if (state.selected >= 0 && canBeOnChart(state.selected)) showOnChart(state.selected);
  }
  askForChart();
}

/** Draw the map, once a frame at most. */
function askForChart() {
  if (chart.waiting) return;
  chart.waiting = true;
  requestAnimationFrame(() => {
    chart.waiting = false;
    if (state.view === 'map') drawChart();
  });
}

/** Give a canvas as many pixels as the sheet has on the screen. */
function fitCanvas(canvas, { width, height }) {
  const [across, down] = [width, height].map((size) => Math.round(size * devicePixelRatio));
  if (canvas.width !== across || canvas.height !== down) [canvas.width, canvas.height] = [across, down];
}

/** The canvas at the size of its frame, cleared; where things stand on it, in pixels of the page. */
function startSheet() {
  const canvas = byId('map-canvas');
  const { clientWidth: width, clientHeight: height } = canvas;
  fitCanvas(canvas, { width, height });
  const pen = canvas.getContext('2d');
  pen.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
  pen.clearRect(0, 0, width, height);
  const { left, top } = atlas();
  const [west, north] = [width / 2 - chart.x * chart.scale, height / 2 - chart.y * chart.scale];
  const pixel = (node) => { // the middle of a thing
    const { x, y } = middleOf(node);
    return [x * chart.scale + west, y * chart.scale + north];
  };
  return { pen, width, height, pixel, x: (node) => left[node] * chart.scale + west, y: (node) => top[node] * chart.scale + north };
}

/** The stretch of the map that the sheet shows. */
function stretchOf({ width, height }) {
  const [across, down] = [width / 2 / chart.scale, height / 2 / chart.scale];
  return { left: chart.x - across, right: chart.x + across, top: chart.y - down, bottom: chart.y + down };
}

function drawChart() {
  readLights();
  const sheet = startSheet();
  const least = SMALLEST_BOX / chart.scale;
  const { boxes, cells } = partsIn(stretchOf(sheet), least, isDrawn);
  const open = boxes.filter((node) => atlas().high[node] >= least);
  painterNow()(sheet, { open, low: boxes.filter((node) => atlas().high[node] < least), cells });
  drawCrossings(sheet);
  nameBoxes(sheet, open);
  if (atlas().cell[0] * chart.scale >= ROOM_FOR_NAME) for (const node of cells) nameCell(sheet, node);
  drawTies(sheet);
  markThing(sheet, chart.hover, 'ink');
}
