// The ends of a path.

const pathEnds = [-1, -1];

/** Remember one end of a path; with both the path is shown. */
function setPathEnd(end, node) {
  pathEnds[end] = node;
  byId(end ? 'path-to' : 'path-from').value = labelOf(node);
  if (pathEnds[0] >= 0 && pathEnds[1] >= 0 && pathEnds[0] !== pathEnds[1]) findPath();
}

/** The ends of the path that is shown stand in the fields, however one came to it. */
function drawEnds() {
  if (!state.path) return;
  ['path-from', 'path-to'].forEach((id, end) => {
    if (pathEnds[end] === state.path[end]) return;
    pathEnds[end] = state.path[end];
    byId(id).value = labelOf(pathEnds[end]);
  });
}

function findPath() {
  if (pathEnds[0] < 0 || pathEnds[1] < 0 || pathEnds[0] === pathEnds[1]) return;
  update({ path: [...pathEnds], focus: -1, expanded: [], selected: -1, pair: null }, true);
}
