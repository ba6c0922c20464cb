// The network as a picture, drawn by cytoscape.js where the positions in the data say. It decides nothing: it shows
// the nodes that it is given, and tells which one a reader clicks.
window.reformgraphPicture = (() => {
  'use strict';

  const NAMES_FROM = 7; // names smaller than this on the screen are left out
  const CLOSEST = 1.6;
  const MANY = 1500; // elements from which lines vanish while the picture moves
  const NARROW = 0.95; // width by height below which the boxes stand above the map

  function style(said) {
    return [
      {
        selector: 'node',
        style: {
          'background-color': 'data(colour)',
          label: 'data(label)',
          'font-family': 'system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif',
          'min-zoomed-font-size': NAMES_FROM,
          'text-wrap': 'wrap',
          'text-overflow-wrap': 'anywhere',
          color: '#1b2733',
        },
      },
      ...said.kinds.map(({ name, shape }) => ({ selector: `node[kind = "${name}"]`, style: { shape } })),
      {
        selector: 'node[kind = "place"]',
        style: {
          width: 14,
          height: 14,
          'font-size': 10,
          'text-valign': 'bottom',
          'text-margin-y': 2,
          'text-max-width': 48,
        },
      },
      { selector: 'node[kind = "pilot unit"]', style: { width: 22, height: 22, label: '' } },
      {
        selector: 'node[kind = "consortium"], node[kind = "institution"]',
        style: {
          width: 16,
          height: 16,
          'font-size': 10,
          'text-valign': 'bottom',
          'text-margin-y': 2,
          'text-max-width': 48,
        },
      },
      {
        selector: 'node.box',
        style: {
          width: 'data(wide)',
          height: 'data(high)',
          'font-size': 'data(letters)',
          'text-max-width': 'data(room)',
          'text-valign': 'center',
          color: '#fff',
          'min-zoomed-font-size': 5,
          'line-height': 1.25,
        },
      },
      {
        selector: 'node.province',
        style: {
          shape: 'round-rectangle',
          width: 'data(wide)',
          height: 'data(high)',
          'background-color': '#e3e8ed',
          'font-size': 'data(letters)',
          'font-weight': 600,
          'text-valign': 'center',
          'text-wrap': 'none',
          'text-margin-y': 0,
          'min-zoomed-font-size': 5,
        },
      },
      {
        selector: 'node.area',
        style: {
          shape: 'round-rectangle',
          width: 'data(wide)',
          height: 'data(high)',
          'background-color': '#f3f5f7',
          events: 'no',
          label: '',
          'z-index': 0,
          'z-index-compare': 'manual',
        },
      },
      {
        selector: 'node.elsewhere',
        style: {
          label: 'data(label)',
          'font-size': 'data(letters)',
          'text-valign': 'top',
          'text-margin-y': 'data(letters)',
          'min-zoomed-font-size': 5,
        },
      },
      {
        selector: 'edge',
        style: {
          width: 'data(wide)',
          'line-color': 'data(colour)',
          'line-style': 'data(line)',
          'curve-style': 'haystack',
          'haystack-radius': 0,
          opacity: 0.75,
          events: 'no',
        },
      },
      { selector: 'edge.many', style: { opacity: 0.3 } },
      {
        selector: 'edge.across',
        style: {
          'curve-style': 'unbundled-bezier',
          'control-point-distances': 'data(bend)',
          'control-point-weights': 0.5,
          'target-arrow-shape': 'triangle',
          'target-arrow-color': 'data(colour)',
          'arrow-scale': 2.5,
        },
      },
      { selector: '.far', style: { opacity: 0.2 } },
      { selector: 'edge.far', style: { opacity: 0.05 } },
      { selector: 'edge.near', style: { opacity: 0.9 } },
      { selector: 'node.chosen', style: { 'border-width': 3, 'border-color': '#1b2733', 'border-opacity': 1 } },
      { selector: 'node.gone, edge.gone', style: { display: 'none' } },
    ];
  }

  function make(container, { network, data, said, onChoose, onPoint }) {
    const layout = data.layouts[container.clientWidth / container.clientHeight < NARROW ? 'tall' : 'wide'];
    const narrow = layout === data.layouts.tall;
    const boxes = new Map(layout.boxes.map(([index, x, y, high]) => [index, { x, y, high }]));
    const language = said.language === 'en' ? 1 : 0;
    const colours = new Map(
      data.programs.map((program, turn) => [program, said.programColours[turn % said.programColours.length]]),
    );
    const provinceWide = new Map(data.areas.map(([code, , , wide]) => [code, wide]));
    const heading = data.heading * (narrow ? 0.8 : 0.65);

    const programOf = (node) =>
      node.kindName === 'program'
        ? node.index
        : node.out.map((edge) => edge.to).find((to) => to.kindName === 'program')?.index;
    const isProvince = (node) => node.kindName === 'place' && node.code !== '' && node.code === node.province;

    function element(node) {
      const box = boxes.get(node.index);
      const kind = said.kinds[node.kind];
      const colour = ['program', 'pilot unit'].includes(kind.name)
        ? colours.get(programOf(node)) || kind.colour
        : kind.colour;
      const common = {
        id: String(node.index),
        kind: kind.name,
        colour,
        label: (language && node.english) || node.label,
      };
      if (box) {
        return {
          group: 'nodes',
          classes: 'box',
          position: { x: box.x, y: box.y },
          data: {
            ...common,
            wide: layout.wide,
            high: box.high,
            letters: layout.letters,
            room: layout.wide - layout.letters * 0.8,
          },
        };
      }
      if (isProvince(node)) {
        const names = data.provinces[node.province];
        const wide = (provinceWide.get(node.province) || 200) - 16;
        return {
          group: 'nodes',
          classes: 'province',
          position: { x: node.x, y: node.y },
          data: {
            ...common,
            label: names[language],
            wide,
            high: data.heading - 8,
            letters: Math.min(heading, wide / (names[language].length * (language ? 0.74 : 1.05))),
          },
        };
      }
      return { group: 'nodes', position: { x: node.x, y: node.y }, data: common };
    }

    function line({ index, from, to, relation }) {
      const look = said.relations[relation];
      const isAcross = boxes.has(from.index) && boxes.has(to.index);
      const colour = look.colour || colours.get(programOf(from)) || '#0b5f96';
      const bend = isAcross && boxes.get(from.index).x === boxes.get(to.index).x ? layout.wide * 0.7 : 0;
      const wide = boxes.has(from.index) ? (look.wide * layout.letters) / 20 : look.wide;
      const classes = isAcross ? 'across' : boxes.has(to.index) ? 'many' : '';
      return {
        group: 'edges',
        classes,
        data: {
          id: `e${index}`,
          source: String(from.index),
          target: String(to.index),
          colour,
          wide,
          line: look.line,
          bend,
        },
      };
    }

    // A relation that goes both ways is one line; so are two relations of which one says more.
    const isDrawn = ({ index, from, to }) => !to.out.some((other) => other.to === from && other.index < index);

    const areas = data.areas.map(([code, left, top, wide, high]) => ({
      group: 'nodes',
      classes: code ? 'area' : 'area elsewhere',
      selectable: false,
      data: { id: `area${code}`, code, wide, high, letters: heading * 0.7, label: said.words.elsewhere },
      position: { x: left + wide / 2, y: top + high / 2 },
    }));

    const cy = cytoscape({
      container,
      elements: areas,
      style: style(said),
      layout: { name: 'preset', fit: false },
      minZoom: 0.002,
      maxZoom: 4,
      boxSelectionEnabled: false,
      autoungrabify: true,
      hideEdgesOnViewport: network.nodes.length + network.edges.length > MANY,
    });

    // The wheel alone scrolls the page; with Ctrl it zooms.
    container.parentElement.addEventListener(
      'wheel',
      (event) => {
        if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
      },
      { capture: true },
    );

    // What stands above the picture may have grown since cytoscape looked where it is.
    container.addEventListener('pointerenter', () => cy.resize());

    cy.on('tap', (event) => onChoose(event.target === cy ? null : network.nodes[Number(event.target.id())]));
    cy.on('mouseover mousemove', 'node', (event) =>
      onPoint(network.nodes[Number(event.target.id())], event.target.renderedPosition()),
    );
    cy.on('mouseout viewport', () => onPoint(null));

    // Shows these nodes and the lines among them; a node is made when it is first shown.
    function show(nodes) {
      const wanted = new Set(nodes);
      const lines = network.edges.filter((edge) => wanted.has(edge.from) && wanted.has(edge.to) && isDrawn(edge));
      const ids = new Set([...nodes.map((node) => String(node.index)), ...lines.map(({ index }) => `e${index}`)]);
      const places = new Set(nodes.filter((node) => !boxes.has(node.index)).map((node) => `area${node.province}`));
      cy.batch(() => {
        cy.add(nodes.filter((node) => cy.getElementById(String(node.index)).empty()).map(element));
        cy.add(lines.filter(({ index }) => cy.getElementById(`e${index}`).empty()).map(line));
        cy.elements().forEach((each) => {
          each.toggleClass('gone', !(ids.has(each.id()) || places.has(each.id())));
        });
      });
    }

    function light(node) {
      cy.batch(() => {
        cy.elements().removeClass('far near chosen');
        if (!node) return;
        const chosen = cy.getElementById(String(node.index));
        const near = chosen.closedNeighborhood();
        cy.elements().difference(near).not('.area').addClass('far');
        near.edges().addClass('near');
        chosen.addClass('chosen');
      });
    }

    const visible = () => cy.elements().not('.gone');
    function fit(node) {
      const wanted = node ? cy.getElementById(String(node.index)).closedNeighborhood().not('.gone') : visible();
      if (wanted.empty()) return;
      cy.fit(wanted, node ? 60 : 12);
      if (cy.zoom() > CLOSEST) cy.zoom({ level: CLOSEST, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
      if (node && cy.zoom() === CLOSEST) cy.center(wanted);
    }

    const zoom = (factor) =>
      cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
    const move = (x, y) => cy.panBy({ x, y });
    return { show, light, fit, zoom, move };
  }

  return { make };
})();
