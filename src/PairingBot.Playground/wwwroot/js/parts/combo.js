// A searchable list of one or several: the combobox pattern, with chosen ones as chips that a press removes.
import { h, icon, newId } from '../dom.js';
import { avatar } from './avatar.js';

const fold = text => (text ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export function combo({ items, first, several, most, placeholder, labelled, onpick, read }) {
  const id = newId('list');
  let chosen = [...first];
  let shown = [];
  let at = -1;
  const chips = h('div', { class: 'chips' });
  const input = h('input', {
    class: 'combo-input', role: 'combobox', type: 'text', autocomplete: 'off', 'aria-expanded': 'false', 'aria-autocomplete': 'list',
    'aria-controls': id, 'aria-label': labelled ? null : placeholder, placeholder,
    oninput: () => open(), onclick: () => open(), onkeydown: onKey, onblur: () => setTimeout(shut, 120),
  });
  const list = h('ul', { class: 'combo-list', role: 'listbox', id, hidden: true, 'aria-label': placeholder, 'aria-multiselectable': several ? 'true' : null });
  const node = h('div', { class: 'combo field-control', onclick: event => { if (event.target === node || event.target === chips) input.focus(); } }, chips, input, list);

  function drawChips() {
    chips.replaceChildren(...chosen.map(value => {
      const item = items.find(one => one.value === value) ?? { label: value };
      return h('button', { type: 'button', class: 'chip', 'data-value': value, 'aria-label': `Remove ${item.label}`, onclick: () => toggle(value) },
        h('span', { dir: 'auto' }, item.label), icon('close'));
    }));
    input.placeholder = chosen.length ? '' : placeholder;
  }

  function open() {
    const wanted = fold(input.value);
    shown = items.filter(item => fold(`${item.label} ${item.detail} ${item.extra ?? ''}`).includes(wanted)).slice(0, 50);
    at = wanted && shown.length ? 0 : -1;
    list.replaceChildren(...(shown.length ? shown.map(option) : [h('li', { class: 'quiet combo-none' }, 'Nothing found')]));
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    mark();
  }

  function option(item, index) {
    return h('li', {
      role: 'option', id: `${id}-${index}`, 'data-value': item.value, 'aria-selected': String(chosen.includes(item.value)),
      onmousedown: event => { event.preventDefault(); toggle(item.value); },
    }, item.person ? avatar(item.person) : null, h('span', { class: 'combo-text', dir: 'auto' }, item.label, item.detail ? h('small', null, item.detail) : null),
    chosen.includes(item.value) ? icon('check') : null);
  }

  function mark() {
    [...list.children].forEach((child, index) => child.classList.toggle('at', index === at));
    if (at >= 0) input.setAttribute('aria-activedescendant', `${id}-${at}`); else input.removeAttribute('aria-activedescendant');
    list.children[at]?.scrollIntoView({ block: 'nearest' });
  }

  function toggle(value) {
    if (chosen.includes(value)) chosen = chosen.filter(one => one !== value);
    else chosen = several ? most && chosen.length >= most ? chosen : [...chosen, value] : [value];
    input.value = '';
    drawChips();
    input.focus();
    if (several) open(); else shut();
    onpick(chosen, node);
  }

  function shut() {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  function onKey(event) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) open();
      at = (at + (event.key === 'ArrowDown' ? 1 : -1) + shown.length) % Math.max(shown.length, 1);
      mark();
    } else if (event.key === 'Enter' && !list.hidden && shown[at]) {
      event.preventDefault();
      event.stopPropagation();
      toggle(shown[at].value);
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      shut();
    } else if (event.key === 'Backspace' && input.value === '' && chosen.length) toggle(chosen.at(-1));
  }

  drawChips();
  return { node, read: () => read(chosen) };
}
