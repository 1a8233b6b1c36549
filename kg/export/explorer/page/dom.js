// Words of the interface and the only makers of elements. Text reaches the page through textContent alone:
// there is no innerHTML, insertAdjacentHTML or document.write in this project.

const LABELS = JSON.parse(document.getElementById('labels').textContent);
const ui = { language: 0, idle: false };

const byId = (id) => document.getElementById(id);

/** The word for `key` in a group of the label table, in the chosen language; an unknown key stands for itself. */
function word(group, key) {
  const pair = LABELS[group][key];
  return pair ? pair[ui.language] : key;
}

/** A number with commas between its thousands. (toLocaleString would first load the tables of all languages.) */
const commas = (number) => String(number).replace(/\B(?=(?:\d{3})+$)/gu, ',');

/** A sentence of the interface, with {0}, {1} … filled in. */
function t(key, ...values) {
  return word('ui', key).replace(/\{(\d)\}/gu, (_, at) => (typeof values[at] === 'number' ? commas(values[at]) : values[at]));
}

/** A new element with attributes and children; strings become text. Listeners are functions (`onclick`). */
function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

function button(text, onclick, attributes = {}) {
  return el('button', { type: 'button', ...attributes, onclick }, text);
}

/** An address, or null for what is none. */
function parsedUrl(address) {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

/** A link for http and https addresses, and plain text for anything else (`javascript:` among it). */
function safeLink(address, text) {
  const url = parsedUrl(address);
  if (!['http:', 'https:'].includes(url?.protocol)) return el('span', {}, address);
  return el('a', { href: url.href, rel: 'noopener noreferrer', target: '_blank' }, text);
}

/** Put the words of the chosen language on everything that the template marks. */
function translatePage() {
  document.documentElement.lang = ui.language ? 'en' : 'zh-Hans';
  for (const element of document.querySelectorAll('[data-text]')) element.textContent = t(element.dataset.text);
  for (const element of document.querySelectorAll('[data-title]')) {
    element.title = t(element.dataset.title);
    if (element.textContent.length < 2) element.setAttribute('aria-label', element.title);
  }
  for (const element of document.querySelectorAll('[data-label]')) element.setAttribute('aria-label', t(element.dataset.label));
  for (const element of document.querySelectorAll('[data-placeholder]')) element.placeholder = t(element.dataset.placeholder);
}

/** Save text or a blob as a file. */
function download(blob, name) {
  const url = URL.createObjectURL(blob);
  el('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}
