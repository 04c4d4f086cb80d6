import { h } from '../dom.js';
import { store } from '../store.js';

const tints = 12;

// One tint a person, from the id, so that it never changes.
const tint = id => [...id].reduce((sum, sign) => (sum * 31 + sign.codePointAt(0)) % 9973, 7) % tints;

function initials(person) {
  const words = person.real_name.split(/[\s(]+/).filter(Boolean);
  const picked = words.length > 1 ? [words[0], words.at(-1)] : [words[0] ?? '?'];
  return picked.map(one => [...one.replace(/^(ال)/, '')][0] ?? '').join('').toUpperCase();
}

export function avatar(person, size = '') {
  const isBot = person.id === store.desk?.bot.id;
  return h('span', { class: `avatar ${size} ${isBot ? 'is-bot' : `tint-${tint(person.id)}`}`, 'aria-hidden': 'true' },
    isBot ? h('img', { src: 'icon.svg', alt: '' }) : initials(person));
}
