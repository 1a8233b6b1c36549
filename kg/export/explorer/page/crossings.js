// The ties that the map draws: those of one thing, and of a graph with few of them all that lead from box to box.

const TIES = 400;
const FEW_CROSSINGS = 1500;
const CROSSING = { least: 0.06, most: 0.5, ink: 60 }; // how strongly they are drawn: the more there are the fainter

/** The things on the map that facts tie to one, the best connected first. */
function tiesOnChart(node) {
  const passes = edgeTest();
  return closest(node, isDrawn, (edge) => edge < FACTS && passes(edge), TIES);
}

/** Whether one thing is in the box of another, or in a box in it. */
function isInside(node, box) {
  for (let at = node; at >= 0; at = atlas().home[at]) if (at === box) return true;
  return false;
}

/** The facts that pass the filters and that the boxes do not show already; none where they are too many to be told apart. */
const crossings = (() => {
  let [key, found] = ['', NONE];
  return () => {
    readLights();
    if (chart.lights !== key) [key, found] = [chart.lights, readCrossings()];
    return found;
  };
})();

function readCrossings() {
  const [passes, found] = [edgeTest(), []];
  for (let edge = 0; edge < FACTS; edge += 1) {
    const [a, b] = [EDGES.a[edge], EDGES.b[edge]];
    if (chart.lit[a] < 2 || chart.lit[b] < 2 || !passes(edge) || isInside(a, b) || isInside(b, a)) continue;
    found.push(edge);
    if (found.length > FEW_CROSSINGS) return NONE;
  }
  return found;
}

/** How strongly crossings are drawn; they stand back where one thing is selected or pointed at. */
function crossingStrength() {
  const alone = Math.min(CROSSING.most, Math.max(CROSSING.least, CROSSING.ink / crossings().length));
  return state.selected < 0 && chart.hover < 0 ? alone : alone / 3;
}

function drawCrossings({ pen, pixel }) {
  const edges = crossings();
  pen.globalAlpha = crossingStrength();
  for (const [paint, own] of grouped(edges.map((edge) => [lineColour([edge]), edge]))) {
    pen.strokeStyle = paint;
    pen.beginPath();
    for (const edge of own) {
      pen.moveTo(...pixel(EDGES.a[edge]));
      pen.lineTo(...pixel(EDGES.b[edge]));
    }
    pen.stroke();
  }
  pen.globalAlpha = 1;
}
