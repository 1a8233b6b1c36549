// What a user does with a thing: each act is a step of the history.

function focusOn(node, steps = 1) {
  update({ focus: node, steps, path: null, expanded: [], hidden: state.hidden.filter((other) => other !== node), selected: node, pair: null }, true);
}

function expand(node) {
  if (!state.expanded.includes(node)) update({ expanded: [...state.expanded, node], selected: node, pair: null }, true);
}

/** Take back an expansion; otherwise hide the neighbours that hang on this thing alone. */
function collapse(node) {
  if (state.expanded.includes(node)) return update({ expanded: state.expanded.filter((other) => other !== node), selected: node, pair: null }, true);
  const shown = new Set(shownNodes());
  const near = neighbourhood(shown, () => true);
  const leaves = [...(near.get(node) ?? NONE)].filter((other) => near.get(other).size === 1 && other !== state.focus && !state.pinned.includes(other));
  return update({ hidden: [...state.hidden, ...leaves], selected: node, pair: null }, true);
}

/** Keep a thing in every view and in its place, or no longer. */
function pin(node) {
  const pinned = state.pinned.includes(node) ? state.pinned.filter((other) => other !== node) : [...state.pinned, node];
  update({ pinned, hidden: state.hidden.filter((other) => other !== node), selected: node, pair: null }, true);
}

function hide(node) {
  update({ hidden: [...state.hidden, node], pinned: state.pinned.filter((other) => other !== node), selected: -1, pair: null }, true);
}
