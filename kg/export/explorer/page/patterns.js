// What the shape of a view says: communities, and who stands between others. Pure functions over numbers.

/** Weights between the nodes of a view: for each node a map from neighbour to number of facts. */
function weightsOf(nodes, edges) {
  const weights = new Map([...nodes].map((node) => [node, new Map()]));
  const add = (a, b) => weights.get(a).set(b, (weights.get(a).get(b) ?? 0) + 1);
  for (const edge of edges) {
    const [a, b] = [EDGES.a[edge], EDGES.b[edge]];
    if (a === b) continue;
    add(a, b);
    add(b, a);
  }
  return weights;
}

const sumOf = (map) => [...map.values()].reduce((sum, value) => sum + value, 0);

/** One round of Louvain: nodes move, in order, to the neighbouring group that gains most modularity, until none moves. */
function moveNodes(weights) {
  const group = new Map([...weights.keys()].map((node) => [node, node]));
  const degree = new Map([...weights].map(([node, near]) => [node, sumOf(near)]));
  const total = new Map(degree);
  const all = sumOf(degree) || 1;
  let moved = true;
  for (let round = 0; moved && round < 20; round += 1) {
    moved = false;
    for (const [node, near] of weights) {
      const [own, weight] = [group.get(node), degree.get(node)];
      total.set(own, total.get(own) - weight);
      const ties = new Map([[own, 0]]);
      for (const [other, count] of near) if (other !== node) ties.set(group.get(other), (ties.get(group.get(other)) ?? 0) + count);
      const gain = (one) => ties.get(one) - (total.get(one) * weight) / all;
      const best = [...ties.keys()].reduce((a, b) => (gain(b) > gain(a) + 1e-9 ? b : a), own);
      group.set(node, best);
      total.set(best, total.get(best) + weight);
      moved ||= best !== own;
    }
  }
  return group;
}

/** The weights between groups; what lies inside one becomes a loop. */
function merged(weights, group) {
  const next = new Map();
  for (const [node, near] of weights) {
    const own = group.get(node);
    if (!next.has(own)) next.set(own, new Map());
    for (const [other, count] of near) {
      const theirs = group.get(other);
      next.get(own).set(theirs, (next.get(own).get(theirs) ?? 0) + count);
    }
  }
  return next;
}

/** Communities by modularity (Louvain), the largest first: lists of nodes. The same for the same view. */
function communitiesOf(nodes, edges) {
  let weights = weightsOf(nodes, edges);
  let of = new Map([...nodes].map((node) => [node, node]));
  for (let size = Infinity; weights.size < size; ) {
    ({ size } = weights);
    const group = moveNodes(weights);
    of = new Map([...of].map(([node, at]) => [node, group.get(at)]));
    weights = merged(weights, group);
  }
  const groups = [...grouped([...of].map(([node, group]) => [group, node])).values()];
  return groups.sort((a, b) => b.length - a.length || a[0] - b[0]);
}

/** For each node the number of shortest ways between others that lead over it (Brandes). */
function betweennessOf(nodes, edges) {
  const near = new Map([...weightsOf(nodes, edges)].map(([node, weights]) => [node, [...weights.keys()]]));
  const score = new Map([...nodes].map((node) => [node, 0]));
  for (const start of nodes) {
    const { order, far, ways } = waysFrom(start, near);
    const share = new Map(order.map((node) => [node, 0]));
    for (const node of order.reverse()) {
      for (const other of near.get(node)) {
        if (far.get(other) !== far.get(node) - 1) continue;
        share.set(other, share.get(other) + (ways.get(other) / ways.get(node)) * (1 + share.get(node)));
      }
      if (node !== start) score.set(node, score.get(node) + share.get(node) / 2);
    }
  }
  return score;
}

/** Breadth first from a node: the order of visits, distances, and numbers of shortest ways. */
function waysFrom(start, near) {
  const [order, far, ways] = [[start], new Map([[start, 0]]), new Map([[start, 1]])];
  for (const node of order) {
    for (const other of near.get(node)) {
      if (!far.has(other)) {
        far.set(other, far.get(node) + 1);
        ways.set(other, 0);
        order.push(other);
      }
      if (far.get(other) === far.get(node) + 1) ways.set(other, ways.get(other) + ways.get(node));
    }
  }
  return { order, far, ways };
}
