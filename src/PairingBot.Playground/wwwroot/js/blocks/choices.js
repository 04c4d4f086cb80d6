import { h, newId } from '../dom.js';
import { textNodes } from './text.js';

export function radios(one, { kept, press }) {
  const name = newId('radio');
  let chosen = kept ? kept.selected_option : one.initial_option ?? null;
  const node = h('div', { class: 'choices', role: 'radiogroup' }, one.options.map(option => choice('radio', option, {
    name, checked: option.value === chosen?.value, onchange: () => { chosen = option; press({ selected_option: option }, node); },
  })));
  return { node, read: () => ({ selected_option: chosen }) };
}

export function checkboxes(one, { kept, press }) {
  const first = kept ? kept.selected_options : one.initial_options ?? [];
  const chosen = new Set(first.map(option => option.value));
  const read = () => ({ selected_options: one.options.filter(option => chosen.has(option.value)) });
  const node = h('div', { class: 'choices', role: 'group' }, one.options.map(option => choice('checkbox', option, {
    checked: chosen.has(option.value),
    onchange: event => {
      if (event.target.checked) chosen.add(option.value); else chosen.delete(option.value);
      press(read(), node);
    },
  })));
  return { node, read };
}

function choice(type, option, props) {
  const id = newId('choice');
  return h('div', { class: 'choice' },
    h('input', { type, id, value: option.value, 'data-value': option.value, 'aria-describedby': option.description ? `${id}-more` : null, ...props }),
    h('label', { for: id }, textNodes(option.text)),
    option.description ? h('small', { id: `${id}-more` }, textNodes(option.description)) : null);
}
