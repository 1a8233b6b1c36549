// The data as they stand in the page (see embed.py): JSON, deflated, in base 64.

/** All parts as text, by their names. This runs before anything else. What is packed stays in the page: a browser that saves the page saves it. */
async function unpackAll() {
  if (!window.DecompressionStream) document.getElementById('status').textContent = '请使用 2023 年以后的浏览器。This page needs a browser of 2023 or later.';
  const parts = ['graph', 'atlas', 'names', 'about', 'proofs', 'texts'];
  return Object.fromEntries(await Promise.all(parts.map(async (name) => [name, await unpacked(document.getElementById(name).textContent)])));
}

function unpacked(text) {
  const raw = atob(text);
  const bytes = new Uint8Array(raw.length);
  for (let at = 0; at < raw.length; at += 1) bytes[at] = raw.charCodeAt(at);
  const { readable, writable } = new DecompressionStream('deflate-raw');
  const writer = writable.getWriter();
  writer.write(bytes);
  writer.close();
  return new Response(readable).text();
}
