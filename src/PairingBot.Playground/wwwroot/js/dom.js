// Builds elements. Text always becomes a text node, so nothing that a person or the bot wrote is ever read as HTML.
export function h(tag, props, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) set(node, name, value);
  node.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return node;
}

function set(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
  else if (name === 'class') node.className = value;
  else if (name === 'value') node.value = value;
  else node.setAttribute(name, value === true ? '' : value);
}

export const byId = id => document.getElementById(id);

let count = 0;
export const newId = prefix => `${prefix}-${++count}`;

// Redraws a region only when what it shows has changed, and gives the focus back to what had it.
export function draw(region, key, make) {
  if (region.dataset.key === key) return false;
  region.dataset.key = key;
  const focused = region.contains(document.activeElement) ? document.activeElement.dataset.test : null;
  region.replaceChildren(...[make()].flat(Infinity).filter(Boolean));
  if (focused) region.querySelector(`[data-test="${CSS.escape(focused)}"]`)?.focus();
  return true;
}

const shapes = {
  menu: 'M3 5h14M3 10h14M3 15h14',
  home: 'M3 9.5 10 4l7 5.5V16a1 1 0 0 1-1 1h-3.5v-4.5h-5V17H4a1 1 0 0 1-1-1z',
  chat: 'M3.5 5.5a2 2 0 0 1 2-2h9a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H9l-3.5 3v-3a2 2 0 0 1-2-2z',
  people: 'M7.5 9.5a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5zM2.5 16c.3-2.8 2.3-4.3 5-4.3s4.700 1.5 5 4.300M13 4.300a2.600 2.600 0 0 1 0 5M14.500 12c1.800.5 2.800 1.900 3 4',
  eye: 'M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5zM10 12.200a2.200 2.200 0 1 0 0-4.400 2.200 2.200 0 0 0 0 4.400z',
  send: 'M3.500 3.500 17 10 3.500 16.500 6 10zM6 10h5',
  close: 'M5 5l10 10M15 5 5 15',
  sun: 'M10 13.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM10 1.800v2M10 16.200v2M1.800 10h2M16.200 10h2M4.200 4.200l1.400 1.400M14.400 14.400l1.400 1.400M15.800 4.200l-1.400 1.400M5.600 14.400l-1.400 1.400',
  moon: 'M16.500 12A7 7 0 0 1 8 3.500a7 7 0 1 0 8.500 8.500z',
  more: 'M4.500 10h.01M10 10h.01M15.500 10h.01',
  check: 'M4 10.500 8 14.500 16 6',
};

export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('class', `icon icon-${name}`);
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', shapes[name]);
  svg.append(path);
  return svg;
}
