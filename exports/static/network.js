// The page of the network: filters, the list of what is shown, the details of the node that is chosen.
// The address names the node: network.html#node=IRI. The list and the details say all that the picture shows.
(() => {
  'use strict';

  const { read, plain, words, shown, around, ASIDE } = window.reformgraphChoice;
  const byId = (id) => document.getElementById(id);
  const data = window.reformgraphNetwork;
  const said = JSON.parse(byId('said').textContent);
  const language = said.language === 'en' ? 1 : 0;
  const AT_FIRST = 60; // entries of a kind in the list, and neighbours by a relation
  const STEP = 80; // pixels that an arrow key moves the picture
  const HASH = '#node=';

  const network = read(data, said);
  const { nodes } = network;
  const aside = new Set(ASIDE.map((name) => said.relationNames.indexOf(name)));
  const isLarge = nodes.length > said.most;
  const form = byId('filters');
  const kindBoxes = [...form.querySelectorAll('input[name=kind]')];
  let chosen = null;

  // ---- Words -----------------------------------------------------------------------------------------------------------
  const fill = (key, values) =>
    Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, () => value), said.words[key]);
  const nameOf = (node) => (language && node.english) || node.name || node.label;
  const tagOf = (node) => (language && node.english ? 'en' : 'zh-Hans');
  const labelOf = (table, value) => (table[value] ? table[value][language] : value);
  const provinceName = (code) => (data.provinces[code] ? data.provinces[code][language] : '');

  // What tells a node from others of its name: a unit's program and level.
  function beside(node) {
    if (node.kindName !== 'pilot unit') return '';
    const programs = node.out
      .map((edge) => edge.to)
      .filter((other) => other.kindName === 'program')
      .map(nameOf);
    return [...programs, labelOf(data.levels, node.level)].filter(Boolean).join(' · ');
  }

  function made(name, text, attributes = {}) {
    const element = document.createElement(name);
    if (text !== '') element.textContent = text;
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    return element;
  }

  // ---- Filters ---------------------------------------------------------------------------------------------------------
  function offer(select, options) {
    options.forEach(([value, text, tag]) =>
      select.append(made('option', text, tag ? { value, lang: tag } : { value })),
    );
  }

  function offerAll() {
    offer(
      byId('program'),
      data.programs.map((index) => [index, nameOf(nodes[index]), tagOf(nodes[index])]),
    );
    offer(
      byId('level'),
      Object.keys(data.levels).map((level) => [level, labelOf(data.levels, level)]),
    );
    const present = new Set(nodes.map((node) => node.province));
    offer(
      byId('province'),
      Object.keys(data.provinces)
        .filter((code) => present.has(code))
        .sort()
        .map((code) => [code, provinceName(code)]),
    );
  }

  function begin() {
    const smaller = new Set(['program', 'agency']);
    kindBoxes.forEach((box) => {
      box.checked = !isLarge || smaller.has(said.kinds[Number(box.value)].name);
    });
  }

  function filter() {
    const program = byId('program').value;
    return {
      program: program === '' ? null : nodes[Number(program)],
      level: byId('level').value,
      province: byId('province').value,
      kinds: new Set(kindBoxes.filter((box) => box.checked).map((box) => Number(box.value))),
    };
  }

  // ---- The list ----------------------------------------------------------------------------------------------------------
  function chooser(node) {
    const button = made('button', nameOf(node), { type: 'button', lang: tagOf(node) });
    if (node === chosen) button.setAttribute('aria-current', 'true');
    button.addEventListener('click', () => go(node, true));
    const item = made('li');
    item.append(button);
    if (beside(node)) item.append(made('small', beside(node)));
    return item;
  }

  // A list of which the first entries are shown; a button shows the others.
  function listed(all, entry) {
    const list = made('ul', '', { class: 'choices' });
    list.append(...all.slice(0, AT_FIRST).map(entry));
    if (all.length > AT_FIRST) {
      const more = made('button', fill('more', { n: all.length }), { type: 'button' });
      const item = made('li');
      item.append(more);
      list.append(item);
      more.addEventListener('click', () => {
        const rest = all.slice(AT_FIRST).map(entry);
        item.replaceWith(...rest);
        rest[0].querySelector('a, button').focus();
      });
    }
    return list;
  }

  function list(found) {
    const groups = said.kinds.map(({ title }, kind) => [title, found.filter((node) => node.kind === kind)]);
    byId('list').replaceChildren(
      ...groups
        .filter(([, those]) => those.length)
        .flatMap(([title, those]) => {
          const heading = made('h3', `${title} `);
          heading.append(made('small', String(those.length)));
          return [heading, listed(those, chooser)];
        }),
    );
  }

  // ---- Details of the node that is chosen --------------------------------------------------------------------------------
  function properties(node) {
    const rows = [
      [said.words.code, node.code],
      [said.words.level, labelOf(data.levels, node.level)],
      [said.words.division, labelOf(data.divisions, node.division)],
      [said.words.province, provinceName(node.province)],
      [said.words.is_pilot, node.is_pilot === '' ? '' : said.words[node.is_pilot ? 'yes' : 'no']],
      [said.words.units, node.units === '' ? '' : String(node.units)],
    ].filter(([, value]) => value);
    const terms = made('dl');
    terms.append(...rows.flatMap(([name, value]) => [made('dt', name), made('dd', value)]));
    return terms;
  }

  function linked(node, text = nameOf(node)) {
    return node.path
      ? made('a', text, { href: `../${node.path}.html`, lang: tagOf(node) })
      : made('span', text, { lang: tagOf(node) });
  }

  function neighbour(node) {
    const item = made('li');
    const button = made('button', '◎', {
      type: 'button',
      'aria-label': fill('show', { name: nameOf(node) }),
      title: fill('show', { name: nameOf(node) }),
    });
    button.addEventListener('click', () => go(node, true));
    item.append(button, linked(node));
    if (beside(node)) item.append(made('small', beside(node)));
    return item;
  }

  function details() {
    const panel = byId('panel');
    if (!chosen) {
      panel.replaceChildren(made('p', said.words.choose));
      return;
    }
    const title = made('h3', nameOf(chosen), { lang: tagOf(chosen) });
    const kind = made('p', said.kinds[chosen.kind].one, { class: 'kind' });
    const actions = made('p', '', { class: 'actions' });
    if (chosen.path) actions.append(made('a', said.words.page, { href: `../${chosen.path}.html` }));
    const clear = made('button', said.words.clear, { type: 'button' });
    clear.addEventListener('click', () => go(null, false));
    actions.append(clear);
    const groups = around(chosen, said);
    const number = new Set(groups.flatMap(([, others]) => others)).size;
    panel.replaceChildren(kind, title, actions, properties(chosen), made('p', fill('neighbours', { n: number })));
    groups.forEach(([relation, others]) => {
      const heading = made('h4', `${relation} `);
      heading.append(made('small', String(others.length)));
      panel.append(heading, listed(others, neighbour));
    });
  }

  // ---- Everything together -----------------------------------------------------------------------------------------------
  byId('network').hidden = false; // the picture takes the size of its place
  const picture = window.reformgraphPicture.make(byId('picture'), {
    network,
    data,
    said,
    onChoose: (node) => go(node, false),
    onPoint: point,
  });
  const searched = nodes.map((node) => words(node, data));

  function point(node, at) {
    const tip = byId('tip');
    tip.hidden = !node;
    if (!node) return;
    tip.textContent = [nameOf(node), said.kinds[node.kind].one, beside(node)].filter(Boolean).join(' · ');
    tip.style.left = `${Math.min(at.x + 12, byId('picture').clientWidth - 180)}px`;
    tip.style.top = `${at.y + 14}px`;
  }

  function refresh() {
    const wanted = shown(nodes, filter(), aside);
    const question = plain(byId('find').value).split(/\s+/u).filter(Boolean);
    const found = wanted.filter((node) => question.every((word) => searched[node.index].includes(word)));
    byId('shown').textContent = found.length ? fill('count', { n: found.length, all: nodes.length }) : said.words.none;
    list(found);
    const drawn = new Set(found);
    if (chosen) [chosen, ...around(chosen, said).flatMap(([, others]) => others)].forEach((node) => drawn.add(node)); // what is chosen is always shown
    picture.show([...drawn]);
    picture.light(chosen);
  }

  // Makes a node the chosen one, by the address: so the way back leads to the one before.
  let isToFit = false;
  function go(node, fits) {
    isToFit = fits;
    const hash = node ? HASH + encodeURIComponent(node.iri) : '';
    if (hash) location.hash = hash;
    else history.replaceState(null, '', location.pathname + location.search);
    const otherLanguage = document.querySelector('.top .language a');
    if (otherLanguage) otherLanguage.hash = location.hash;
    if (node === chosen || !node) choose(node);
  }

  function named() {
    if (!location.hash.startsWith(HASH)) return null;
    try {
      const iri = decodeURIComponent(location.hash.slice(HASH.length));
      return nodes.find((node) => node.iri === iri) || null;
    } catch (error) {
      if (error instanceof URIError) return null; // an address that somebody cut off
      throw error;
    }
  }

  function choose(node) {
    const wasList = document.activeElement && byId('list').contains(document.activeElement);
    chosen = node;
    refresh();
    details();
    if (isToFit) picture.fit(node);
    if (node && isToFit) byId('details-title').focus({ preventScroll: !wasList });
    isToFit = false;
  }

  function wire() {
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('change', (event) => {
      if (event.target === byId('find')) return; // leaving the box changes nothing: a list made anew would lose the click
      refresh();
      picture.fit(null);
    });
    let waiting = 0;
    byId('find').addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        refresh();
        picture.fit(null);
      }, 150);
    });
    form.addEventListener('reset', () =>
      setTimeout(() => {
        begin();
        go(null, false);
        picture.fit(null);
      }),
    );
    byId('zoom-in').addEventListener('click', () => picture.zoom(1.4));
    byId('zoom-out').addEventListener('click', () => picture.zoom(1 / 1.4));
    byId('fit').addEventListener('click', () => picture.fit(null));
    byId('picture').addEventListener('keydown', (event) => {
      const move = { ArrowLeft: [STEP, 0], ArrowRight: [-STEP, 0], ArrowUp: [0, STEP], ArrowDown: [0, -STEP] }[
        event.key
      ];
      const zoom = { '+': 1.4, '=': 1.4, '-': 1 / 1.4 }[event.key];
      if (move) picture.move(...move);
      else if (zoom) picture.zoom(zoom);
      else if (event.key === '0') picture.fit(null);
      else return;
      event.preventDefault();
    });
    window.addEventListener('hashchange', () => {
      const node = named();
      if (node !== chosen) choose(node);
    });
  }

  offerAll();
  begin();
  wire();
  chosen = named();
  refresh();
  details();
  picture.fit(chosen);
  byId('large').textContent = fill('large', { all: nodes.length });
  byId('large').hidden = !isLarge;
})();
