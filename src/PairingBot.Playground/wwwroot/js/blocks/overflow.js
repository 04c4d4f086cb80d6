import { h, icon, newId } from '../dom.js';
import { plainText } from './text.js';

// The "more" menu: arrow keys move, Escape closes, a choice closes and gives the focus back.
export function overflow(one, { press }) {
  const id = newId('menu');
  const opener = h('button', { type: 'button', class: 'icon-button', 'aria-haspopup': 'menu', 'aria-expanded': 'false', 'aria-controls': id, 'aria-label': 'More', onclick: toggle }, icon('more'));
  const menu = h('div', { class: 'menu', role: 'menu', id, hidden: true, onkeydown: move }, one.options.map(option =>
    h('button', { type: 'button', role: 'menuitem', tabindex: '-1', 'data-value': option.value, onclick: () => choose(option) },
      plainText(option.text), option.description ? h('small', null, plainText(option.description)) : null)));
  const node = h('div', { class: 'overflow', onfocusout: event => { if (!node.contains(event.relatedTarget)) show(false); } }, opener, menu);

  function toggle() { show(menu.hidden); }

  function show(open) {
    menu.hidden = !open;
    opener.setAttribute('aria-expanded', String(open));
    if (open) menu.firstElementChild.focus();
  }

  function choose(option) {
    show(false);
    opener.focus();
    if (option.url) window.open(option.url, '_blank', 'noopener');
    press({ selected_option: option }, opener);
  }

  function move(event) {
    const items = [...menu.children];
    const at = items.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (event.key === 'Escape') { event.stopPropagation(); event.preventDefault(); show(false); opener.focus(); }
    else if (to !== undefined) { event.preventDefault(); items[(to + items.length) % items.length].focus(); }
  }

  return node;
}
