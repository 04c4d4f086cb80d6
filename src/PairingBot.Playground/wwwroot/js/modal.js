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
  const opener = shown?.opener ?? document.activeElement;
  shown?.remove();
  shown = view ? new Modal(view, key, refresh) : null;
  if (shown) shown.show(opener);
  else if (opener?.isConnected) opener.focus();
  else document.querySelector('[data-test="composer"]')?.focus();
}

class Modal {
  isDone = false;

  constructor(view, key, refresh) {
    Object.assign(this, { view, key, refresh, as: store.as, titleId: newId('modal') });
    this.body = h('div', { class: 'modal-body' });
    this.body.append(blockList(view.blocks, { kept: typed.get(view.id), press: pressIn(this.body, { view: view.id }, refresh) }));
    this.trouble = h('p', { class: 'trouble', role: 'alert', 'data-test': 'modal-trouble' });
    this.submit = view.submit ? h('button', { type: 'submit', class: 'button primary', 'data-test': 'modal-submit' },
      h('span', { class: 'button-label' }, plainText(view.submit)), h('span', { class: 'spinner', 'aria-hidden': 'true' })) : null;
    this.form = h('form', {
      class: 'modal-form', novalidate: true,
      onsubmit: event => { event.preventDefault(); this.send(); },
      onkeydown: event => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); this.send(); } },
    }, this.head(), this.body, this.trouble, this.foot());
    this.dialog = h('dialog', {
      class: 'modal', 'aria-labelledby': this.titleId, 'data-test': 'modal', 'data-callback-id': view.callback_id, 'data-view-id': view.id,
      oncancel: event => { event.preventDefault(); if (event.target === this.dialog) this.leave(true); },
    }, this.form);
  }

  head() {
    return h('header', { class: 'modal-head' },
      h('h2', { id: this.titleId, dir: 'auto', 'data-test': 'modal-title' }, plainText(this.view.title)),
      h('button', { type: 'button', class: 'icon-button', 'aria-label': 'Close', 'data-test': 'modal-x', onclick: () => this.leave(true) }, icon('close')));
  }

  foot() {
    const words = plainText(this.view.close) || (this.view.previous_view_id ? 'Back' : 'Close');
    return h('footer', { class: 'modal-foot' },
      h('button', { type: 'button', class: 'button', 'data-test': 'modal-close', onclick: () => this.leave(false) }, words), this.submit);
  }

  show(opener) {
    this.opener = opener;
    document.body.append(this.dialog);
    this.dialog.showModal();
    const wanted = this.view.blocks.find(block => block.element?.focus_on_load)?.block_id;
    const place = (wanted && this.body.querySelector(`[data-block-id="${CSS.escape(wanted)}"]`)) || this.body;
    (place.querySelector('input,textarea,select') ?? place.querySelector('button') ?? this.submit ?? this.dialog.querySelector('[data-test="modal-close"]')).focus({ preventScroll: !wanted });
  }

  // What was typed is kept by view, so that an update or a view pushed above it does not lose it.
  remove() {
    if (this.isDone) typed.delete(this.view.id);
    else typed.set(this.view.id, readState(this.form));
    this.dialog.close();
    this.dialog.remove();
  }

  async leave(all) {
    this.isDone = true;
    await api.close(this.as, this.view.id, all).catch(() => null);
    await this.refresh();
  }

  async send() {
    if (!this.submit || this.submit.classList.contains('busy')) return;
    const values = readState(this.form);
    const gaps = missing(this.form, this.view.blocks, values);
    showErrors(this.form, gaps);
    if (Object.keys(gaps).length) return;
    this.trouble.textContent = '';
    this.submit.classList.add('busy');
    const outcome = await api.submit(this.as, this.view.id, values).catch(() => ({ outcome: 'trouble', trouble: 'The playground itself does not answer.' }));
    this.submit.classList.remove('busy');
    if (outcome.outcome === 'errors') showErrors(this.form, outcome.errors);
    else if (outcome.outcome === 'trouble') this.trouble.textContent = outcome.trouble;
    else this.isDone = outcome.outcome === 'closed' || outcome.outcome === 'cleared';
    await this.refresh();
  }
}
