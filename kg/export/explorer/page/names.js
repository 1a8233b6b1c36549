// What is written on the map, and the ties of what is selected.

const SMALLEST_NAME = 10;
const NAMED_TIES = 10;

/** How many characters of a name fit into a width, for letters of a size. */
function fittingCount(letters, width, size) {
  let room = width / size;
  const end = letters.findIndex((letter) => (room -= widthOf(letter)) < 0);
  return end < 0 ? letters.length : end;
}

/** As much of a name as fits into a width. */
function fitting(name, width, size) {
  const letters = [...name];
  const count = fittingCount(letters, width, size);
  if (count === letters.length) return name;
  return count > 1 ? `${letters.slice(0, count - 1).join('')}…` : '';
}

/** The names of boxes: in their lines where these are high enough, over the others where there is room, outer boxes first. */
function nameBoxes(sheet, boxes) {
  const taken = [];
  for (const node of boxes) {
    const [x, y] = [sheet.x(node), sheet.y(node)];
    const [width, line] = [atlas().wide[node] * chart.scale, atlas().line[node] * chart.scale];
    const from = Math.max(x, 0) + 4; // a name stays in the frame while any of its box does
    const room = Math.min(x + width, sheet.width) - from - 4;
    const size = Math.max(SMALLEST_NAME, Math.min(20, line * 0.8, room / widthOf(labelOf(node))));
    const text = width < ROOM_FOR_NAME ? '' : fitting(labelOf(node), room, size);
    const box = { left: from - 3, right: from + 5 + size * widthOf(text), top: y, bottom: y + size * 1.4 };
    if (!text || (size * 1.2 > line && taken.some((other) => overlap(box, other)))) continue;
    taken.push(box);
    nameBox(sheet.pen, node, { text, size, from, y, over: size * 1.2 > line });
  }
}

function nameBox(pen, node, { text, size, from, y, over }) {
  pen.font = `600 ${size}px ${colour('face')}`;
  pen.textAlign = 'left';
  if (over) {
    pen.fillStyle = colour('ground');
    pen.globalAlpha = 0.85;
    pen.fillRect(from - 3, y + 1, pen.measureText(text).width + 6, size * 1.35);
    pen.globalAlpha = 1;
  }
  pen.fillStyle = colour(chart.lit[node] < 2 ? 'muted' : kindOf(node));
  pen.fillText(text, from, y + size * 1.1);
}

/** The name of a thing in no box of its own, below its symbol, in two lines where there is room. */
function nameCell({ pen, x, y }, node) {
  const [wide, high] = atlas().cell.map((size) => size * chart.scale - 4);
  const size = Math.min(13, Math.max(SMALLEST_NAME, wide / 5));
  const [letters, from] = [[...labelOf(node)], reachOf(high) * 3 + size];
  const first = from + size * 1.1 < high ? letters.splice(0, fittingCount(letters, wide, size)).join('') : '';
  const lines = [first, fitting(letters.join(''), wide, size)].filter(Boolean);
  pen.font = `${size}px ${colour('face')}`;
  pen.textAlign = 'center';
  pen.fillStyle = colour(chart.lit[node] < 2 ? 'muted' : 'ink');
  lines.forEach((line, at) => pen.fillText(line, x(node) + wide / 2 + 2, y(node) + from + at * size * 1.1));
}

/** Lines from one thing to others. */
function drawRays({ pen, pixel }, from, ends, paint) {
  pen.strokeStyle = colour(paint);
  pen.globalAlpha = ends.length > 40 ? 0.4 : 0.8;
  pen.beginPath();
  for (const node of ends) {
    pen.moveTo(...pixel(from));
    pen.lineTo(...pixel(node));
  }
  pen.stroke();
  pen.globalAlpha = 1;
}

/** The ties of what the pointer is on and of what is selected; of the latter also the names of the best connected things that it is tied to. */
function drawTies(sheet) {
  const { hover } = chart;
  if (hover >= 0 && hover !== state.selected) drawRays(sheet, hover, tiesOnChart(hover), 'ink');
  if (state.selected < 0) return;
  const ends = tiesOnChart(state.selected);
  drawRays(sheet, state.selected, ends, 'accent');
  const taken = [];
  for (const node of [state.selected, ...ends.slice(0, NAMED_TIES)]) flag(sheet.pen, node, sheet.pixel(node), taken, sheet.width);
}

/** Where the ground of a name begins beside a dot: right of it, or left where it would run out of a sheet of a width. */
const besideDot = (x, room, width) => (x + 8 + room > width && x - 8 - room >= 0 ? x - 8 - room : x + 8);

/** A dot on a thing, and beside it the name on a ground of its own, where there is room. */
function flag(pen, node, [x, y], taken, width) {
  const strong = node === state.selected;
  const text = fitting(labelOf(node), 168, 12);
  pen.font = `${strong ? 600 : 400} 12px ${colour('face')}`;
  pen.textAlign = 'left';
  pen.fillStyle = colour('accent');
  pen.beginPath();
  pen.arc(x, y, strong ? 6 : 4, 0, 7);
  pen.fill();
  const room = pen.measureText(text).width + 8;
  const from = besideDot(x, room, width);
  const box = { left: Math.min(from, x) - 4, right: Math.max(from + room, x) + 4, top: y - 9, bottom: y + 9 };
  if (taken.some((other) => overlap(box, other))) return;
  taken.push(box);
  pen.fillStyle = colour('raised');
  pen.fillRect(from, y - 9, room, 18);
  pen.fillStyle = colour('ink');
  pen.fillText(text, from + 4, y + 4.5);
}

/** A frame around a thing. */
function markThing({ pen, x, y }, node, paint) {
  if (node < 0) return;
  pen.strokeStyle = colour(paint);
  pen.lineWidth = 2;
  pen.strokeRect(x(node), y(node), Math.max(4, atlas().wide[node] * chart.scale), Math.max(4, atlas().high[node] * chart.scale));
  pen.lineWidth = 1;
}
