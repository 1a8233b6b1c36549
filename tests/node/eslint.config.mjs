// All rules of eslint but those named here with their reasons. The modules of the page are joined to one script (SCRIPTS in
// kg/export/explorer/__init__.py), so each may use the top-level names of the others; those are read from the files.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import js from '@eslint/js';

const PAGE = join(import.meta.dirname, '../../kg/export/explorer/page');
const BROWSER = ['document', 'window', 'location', 'history', 'navigator', 'performance', 'devicePixelRatio', 'matchMedia', 'getComputedStyle', 'requestAnimationFrame',
  'setTimeout', 'addEventListener', 'URL', 'URLSearchParams', 'Blob', 'XMLSerializer', 'ImageData', 'ResizeObserver', 'CSS', 'Response', 'DecompressionStream', 'atob', 'vis'];

/** The names that a module declares at its top level: functions, constants, and lists of constants. */
function namesOf(text) {
  const plain = [...text.matchAll(/^(?:async )?(?:function|const|let) (\w+)/gm)].map(([, name]) => name);
  const listed = [...text.matchAll(/^const \[([\w, ]+)\]/gm)].flatMap(([, names]) => names.split(', '));
  return [...plain, ...listed];
}

const modules = readdirSync(PAGE).filter((name) => name.endsWith('.js'));
const shared = modules.flatMap((name) => namesOf(readFileSync(join(PAGE, name), 'utf8')));
const named = (names) => Object.fromEntries(names.map((name) => [name, 'readonly']));

const LEFT_OUT = {
  // A matter of taste that the files settle the same way throughout.
  'arrow-body-style': 'off', 'capitalized-comments': 'off', 'func-style': 'off', 'id-length': 'off', 'one-var': 'off', 'sort-keys': 'off', 'sort-imports': 'off', 'prefer-named-capture-group': 'off',
  // Short functions of plain expressions read best with these.
  'no-ternary': 'off', 'no-nested-ternary': 'off', 'no-plusplus': 'off', 'no-continue': 'off', 'no-inline-comments': 'off', 'no-magic-numbers': 'off', 'no-undefined': 'off',
  // A sentence of one line needs no braces.
  curly: ['error', 'multi-line'],
  // Drawing takes what is drawn, where and how.
  'max-params': ['error', 6], 'max-statements': ['error', 18],
  // A module may use what a later one declares: all are joined before anything runs.
  'no-use-before-define': 'off',
  // Top-level names are used by other modules; the joined script is looked through for what nothing uses.
  'no-unused-vars': ['error', { vars: 'local' }],
  'no-redeclare': ['error', { builtinGlobals: false }],
  // What joins the modules puts them in a function and in strict mode.
  'no-implicit-globals': 'off', strict: 'off',
};

export default [
  { languageOptions: { ecmaVersion: 2023, sourceType: 'script', globals: named(BROWSER) }, linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { files: ['**/page/*.js'], languageOptions: { globals: named([...shared, 'PARTS']) }, rules: { ...js.configs.all.rules, ...LEFT_OUT } },
  { files: ['**/serve/page/*.js'], languageOptions: { sourceType: 'module', globals: named(['Yasgui', 'fetch', 'MutationObserver']) } },
  { files: ['joined.js'], rules: { 'no-undef': 'error', 'no-unused-vars': 'error' } },
];
