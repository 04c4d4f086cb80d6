// The form that the bot has opened for this person. The browser's own dialog keeps the focus inside.
import * as api from './api.js';
import { h, icon, newId } from './dom.js';
import { blockList } from './blocks/blocks.js';
import { readState } from './blocks/elements.js';
import { missing, showErrors } from './blocks/input.js';
import { plainText } from './blocks/text.js';
import { pressIn } from './press.js';
import { store } from './store.js';

const typed = new Map();
let shown = null;

export function drawModal(refresh) {
  const view = store.desk.views.at(-1);
  const key = view ? `${store.as}|${view.id}|${view.hash}` : null;
  if (shown?.key === key) return;
  if (shown) take(shown);
  shown = view ? open(view, key, refresh) : null;
}

// What was typed is kept by view, so that an update or a view pushed above it does not lose it.
function take(old) {
  if (!old.isDone) typed.set(old.view.id, readState(old.form));
  old.dialog.close();
  old.dialog.remove();
  old.before?.focus?.();
}

function open(view, key, refresh) {
  const before = shown?.before ?? document.activeElement;
  const titleId = newId('modal');
  const form = h('form', { class: 'modal-form', novalidate: true, onsubmit: event => { event.preventDefault(); send(); } });
  const dialog = h('dialog', {
    class: 'modal', 'aria-labelledby': titleId, 'data-test': 'modal', 'data-callback-id': view.callback_id, 'data-view-id': view.id,
    oncancel: event => { event.preventDefault(); if (event.target === dialog) leave(true); },
  }, form);
  const submit = view.submit ? h('button', { type: 'submit', class: 'button primary', 'data-test': 'modal-submit' },
    h('span', { class: 'button-label' }, plainText(view.submit)), h('span', { class: 'spinner', 'aria-hidden': 'true' })) : null;
  const trouble = h('p', { class: 'trouble', role: 'alert', 'data-test': 'modal-trouble' });
  const body = h('div', { class: 'modal-body' });
  body.append(blockList(view.blocks, { kept: typed.get(view.id), press: pressIn(body, { view: view.id }, refresh) }));
  form.append(
    h('header', { class: 'modal-head' }, h('h2', { id: titleId, 'data-test': 'modal-title' }, plainText(view.title)),
      h('button', { type: 'button', class: 'icon-button', 'aria-label': 'Close', 'data-test': 'modal-x', onclick: () => leave(true) }, icon('close'))),
    body, trouble,
    h('footer', { class: 'modal-foot' },
      h('button', { type: 'button', class: 'button', 'data-test': 'modal-close', onclick: () => leave(false) }, plainText(view.close) || (view.previous_view_id ? 'Back' : 'Close')), submit));
  form.addEventListener('keydown', event => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); send(); } });
  document.body.append(dialog);
  dialog.showModal();
  focusFirst(view, body, dialog);
  const mine = { key, view, form, dialog, before, isDone: false };
  return mine;

  async function leave(all) {
    mine.isDone = true;
    typed.delete(view.id);
    await api.close(store.as, view.id, all);
    await refresh();
  }

  async function send() {
    if (!submit || submit.classList.contains('busy')) return;
    const values = readState(form);
    const gaps = missing(form, view.blocks, values);
    showErrors(form, gaps);
    if (Object.keys(gaps).length) return;
    trouble.textContent = '';
    submit.classList.add('busy');
    const outcome = await api.submit(store.as, view.id, values).catch(() => ({ outcome: 'trouble', trouble: 'The playground itself does not answer.' }));
    submit.classList.remove('busy');
    if (outcome.outcome === 'errors') showErrors(form, outcome.errors);
    else if (outcome.outcome === 'trouble') trouble.textContent = outcome.trouble;
    else if (outcome.outcome !== 'pushed') { mine.isDone = true; typed.delete(view.id); }
    await refresh();
  }
}

function focusFirst(view, body, dialog) {
  const wanted = view.blocks.find(block => block.element?.focus_on_load)?.block_id;
  const field = (wanted && body.querySelector(`[data-block-id="${CSS.escape(wanted)}"]`) || body).querySelector('input,textarea,select,button');
  (field ?? dialog.querySelector('[data-test="modal-submit"],[data-test="modal-close"]'))?.focus({ preventScroll: !wanted });
}
