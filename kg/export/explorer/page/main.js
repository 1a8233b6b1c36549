// The start of the page, and the one function that shows the state.

function render() {
  const before = document.activeElement;
  const inPanel = byId('panel').contains(before);
  const view = currentView();
  const other = state.view !== 'map' && readView(view);
  for (const name of VIEWS) byId(name).hidden = state.view !== name;
  drawAround(view);
  if (state.view === 'map') openChart(); // the frame has its size once all around it stands
  else drawNetwork(view, other);
  if (state.view === 'table') drawTable(view);
  if (state.view === 'matrix') drawMatrix();
  keepCursor(before, inPanel);
}

/** What stands around a view. */
function drawAround(view) {
  byId('legend').hidden = !['network', 'map'].includes(state.view);
  drawTop();
  drawFilters();
  drawEnds();
  drawLooks();
  if (ui.idle) drawTimeline();
  drawCrumbs();
  drawSteps();
  drawLegend(view);
  drawStatus(view);
  drawPanel(view);
}

/** Whoever works with the keyboard stays where they were, though the control has been made anew. */
function keepCursor(before, inPanel) {
  if (!before || before.isConnected) return;
  const { key } = before.dataset;
  const same = key && document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (same) same.focus({ preventScroll: true });
  else if (inPanel) byId('panel').focus({ preventScroll: true });
}

/** Draw everything again: after a change of language or of the colour scheme. */
function redraw() {
  drawing.shown = '';
  render();
}

function onHistory() {
  readFragment(location.hash.slice(1));
  translatePage();
  render();
}

/** The histogram needs the dates of all facts: it is drawn once the view stands on the screen. */
function startTimeline() {
  ui.idle = true;
  drawTimeline();
  document.documentElement.dataset.idle = '';
}

function start() {
  ui.language = /^zh\b/iu.test(navigator.language || 'zh') ? 0 : 1;
  readFragment(location.hash.slice(1));
  translatePage();
  countAll();
  bindControls();
  bindChart();
  render();
  addEventListener('popstate', onHistory);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  bindTimeline();
  document.documentElement.dataset.ready = String(Math.round(performance.now()));
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(startTimeline, 0)));
}

start();
