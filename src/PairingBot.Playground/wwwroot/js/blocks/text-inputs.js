import { h } from '../dom.js';
import { plainText } from './text.js';

const types = { plain_text_input: 'text', number_input: 'number', email_text_input: 'email', url_text_input: 'url' };

export function textInput(one, { kept, press }) {
  const value = kept ? kept.value : one.initial_value;
  const props = {
    class: 'field-control', value: value ?? '', placeholder: plainText(one.placeholder) || null, dir: 'auto',
    maxlength: one.max_length, minlength: one.min_length, min: one.min_value, max: one.max_value,
    step: one.type === 'number_input' ? one.is_decimal_allowed ? 'any' : '1' : null,
    autocomplete: 'off',
  };
  const field = one.multiline ? h('textarea', { ...props, rows: 3 }) : h('input', { ...props, type: types[one.type] });
  const read = () => ({ value: field.value.trim() === '' ? null : field.value });
  field.addEventListener('keydown', event => { if (event.key === 'Enter' && !one.multiline) press(read(), field); });
  return { node: field, read };
}
