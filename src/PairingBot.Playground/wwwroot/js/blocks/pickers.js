import { h } from '../dom.js';
import { plainText } from './text.js';

// The browser's own pickers: known to everybody, usable by keyboard, and good on a phone.
function picker(type, field, toValue = text => text || null, toText = value => value ?? '') {
  return (one, { kept, press, block }) => {
    const first = kept ? kept[field] : one[`initial_${field.slice('selected_'.length)}`];
    const node = h('input', {
      type, class: 'field-control picker-native', value: toText(first),
      'aria-label': block.type === 'input' ? null : plainText(one.placeholder) || { date: 'Date', time: 'Time' }[type] || 'Date and time',
      onchange: () => { if (node.value) press({ [field]: toValue(node.value) }, node); },
    });
    return { node, read: () => ({ [field]: toValue(node.value) }) };
  };
}

const pad = number => String(number).padStart(2, '0');

function localText(seconds) {
  if (!seconds) return '';
  const at = new Date(seconds * 1000);
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}T${pad(at.getHours())}:${pad(at.getMinutes())}`;
}

export const datePicker = picker('date', 'selected_date');
export const timePicker = picker('time', 'selected_time');
export const dateTimePicker = picker('datetime-local', 'selected_date_time', text => text ? Math.floor(new Date(text) / 1000) : null, localText);
