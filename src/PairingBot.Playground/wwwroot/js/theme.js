import { byId, icon } from './dom.js';

const dark = matchMedia('(prefers-color-scheme: dark)');
const current = () => document.documentElement.dataset.theme ?? (dark.matches ? 'dark' : 'light');

export function watchTheme() {
  const button = byId('theme');
  const show = () => {
    const next = current() === 'dark' ? 'light' : 'dark';
    button.replaceChildren(icon(next === 'dark' ? 'moon' : 'sun'));
    button.setAttribute('aria-label', `Use the ${next} colours`);
  };
  button.addEventListener('click', () => {
    const next = current() === 'dark' ? 'light' : 'dark';
    document.documentElement.dataset.theme = next;
    try { localStorage.setItem('theme', next); } catch { /* without storage the choice lasts as long as the page */ }
    show();
  });
  dark.addEventListener('change', show);
  show();
}
