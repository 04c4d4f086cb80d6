// Three things to try, on the first visit.
import { fill } from './composer.js';
import { byId, draw, h } from './dom.js';
import { store } from './store.js';

const key = 'hints-closed';
let closed = read();

export function drawHints(go) {
  draw(byId('hints'), closed ? 'closed' : `open-${store.as}-${store.open}`, () => closed ? [] : panel(go));
}

function panel(go) {
  const mira = store.desk.people.find(one => one.name === 'mira') ?? store.desk.people[0];
  return h('aside', { class: 'hints', 'aria-label': 'Three things to try', 'data-test': 'hints' },
    h('header', null, h('h2', null, 'Three things to try'),
      h('button', { type: 'button', class: 'link', 'data-test': 'hints-close', onclick: () => close(go) }, 'Got it')),
    h('ol', null,
      step('Join', `${mira.real_name} has not joined yet. Sit at her desk and write one word.`, `${store.desk.command} join`,
        async () => { await go(mira.id, 'dm'); fill(`${store.desk.command} join`); }),
      step('Let a week pass', 'The bot runs its round: matches, introductions, nudges.', '+1 week', () => document.querySelector('[data-advance="P1W"]').click()),
      step('See it from the other side', 'A number beside a face means news. Sit there, answer, look back.', 'Find them', () => {
        document.body.classList.add('drawer-open');
        (document.querySelector('.people .badge')?.closest('button') ?? document.querySelector('.person'))?.focus();
      })));
}

const step = (title, text, action, onclick) => h('li', null, h('strong', null, title), h('p', null, text),
  h('button', { type: 'button', class: 'button small', onclick }, action));

function close(go) {
  closed = true;
  try { localStorage.setItem(key, 'yes'); } catch { /* without storage they come back with the next visit */ }
  drawHints(go);
}

function read() {
  try { return localStorage.getItem(key) === 'yes'; } catch { return false; }
}
