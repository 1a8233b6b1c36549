// How large names and symbols are, in the units of the network.

const LINE = 9;

/** A label in lines of a few characters, at most two, the last of no less than three; what is cut can be read in the panel. */
function broken(label) {
  const characters = [...label];
  const wide = characters.filter((character) => character > '\u2e7f').length * 2 > characters.length;
  const line = wide ? LINE : LINE * 2;
  if (characters.length <= line) return label;
  const first = Math.min(line, characters.length - 3);
  const rest = characters.slice(first);
  return `${characters.slice(0, first).join('')}\n${rest.length > line ? `${rest.slice(0, line - 1).join('')}…` : rest.join('')}`;
}

/** The width of text, in widths of a Chinese character. */
const widthOf = (text) => [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 1 : 0.56), 0);

/** The size of letters: larger for what is well connected. */
const fontOf = (node) => 14 + Math.min(9, Math.floor(Math.sqrt(factCount[node])));

/** Half the width of a symbol. */
const radiusOf = (node) => 8 + Math.min(12, Math.floor((Math.floor(Math.sqrt(factCount[node])) * 7) / 5));

/** The room that a node and its label take up. */
function roomOf(node) {
  const [lines, font] = [broken(labelOf(node)).split('\n'), fontOf(node)];
  const width = font * Math.max(...lines.map(widthOf));
  return [12 + Math.max(40, width), 6 + 2 * radiusOf(node) + (font + 2) * lines.length];
}
