// A searchable list of one or several: the combobox pattern, with chosen ones as chips that a press removes.
import { h, icon, newId } from '../dom.js';
import { avatar } from './avatar.js';

const fold = text => (text ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export const combo = options => {
  const made = new Combo(options);
  return { node: made.node, read: () => options.read(made.chosen) };
};

class Combo {
  shown = [];
  at = -1;
  id = newId('list');

  constructor(options) {
    Object.assign(this, options);
    this.chosen = [...options.first];
    this.chips = h('div', { class: 'chips' });
    this.input = h('input', {
      class: 'combo-input', role: 'combobox', type: 'text', autocomplete: 'off', 'aria-expanded': 'false', 'aria-autocomplete': 'list',
      'aria-controls': this.id, 'aria-label': this.labelled ? null : this.placeholder,
      oninput: () => this.open(), onclick: () => this.open(), onkeydown: event => this.onKey(event), onblur: () => setTimeout(() => this.shut(), 120),
    });
    this.list = h('ul', { class: 'combo-list', role: 'listbox', id: this.id, hidden: true, 'aria-label': this.placeholder, 'aria-multiselectable': this.several ? 'true' : null });
    this.node = h('div', { class: 'combo field-control', onclick: event => { if (event.target === this.node) this.input.focus(); } }, this.chips, this.input, this.list);
    this.drawChips();
  }

  open() {
    const wanted = fold(this.input.value);
    this.shown = this.items.filter(item => fold(`${item.label} ${item.detail} ${item.extra ?? ''}`).includes(wanted)).slice(0, 50);
    this.at = wanted && this.shown.length ? 0 : -1;
    this.list.replaceChildren(...(this.shown.length ? this.shown.map((item, index) => this.option(item, index)) : [h('li', { class: 'quiet combo-none' }, 'Nothing found')]));
    this.list.hidden = false;
    this.input.setAttribute('aria-expanded', 'true');
    this.mark();
    this.list.scrollIntoView({ block: 'nearest' });
  }

  shut() {
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }

  option(item, index) {
    const isChosen = this.chosen.includes(item.value);
    return h('li', {
      role: 'option', id: `${this.id}-${index}`, 'data-value': item.value, 'aria-selected': String(isChosen),
      onmousedown: event => { event.preventDefault(); this.toggle(item.value); },
    }, item.person ? avatar(item.person) : null,
    h('span', { class: 'combo-text', dir: 'auto' }, item.label, item.detail ? h('small', null, item.detail) : null),
    isChosen ? icon('check') : null);
  }

  mark() {
    [...this.list.children].forEach((child, index) => child.classList.toggle('at', index === this.at));
    if (this.at >= 0) this.input.setAttribute('aria-activedescendant', `${this.id}-${this.at}`);
    else this.input.removeAttribute('aria-activedescendant');
    this.list.children[this.at]?.scrollIntoView({ block: 'nearest' });
  }

  toggle(value) {
    if (this.chosen.includes(value)) this.chosen = this.chosen.filter(one => one !== value);
    else if (!this.several) this.chosen = [value];
    else if (!this.most || this.chosen.length < this.most) this.chosen = [...this.chosen, value];
    this.input.value = '';
    this.drawChips();
    this.input.focus();
    if (this.several) this.open(); else this.shut();
    this.onpick(this.chosen, this.node);
  }

  drawChips() {
    this.chips.replaceChildren(...this.chosen.map(value => {
      const { label } = this.items.find(one => one.value === value) ?? { label: value };
      return h('button', { type: 'button', class: 'chip', 'data-value': value, 'aria-label': `Remove ${label}`, onclick: () => this.toggle(value) },
        h('span', { dir: 'auto' }, label), icon('close'));
    }));
    this.input.placeholder = this.chosen.length ? '' : this.placeholder;
  }

  onKey(event) {
    const isOpen = !this.list.hidden;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') this.step(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Enter' && isOpen && this.shown[this.at]) this.toggle(this.shown[this.at].value);
    else if (event.key === 'Escape' && isOpen) this.shut();
    else {
      if (event.key === 'Backspace' && this.input.value === '' && this.chosen.length) this.toggle(this.chosen.at(-1));
      return;
    }
    // The key was for the list: the form must not be sent and the modal must not be closed by it.
    event.preventDefault();
    event.stopPropagation();
  }

  step(by) {
    if (this.list.hidden) this.open();
    this.at = (this.at + by + this.shown.length) % Math.max(this.shown.length, 1);
    this.mark();
  }
}
