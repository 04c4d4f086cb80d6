import { h, newId } from '../dom.js';
import { plainText, textNodes } from '../blocks/text.js';

// The question "are you sure?", when an element has one.
export function confirmFirst(confirm, go) {
  if (!confirm) return go();
  const id = newId('confirm');
  const answer = yes => { dialog.close(); dialog.remove(); if (yes) go(); };
  const dialog = h('dialog', { class: 'modal small', 'aria-labelledby': id, 'data-test': 'confirm', oncancel: event => { event.preventDefault(); answer(false); } },
    h('header', { class: 'modal-head' }, h('h2', { id }, plainText(confirm.title))),
    h('div', { class: 'modal-body' }, textNodes(confirm.text)),
    h('footer', { class: 'modal-foot' },
      h('button', { type: 'button', class: 'button', 'data-test': 'confirm-no', onclick: () => answer(false) }, plainText(confirm.deny)),
      h('button', { type: 'button', class: `button ${confirm.style ?? 'primary'}`, 'data-test': 'confirm-yes', onclick: () => answer(true) }, plainText(confirm.confirm))));
  document.body.append(dialog);
  dialog.showModal();
  return null;
}
