// Search: finds things and questions by their names, other names, codes and what they belong to.
// data/search.js holds the entries; MiniSearch indexes them when the page opens.
(() => {
  'use strict';

  // ---- What is better: the one place in which results are weighed -------------------------------------------------
  const FIELDS = { name: 5, english: 5, codes: 8, others: 3, belongs: 0.6 };
  const KINDS = { program: 3, place: 2, unit: 1.6, agency: 1.6, document: 1.3 };
  const EXACT = 4; // the whole name is what was asked
  const BEGINS = 1.5;
  const WRONG = [0, 1, 2]; // letters of a Latin word that may be wrong: more only where nothing is found
  const FUZZY_FROM = 5; // letters that such a word has at least
  const ENOUGH = 0.5; // part of the words that a result has at least if none has all
  const EMPTY = new Set('a an and are at by for from in is of on or the to with'.split(' ')); // words that ask nothing

  // ---- Words: Han by single characters and pairs, other letters by words -------------------------------------------
  const plain = (text) => text.normalize('NFKC').toLowerCase();
  const isHan = (word) => /^\p{Script=Han}/u.test(word);
  const runs = (text) =>
    plain(text).match(
      /\p{Script=Han}+|[\p{Script=Latin}\p{M}]+|\p{N}+|[^\p{Script=Han}\p{Script=Latin}\p{N}\p{P}\p{S}\p{Z}\p{C}]+/gu,
    ) || [];
  const pairs = (letters) => letters.slice(1).map((letter, index) => letters[index] + letter);

  function wordsOfEntry(text) {
    return runs(text).flatMap((run) => (isHan(run) ? [...run, ...pairs([...run])] : [run]));
  }

  // In a question a single character counts only where it stands alone: 州 alone would find every 州 for 滦州.
  function wordsOfQuestion(text) {
    const all = runs(text);
    const asked = all.filter((run) => !EMPTY.has(run));
    return (asked.length ? asked : all).flatMap((run) => (isHan(run) && [...run].length > 1 ? pairs([...run]) : [run]));
  }

  // ---- The index ----------------------------------------------------------------------------------------------------
  const data = window.reformgraphSearch;
  const said = JSON.parse(document.getElementById('said').textContent);
  const english = said.language === 'en';
  const entries = data.entries.map((row) =>
    Object.fromEntries(data.columns.map((column, index) => [column, row[index]])),
  );
  const isCode = (name) => /^\d+$/.test(name);
  const called = (entry) => [entry.name, entry.english, ...entry.others];
  const wholes = (entry) => entry.belongs.map((index) => entries[index]);

  function indexed(entry, id) {
    const around = wholes(entry).flatMap((whole) => [whole, ...wholes(whole)]);
    return {
      id,
      name: entry.name,
      english: entry.english,
      codes: entry.others.filter(isCode).join(' '),
      others: entry.others.filter((name) => !isCode(name)).join('\n'),
      belongs: [...new Set(around)].flatMap(called).join('\n'),
    };
  }

  const index = new MiniSearch({ fields: Object.keys(FIELDS), tokenize: wordsOfEntry, processTerm: (word) => word });
  index.addAll(entries.map(indexed));

  function nearness(entry, question) {
    const names = called(entry).map(plain);
    if (names.includes(question)) return EXACT;
    return names.some((name) => name.startsWith(question)) ? BEGINS : 1;
  }

  function find(text) {
    const question = plain(text).trim();
    const words = [...new Set(wordsOfQuestion(question))];
    const ask = (combineWith, wrong) =>
      index.search(question, {
        combineWith,
        boost: FIELDS,
        tokenize: wordsOfQuestion,
        prefix: (word) => !isHan(word) && word.length > 1,
        fuzzy: (word) => (/^\p{Script=Latin}/u.test(word) && word.length >= FUZZY_FROM ? wrong : 0),
      });
    // Hebie is Hebei, but Hebei is not Hubei: letters may be wrong only where nothing has them right
    let results = [];
    for (const wrong of WRONG) results = results.length ? results : ask('AND', wrong);
    const hasAll = results.length > 0;
    if (!hasAll && words.some(isHan)) {
      const partly = ask('OR', 0);
      const most = Math.max(words.length * ENOUGH, ...partly.map((each) => each.queryTerms.length));
      results = partly.filter((each) => each.queryTerms.length >= most);
    }
    const weighed = results.map(({ id, score, terms }) => {
      const entry = entries[id];
      return { id, entry, terms, score: score * (KINDS[data.kinds[entry.kind][0]] || 1) * nearness(entry, question) };
    });
    return { hasAll, results: weighed.sort((a, b) => b.score - a.score || a.id - b.id) };
  }

  // ---- The page -------------------------------------------------------------------------------------------------------
  const AT_FIRST = 10; // results of a kind
  const form = document.getElementById('find');
  const box = document.getElementById('query');
  const count = document.getElementById('count');
  const found = document.getElementById('found');
  const lists = document.getElementById('lists');

  function made(name, text, attributes = {}) {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    return element;
  }

  // Puts a text into an element, with the words that were found marked.
  function marked(element, text, terms) {
    const escaped = [...terms]
      .sort((a, b) => b.length - a.length)
      .map((term) => term.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'));
    const lit = new Array(text.length).fill(false);
    if (escaped.length) {
      // looking ahead lets pairs overlap: 医疗 and 疗集 mark 医疗集
      for (const match of text.matchAll(new RegExp(`(?=(${escaped.join('|')}))`, 'giu'))) {
        lit.fill(true, match.index, match.index + match[1].length);
      }
    }
    for (let start = 0, end = 0; start < text.length; start = end) {
      while (end < text.length && lit[end] === lit[start]) end += 1;
      const piece = text.slice(start, end);
      element.append(lit[start] ? made('mark', piece) : piece);
    }
    return element;
  }

  const isShown = (text, terms) => terms.some((term) => plain(text).includes(term));

  function item({ entry, terms }) {
    const line = made('li');
    const name = (english && entry.english) || entry.name;
    const other = name === entry.name ? entry.english : entry.name;
    const link = made('a', '', { href: `${entry.path}.html`, lang: name === entry.name ? 'zh-Hans' : 'en' });
    line.append(marked(link, name, terms));
    const rest = made('small');
    if (other)
      rest.append(' ', marked(made('span', '', { lang: other === entry.name ? 'zh-Hans' : 'en' }), other, terms));
    const matching = entry.others.filter(
      (each) => isShown(each, terms) && !name.includes(each) && !other.includes(each),
    );
    if (matching.length)
      rest.append(' (', marked(made('span', '', { lang: 'zh-Hans' }), matching.slice(0, 3).join('、'), terms), ')');
    wholes(entry)
      .filter((whole) => !name.startsWith(whole.name))
      .forEach((whole) => {
        rest.append(' · ', marked(made('span', '', { lang: 'zh-Hans' }), whole.name, terms));
      });
    line.append(rest);
    return line;
  }

  function group(results) {
    const section = made('section');
    const heading = made('h2', `${data.kinds[results[0].entry.kind][english ? 2 : 1]} `);
    heading.append(made('small', String(results.length)));
    const list = made('ul', '', { class: 'list' });
    list.append(...results.slice(0, AT_FIRST).map(item));
    section.append(heading, list);
    if (results.length > AT_FIRST) {
      const more = made('button', said.words.more.replace('{n}', results.length), { type: 'button' });
      more.addEventListener('click', () => {
        const rest = results.slice(AT_FIRST).map(item);
        list.append(...rest);
        more.remove();
        rest[0].querySelector('a').focus();
      });
      section.append(more);
    }
    return section;
  }

  function counted({ hasAll, results }, text) {
    if (!results.length) return said.words.none.replace('{q}', () => text);
    if (!hasAll) return said.words.some.replace('{n}', results.length);
    return results.length === 1 ? said.words.one : said.words.count.replace('{n}', results.length);
  }

  const otherLanguage = document.querySelector('.top .language a');

  function show() {
    const text = box.value.trim();
    const answer = text ? find(text) : { hasAll: true, results: [] };
    const groups = new Map();
    answer.results.forEach((result) =>
      groups.set(result.entry.kind, [...(groups.get(result.entry.kind) || []), result]),
    );
    found.replaceChildren(...[...groups.values()].map(group));
    count.textContent = text ? counted(answer, text) : '';
    lists.hidden = answer.results.length > 0;
    const address = text ? `?q=${encodeURIComponent(text)}` : location.pathname.split('/').pop();
    history.replaceState(null, '', address);
    if (otherLanguage) otherLanguage.search = text ? address : '';
  }

  function move(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [box, ...found.querySelectorAll('a')];
    const at = stops.indexOf(document.activeElement);
    if (event.key === 'Escape' && at > 0) box.focus();
    if (!step || at < 0 || !stops[at + step]) return;
    event.preventDefault();
    stops[at + step].focus();
  }

  let waiting = 0;
  box.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 120);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    show();
  });
  document.addEventListener('keydown', move);
  form.hidden = false;
  document.documentElement.classList.add('searching');
  box.value = new URLSearchParams(location.search).get('q') || '';
  show();
  if (!location.hash) box.focus();
})();
