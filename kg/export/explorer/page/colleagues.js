// Who held posts in a body beside somebody.

/** Who held a post of a body where a person held one: `overlap` tells whether the years meet, or null where they are not known. */
function colleaguesOf(person) {
  const found = [];
  const postsOf = (node) => [...edgesOf(node)].filter((edge) => edge < FACTS && POSTS.has(relationOf(edge)));
  for (const mine of postsOf(person).filter((edge) => EDGES.a[edge] === person)) {
    for (const theirs of postsOf(EDGES.b[mine])) {
      if (EDGES.b[theirs] !== EDGES.b[mine] || EDGES.a[theirs] === person) continue;
      const [a, b] = [yearsOf(mine), yearsOf(theirs)];
      const overlap = a && b ? a[0] <= b[1] && b[0] <= a[1] : null;
      if (overlap !== false) found.push({ person: EDGES.a[theirs], body: EDGES.b[mine], fact: theirs, overlap });
    }
  }
  return found.sort((a, b) => Number(b.overlap) - Number(a.overlap) || factCount[b.person] - factCount[a.person] || a.fact - b.fact);
}
