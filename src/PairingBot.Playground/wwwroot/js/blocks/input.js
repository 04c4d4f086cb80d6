import { h, newId } from '../dom.js';
import { element } from './elements.js';
import { plainText } from './text.js';

const grouped = ['radio_buttons', 'checkboxes'];

// One question of a form: its label, its field, a hint, how much room is left, and what is wrong with the answer.
export function inputBlock(block, context) {
  const id = newId('field');
  const field = element(block.element, block, context);
  const control = field.querySelector('input[role=combobox]') ?? field;
  const isGroup = grouped.includes(block.element.type);
  const label = h(isGroup ? 'div' : 'label', { class: 'label', id: `${id}-label`, for: isGroup ? null : id },
    plainText(block.label), block.optional ? h('span', { class: 'quiet' }, ' (optional)') : null);
  if (!isGroup) control.id = id;
  else control.setAttribute('aria-labelledby', `${id}-label`);
  control.setAttribute('aria-describedby', [block.hint && `${id}-hint`, `${id}-error`].filter(Boolean).join(' '));
  // A group of checkboxes has no such attribute; its label says what is optional.
  if (!block.optional && block.element.type !== 'checkboxes') control.setAttribute('aria-required', 'true');
  const mend = event => clear(event.currentTarget);
  return h('div', { 'data-required': block.optional ? null : 'true', oninput: mend, onchange: mend },
    label, field, left(block.element, field),
    block.hint ? h('div', { class: 'hint', id: `${id}-hint` }, plainText(block.hint)) : null,
    h('div', { class: 'error', id: `${id}-error`, role: 'alert', 'data-test': 'input-error' }));
}

function left(one, field) {
  if (!one.max_length || one.type !== 'plain_text_input') return null;
  const node = h('div', { class: 'left', 'aria-hidden': 'true' });
  // Only where the end comes near: a count under every field would be noise.
  const tell = () => { node.textContent = field.value.length > one.max_length * .7 ? `${field.value.length} of ${one.max_length}` : ''; };
  field.addEventListener('input', tell);
  tell();
  return node;
}

// What is being mended is no longer wrong, as far as anybody can tell before the next try.
function clear(block) {
  block.classList.remove('wrong');
  block.querySelector('.error').textContent = '';
  block.querySelector('[aria-invalid]')?.removeAttribute('aria-invalid');
}

export function showErrors(form, errors) {
  let first = null;
  for (const block of form.querySelectorAll('.block-input')) {
    const text = errors[block.dataset.blockId];
    const control = block.querySelector('[aria-describedby]');
    block.querySelector('.error').textContent = text ?? '';
    block.classList.toggle('wrong', Boolean(text));
    if (text) control?.setAttribute('aria-invalid', 'true'); else control?.removeAttribute('aria-invalid');
    if (text) first ??= control;
  }
  (first?.matches('[role=radiogroup],[role=group]') ? first.querySelector('input') : first)?.focus();
  // The question and what is wrong with the answer belong into view with the field.
  first?.closest('.block-input').scrollIntoView({ block: 'nearest' });
}

// What Slack's own client refuses before it sends anything.
export function missing(form, blocks, values) {
  const errors = {};
  for (const block of blocks.filter(one => one.type === 'input')) {
    const value = values[block.block_id]?.[block.element.action_id] ?? {};
    const answer = Object.entries(value).find(([name]) => name === 'value' || name.startsWith('selected_'))?.[1];
    const isEmpty = answer === null || answer === undefined || answer === '' || (Array.isArray(answer) && answer.length === 0);
    const control = form.querySelector(`[data-block-id="${CSS.escape(block.block_id)}"] [aria-describedby]`);
    if (isEmpty && !block.optional) errors[block.block_id] = 'Please complete this required field.';
    else if (!isEmpty && block.element.min_length > String(answer).length) errors[block.block_id] = `Please write at least ${block.element.min_length} characters.`;
    else if (control?.validity && !control.validity.valid) errors[block.block_id] = control.validationMessage;
  }
  return errors;
}
