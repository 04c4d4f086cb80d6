// Elements that people press or choose from. Each has data-action-id; those with a value know how to tell it.
import { h, icon } from '../dom.js';
import { confirmFirst } from '../parts/confirm.js';
import { overflow } from './overflow.js';
import { checkboxes, radios } from './choices.js';
import { datePicker, dateTimePicker, timePicker } from './pickers.js';
import { staticSelect } from './static-select.js';
import { multiSelect, peopleOrPlaces } from './selects.js';
import { textInput } from './text-inputs.js';
import { plainText } from './text.js';

const makers = {
  button, overflow, checkboxes, radio_buttons: radios,
  datepicker: datePicker, timepicker: timePicker, datetimepicker: dateTimePicker,
  static_select: staticSelect, multi_static_select: multiSelect,
  users_select: peopleOrPlaces, multi_users_select: peopleOrPlaces,
  channels_select: peopleOrPlaces, multi_channels_select: peopleOrPlaces,
  conversations_select: peopleOrPlaces, multi_conversations_select: peopleOrPlaces,
  plain_text_input: textInput, number_input: textInput, email_text_input: textInput, url_text_input: textInput,
};

const readers = new WeakMap();

export function element(one, block, context) {
  const kept = context.kept?.[block.block_id]?.[one.action_id];
  const press = (value, node) => confirmFirst(one.confirm, () => context.press?.({
    type: one.type, action_id: one.action_id, block_id: block.block_id, ...value,
  }, node));
  // In an input block nothing is sent before the form is, unless the block asks for it.
  const silent = block.type === 'input' && !block.dispatch_action;
  const made = (makers[one.type] ?? unknown)(one, { kept, press: silent ? () => {} : press, context, block });
  const node = made.node ?? made;
  node.dataset.actionId = one.action_id ?? '';
  if (made.read) readers.set(node, () => ({ type: one.type, ...made.read() }));
  return node;
}

// The state of all that has a value, in the shape of state.values.
export function readState(root) {
  const values = {};
  for (const node of root.querySelectorAll('[data-action-id]')) {
    const block = node.closest('[data-block-id]')?.dataset.blockId;
    if (readers.has(node) && block) (values[block] ??= {})[node.dataset.actionId] = readers.get(node)();
  }
  return values;
}

function button(one, { press }) {
  const style = one.style ? ` ${one.style}` : '';
  const pressed = event => press({ text: one.text, ...(one.value !== undefined ? { value: one.value } : {}) }, event.currentTarget);
  if (one.url) return h('a', { class: `button${style}`, href: one.url, target: '_blank', rel: 'noopener noreferrer', onclick: pressed }, plainText(one.text));
  return h('button', { type: 'button', class: `button${style}`, 'aria-label': one.accessibility_label, onclick: pressed },
    h('span', { class: 'button-label', dir: 'auto' }, plainText(one.text)), h('span', { class: 'spinner', 'aria-hidden': 'true' }));
}

function unknown(one) {
  return h('span', { class: 'quiet' }, icon('more'), `An element that this playground does not draw: ${one.type}`);
}
