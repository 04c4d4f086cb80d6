// Offers commands after "/" and colleagues after "@" while somebody writes.
import { h, newId } from './dom.js';
import { store } from './store.js';

const words = [
  ['join', 'Take part: one word is enough'], ['goal ', 'Say what you are trying to do'], ['settings', 'What you look for and offer, skills, hours, rhythm'],
  ['why', 'Why this person, or why nobody'], ['skip', 'Sit out the next round'], ['pause ', 'Take a break that ends by itself'], ['resume', 'Come back before that'],
  ['leave', 'Stop taking part'], ['admin', 'Run the program'], ['help', 'All that you can type'],
];

export function suggestions(field) {
  const id = newId('offer');
  const list = h('ul', { class: 'offer', role: 'listbox', id, hidden: true, 'aria-label': 'Suggestions' });
  let offers = [];
  let at = 0;
  field.setAttribute('aria-controls', id);
  field.addEventListener('blur', () => setTimeout(close, 120));

  function update() {
    offers = find(field.value.slice(0, field.selectionStart));
    at = 0;
    list.hidden = offers.length === 0;
    list.replaceChildren(...offers.map((one, index) => h('li', {
      role: 'option', id: `${id}-${index}`, onmousedown: event => { event.preventDefault(); take(one); },
    }, h('strong', { dir: 'auto' }, one.label), h('span', { class: 'quiet' }, one.detail))));
    mark();
  }

  function mark() {
    [...list.children].forEach((child, index) => child.setAttribute('aria-selected', String(index === at)));
    if (list.hidden) field.removeAttribute('aria-activedescendant'); else field.setAttribute('aria-activedescendant', `${id}-${at}`);
  }

  function take(one) {
    const rest = field.value.slice(field.selectionStart);
    field.value = one.text + rest;
    field.setSelectionRange(one.text.length, one.text.length);
    field.dispatchEvent(new Event('input'));
  }

  function close() { list.hidden = true; mark(); }

  // True when the key was for the list.
  function onKey(event) {
    if (list.hidden) return false;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') at = (at + (event.key === 'ArrowDown' ? 1 : -1) + offers.length) % offers.length;
    else if (event.key === 'Tab' && !event.shiftKey) take(offers[at]);
    else if (event.key === 'Enter' && offers[at].isName) take(offers[at]);
    else if (event.key === 'Escape') close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    mark();
    return true;
  }

  return { list, update, close, onKey };
}

function find(text) {
  const { command, people } = store.desk;
  const typed = text.toLowerCase();
  if (typed.startsWith('/') && !typed.slice(command.length + 1).includes(' ') && !text.includes('\n')) {
    return words.map(([word, detail]) => ({ label: `${command} ${word}`.trim(), text: `${command} ${word}`, detail }))
      .filter(one => one.text.startsWith(typed) && one.label !== typed.trim());
  }
  const name = /(?:^|\s)@([\p{L}\d._-]*)$/u.exec(text);
  if (!name) return [];
  const wanted = name[1].toLowerCase();
  return people.filter(one => !one.deleted && !one.is_bot && `${one.name} ${one.real_name}`.toLowerCase().includes(wanted))
    .sort((one, other) => other.name.startsWith(wanted) - one.name.startsWith(wanted)).slice(0, 6)
    .map(one => ({ label: one.real_name, detail: one.title, isName: true, text: `${text.slice(0, text.length - name[1].length)}${one.name} ` }));
}
