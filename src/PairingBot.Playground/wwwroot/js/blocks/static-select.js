import { h } from '../dom.js';
import { plainText } from './text.js';

export function staticSelect(one, { kept, press, block }) {
  const all = (one.option_groups ?? [{ options: one.options }]).flatMap(group => group.options);
  const first = kept ? kept.selected_option : one.initial_option;
  const placeholder = plainText(one.placeholder) || 'Choose';
  const option = item => h('option', { value: item.value, selected: item.value === first?.value }, plainText(item.text));
  const chosen = () => all.find(item => item.value === node.value) ?? null;
  const node = h('select', {
    class: 'field-control', 'aria-label': block.type === 'input' ? null : placeholder,
    onchange: () => { if (chosen()) press({ selected_option: chosen() }, node); },
  },
  h('option', { value: '', selected: !first, disabled: block.type === 'input' && !block.optional }, placeholder),
  one.option_groups
    ? one.option_groups.map(group => h('optgroup', { label: plainText(group.label) }, group.options.map(option)))
    : one.options.map(option));
  return { node, read: () => ({ selected_option: chosen() }) };
}
