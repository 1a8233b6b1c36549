// Search over labels, aliases (traditional spellings, pinyin with tones) and pinyin: a scan over one prepared string
// a key, which takes milliseconds for tens of thousands of things.

/** Lower case, without tone marks, blanks and punctuation: "Zhōu Yùgāng" and "zhou yugang" become one. */
function fold(text) {
  return text.normalize('NFD').replace(/[\u0300-\u036f\s'’·•.-]/gu, '').toLowerCase().normalize('NFC');
}

const isLatin = (text) => /^[\p{Script=Latin}\p{M}\s'’.\-\d]+$/u.test(text);

/** One syllable of pinyin without tone marks; the orthography marks where a syllable begins with a vowel. */
const SYLLABLE = /(?:[zcs]h|[bpmfdtnlgkhjqxzcsryw])?[aeiouv]+(?:ng(?![aeiouv])|n(?![aeiouv])|r(?![aeiouv]))?|\d+/gu;

/** The first letters of the syllables of pinyin: "Zhōu Yùgāng" has zyg. */
function initials(pinyin) {
  const parts = pinyin.split(/[\s'’·-]+/u).map(fold);
  return parts.flatMap((part) => part.match(SYLLABLE) ?? [part]).map((syllable) => syllable.charAt(0)).join('');
}

/** How the id of a thing spells its name, for things without pinyin of their own. */
function slugOf(node) {
  const slug = /^\w+\/(.+)-[0-9a-f]{12}$/u.exec(idOf(node));
  return slug && kindOf(node) !== 'source' ? [slug[1].replaceAll('-', ' ')] : NONE;
}

/** Folded keys of every node: names, pinyin, initials. Made on the first search. */
const searchKeys = (() => {
  let keys = null;
  return () => {
    keys ??= NODES.label.map((label, node) => {
      const spellings = [label, ...aliasesOf(node)];
      const latin = spellings.filter(isLatin);
      const sounds = latin.length ? latin : slugOf(node);
      return { label: fold(label), names: spellings.map(fold), sounds: sounds.map(fold), initials: sounds.map(initials) };
    });
    return keys;
  };
})();

/** How well a node matches: smaller is better, -1 is not at all. */
function rank(key, query) {
  if (key.label === query) return 0;
  if (key.names.includes(query) || key.sounds.includes(query)) return 1;
  if (key.initials.includes(query)) return 2;
  if (key.label.startsWith(query)) return 3;
  if (key.names.some((name) => name.startsWith(query)) || key.sounds.some((sound) => sound.startsWith(query))) return 4;
  if (key.label.includes(query)) return 5;
  if (key.names.some((name) => name.includes(query))) return 6;
  if (key.initials.some((letters) => letters.startsWith(query))) return 7;
  return query.length > 2 && key.sounds.some((sound) => sound.includes(query)) ? 8 : -1;
}

/** What was typed, among the nodes that `allowed` lets through: by kind all that match, the best first, and the kind of the best first. */
function findByKind(text, allowed = () => true) {
  const query = fold(text);
  if (!query) return new Map();
  const found = [];
  searchKeys().forEach((key, node) => {
    const score = rank(key, query);
    if (score >= 0 && allowed(node)) found.push([score, -edgesOf(node).length, node]);
  });
  found.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
  return groupByKind(found.map(([, , node]) => node));
}

/** Nodes by kind, the kind of the first of them first. */
const groupByKind = (nodes) => grouped(nodes.map((node) => [kindOf(node), node]));
