// A text field with a list of things below it (a combobox): the search, and the choosers of places, sources and ends.

const OF_EACH_KIND = 6;
const OF_ONE_KIND = 20;

/** Make `input` a chooser; `choose` is told the thing that was picked, `allowed` restricts them, `list` shows all of a kind where they are too many. */
function makePicker(input, choose, { allowed = () => true, list: all = null } = {}) {
  const list = byId(input.getAttribute('aria-controls'));
  const picker = { input, list, choose, options: [], active: -1, allowed, all };
  input.addEventListener('input', () => fillPicker(picker));
  input.addEventListener('focus', () => input.value && fillPicker(picker));
  input.addEventListener('blur', () => setTimeout(() => closePicker(picker), 150));
  input.addEventListener('keydown', (event) => onPickerKey(picker, event));
  // The field keeps the cursor while the list is clicked.
  list.addEventListener('mousedown', (event) => event.preventDefault());
}

function fillPicker(picker) {
  const { input, list, allowed } = picker;
  const groups = findByKind(input.value, allowed);
  const limit = groups.size > 1 ? OF_EACH_KIND : OF_ONE_KIND;
  picker.options = [];
  const parts = [...groups].map(([kind, nodes]) => pickerGroup(picker, kind, nodes, limit));
  const empty = input.value.trim() && !parts.length ? [el('p', { class: 'faint' }, t('noResult'))] : [];
  list.replaceChildren(...parts, ...empty);
  list.hidden = !parts.length && !empty.length;
  input.setAttribute('aria-expanded', String(!list.hidden));
  activate(picker, picker.options.length ? 0 : -1);
}

/** The best of a kind, so many that none crowds out another; the name says of how many. */
function pickerGroup(picker, kind, nodes, limit) {
  const name = `${word('kinds', kind)}${nodes.length > limit ? ` ${limit} / ${commas(nodes.length)}` : ''}`;
  const options = nodes.slice(0, limit).map((node) => thingOption(picker, node));
  if (picker.all && nodes.length > limit) options.push(pickerOption(picker, 'faint', () => picker.all(word('kinds', kind), nodes), t('allOf', nodes.length)));
  return el('div', { role: 'group', 'aria-label': name }, el('p', { class: 'group-name', 'aria-hidden': 'true' }, name), ...options);
}

function thingOption(picker, node) {
  const hint = aliasesOf(node).slice(0, 2).join('，') || postsInBrief(node);
  return pickerOption(picker, kindOf(node), () => picker.choose(node), el('span', { lang: 'zh' }, labelOf(node)), el('small', {}, hint));
}

function pickerOption(picker, look, act, ...content) {
  const at = picker.options.length;
  const option = el('div', { role: 'option', id: `${picker.list.id}-${at}`, 'aria-selected': 'false', class: `option ${look}`, onclick: () => pick(picker, at) }, ...content);
  picker.options.push({ option, act });
  return option;
}

/** What tells namesakes apart: the first post of a person, the region of a place or body. */
function postsInBrief(node) {
  for (const edge of edgesOf(node)) {
    if (EDGES.a[edge] !== node) continue;
    if (POSTS.has(relationOf(edge))) return `${labelOf(EDGES.b[edge])} ${holdingOf(edge).title}`;
    if (relationOf(edge) === CONTAINED) return labelOf(EDGES.b[edge]);
  }
  return '';
}

function activate(picker, at) {
  picker.options[picker.active]?.option.setAttribute('aria-selected', 'false');
  picker.active = at;
  const current = picker.options[at]?.option;
  current?.setAttribute('aria-selected', 'true');
  current?.scrollIntoView({ block: 'nearest' });
  if (current) picker.input.setAttribute('aria-activedescendant', current.id);
  else picker.input.removeAttribute('aria-activedescendant');
}

function pick(picker, at) {
  const option = picker.options[at];
  if (!option) return;
  closePicker(picker);
  picker.input.value = '';
  option.act();
}

function closePicker(picker) {
  picker.list.hidden = true;
  picker.input.setAttribute('aria-expanded', 'false');
}

function onPickerKey(picker, event) {
  const count = picker.options.length;
  if (event.key === 'ArrowDown' && count) activate(picker, (picker.active + 1) % count);
  else if (event.key === 'ArrowUp' && count) activate(picker, (picker.active + count - 1) % count);
  else if (event.key === 'Enter') pick(picker, picker.active);
  else if (event.key === 'Escape') closePicker(picker);
  else return;
  event.preventDefault();
}
