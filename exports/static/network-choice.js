// The network as data: its nodes by name, what a filter chooses, what stands around a node. It draws nothing.
window.reformgraphChoice = (() => {
  'use strict';

  // Relations along which a chosen node takes others with it: not from one program to another.
  const ASIDE = ['implements', 'same policy as'];

  function read(data, said) {
    const nodes = data.nodes.map((row, index) => ({
      index,
      ...Object.fromEntries(data.columns.map((column, at) => [column, row[at]])),
      kindName: said.kinds[row[1]].name,
      out: [],
      back: [],
    }));
    const edges = data.edges.map(([from, to, relation], index) => ({
      index,
      from: nodes[from],
      to: nodes[to],
      relation,
    }));
    edges.forEach((edge) => {
      edge.from.out.push(edge);
      edge.to.back.push(edge);
    });
    return { nodes, edges };
  }

  const plain = (text) => text.normalize('NFKC').toLowerCase();

  // The names of a node by which it is found, those of its province and of its program among them.
  function words(node, data) {
    const around = node.kindName === 'pilot unit' ? node.out.map((edge) => edge.to) : [];
    const names = [node, ...around].flatMap(({ label, name, english, code }) => [label, name, english, code]);
    return plain([...names, ...(data.provinces[node.province] || [])].join('\n'));
  }

  const isIn = (node, filter) => !filter.province || node.province === filter.province;
  const outOf = (node, kind) => node.out.map((edge) => edge.to).filter((other) => other.kindName === kind);
  const programsOf = (node) => outOf(node, 'program');
  const placesOf = (node) => outOf(node, 'place');

  // What fits a filter by itself: units and consortia; programs and bodies only where nothing else is asked.
  function fits(node, filter) {
    const isOf = (programs) => !filter.program || programs.includes(filter.program);
    const isOfLevel = !filter.level || node.level === filter.level;
    if (node.kindName === 'pilot unit') return isOf(programsOf(node)) && isIn(node, filter) && isOfLevel;
    if (filter.level) return false;
    if (node.kindName === 'consortium') return isOf(programsOf(node)) && isIn(node, filter);
    if (node.kindName === 'program') {
      return isOf([node]) && (!filter.province || placesOf(node).some((place) => isIn(place, filter)));
    }
    return !filter.program && isIn(node, filter);
  }

  // The nodes that a filter leaves: those that fit, what they lead to, of the kinds that are wanted.
  function shown(nodes, filter, asideNumbers) {
    const chosen = new Set(nodes.filter((node) => fits(node, filter)));
    for (const node of chosen) {
      node.out.forEach((edge) => {
        if (!asideNumbers.has(edge.relation)) chosen.add(edge.to);
      });
    }
    return nodes.filter((node) => chosen.has(node) && filter.kinds.has(node.kind));
  }

  // What stands around a node: [what the relation is called from here, nodes], in the order of the relations.
  function around(node, said) {
    const groups = new Map();
    const put = (key, other) => groups.set(key, (groups.get(key) || new Set()).add(other));
    node.out.forEach(({ relation, to }) => put(`${String(relation).padStart(3, '0')} 0`, to));
    node.back.forEach(({ relation, from }) => {
      const [forth, back] = said.relations[relation].says;
      put(`${String(relation).padStart(3, '0')} ${forth === back ? 0 : 1}`, from); // a relation that goes both ways is one
    });
    return [...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, others]) => {
        const [relation, end] = key.split(' ').map(Number);
        return [said.relations[relation].says[end], [...others].sort((a, b) => a.index - b.index)];
      });
  }

  return { read, plain, words, shown, around, ASIDE };
})();
