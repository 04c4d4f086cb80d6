// Where one writes: Enter sends, Shift and Enter makes a new line, "/" and "@" offer what there is.
import * as api from './api.js';
import { byId, draw, h, icon } from './dom.js';
import { placeName, store } from './store.js';
import { suggestions } from './suggest.js';

const drafts = new Map();

export function drawComposer(refresh) {
  const box = byId('composer-box');
  if (store.open === 'home') { draw(box, 'none', () => []); return; }
  draw(box, `${store.as}|${store.open}`, () => form(refresh));
}

export function fill(text) {
  const field = document.querySelector('[data-test="composer"]');
  if (!field) return;
  field.value = text;
  field.dispatchEvent(new Event('input'));
  field.focus();
}

function form(refresh) {
  const seat = `${store.as}|${store.open}`;
  const where = store.open === store.desk.bot.dm ? `Message ${store.desk.bot.name}` : `Write to ${placeName(store.open)}`;
  const field = h('textarea', {
    class: 'composer-field', rows: 1, dir: 'auto', value: drafts.get(seat) ?? '', 'data-test': 'composer', 'aria-label': where,
    placeholder: `${where}, or type ${store.desk.command}`, oninput: () => { drafts.set(seat, field.value); grow(field); offer.update(); },
    onkeydown: event => {
      if (offer.onKey(event)) return;
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); send(); }
    },
  });
  const offer = suggestions(field);
  const button = h('button', { type: 'submit', class: 'send', 'aria-label': 'Send', 'data-test': 'send' }, icon('send'), h('span', { class: 'spinner', 'aria-hidden': 'true' }));
  const trouble = h('p', { class: 'trouble', role: 'alert' });

  async function send() {
    const text = field.value.trim();
    if (!text || button.classList.contains('busy')) return;
    button.classList.add('busy');
    field.value = '';
    drafts.delete(seat);
    grow(field);
    offer.close();
    trouble.textContent = '';
    try {
      await api.say(...seat.split('|'), text);
    } catch {
      field.value = text;
      trouble.textContent = 'This could not be sent: the playground does not answer.';
    }
    button.classList.remove('busy');
    await refresh();
  }

  return [trouble, h('form', { class: 'composer', onsubmit: event => { event.preventDefault(); send(); field.focus(); } }, offer.list, field, button)];
}

function grow(field) {
  field.style.height = 'auto';
  field.style.height = `${Math.min(field.scrollHeight, 160)}px`;
}
