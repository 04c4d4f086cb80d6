// What a press does: the element waits, the bot is told, the page is drawn again.
import * as api from './api.js';
import { readState } from './blocks/elements.js';
import { h } from './dom.js';
import { store } from './store.js';

export const pressIn = (root, where, refresh) => async (action, node) => {
  node.classList.add('busy');
  node.setAttribute('aria-busy', 'true');
  root.querySelector(':scope > .trouble')?.remove();
  try {
    const { trouble } = await api.act({ as: store.as, ...where, action, state: readState(root) });
    if (trouble) root.append(h('p', { class: 'trouble', role: 'alert', 'data-test': 'trouble' }, trouble));
  } catch {
    root.append(h('p', { class: 'trouble', role: 'alert', 'data-test': 'trouble' }, 'The playground itself does not answer. Is it still running?'));
  } finally {
    node.classList.remove('busy');
    node.removeAttribute('aria-busy');
  }
  await refresh();
};
