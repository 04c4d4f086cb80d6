// Starts the page: reads the address, asks for the desk, draws it, and listens for changes.
import * as api from './api.js';
import { store } from './store.js';
import { drawSidebar, watchDrawer } from './sidebar.js';
import { drawPlace } from './place.js';
import { watchScroll } from './messages.js';
import { drawModal } from './modal.js';
import { drawClock, watchClock } from './clock.js';
import { drawHints } from './hints.js';
import { watchTheme } from './theme.js';

let busy = false;
let again = false;
let visited = '';

export async function refresh() {
  if (busy) { again = true; return; }
  busy = true;
  try {
    do {
      again = false;
      await load();
    } while (again);
  } finally {
    busy = false;
  }
}

async function load() {
  const seat = `${store.as}|${store.open}`;
  const desk = await api.desk(store.as, store.open);
  if (seat !== `${store.as}|${store.open}`) { again = true; return; }
  store.desk = desk;
  store.as = desk.me;
  store.skew = Date.parse(desk.now) - Date.now();
  const asked = store.open;
  store.open = settle(asked);
  if (store.open !== asked) { again = true; return; }
  drawAll();
  tellBot();
  readUp();
}

// "dm" stands for the bot's DM, and so does a place that this person is not in.
function settle(open) {
  const isHere = open === 'home' || open === store.desk.bot.dm || store.desk.conversations.some(place => place.id === open);
  return isHere ? open : store.desk.bot.dm;
}

function drawAll() {
  document.title = `${store.desk.people.find(one => one.id === store.as).real_name} · ${store.desk.team} playground`;
  drawSidebar(go);
  drawPlace(refresh);
  drawHints(go);
  drawModal(refresh);
  drawClock();
}

// Slack tells the bot on each visit to its Home tab or its messages; so do we, once a visit.
function tellBot() {
  const visit = `${store.as}|${store.open}`;
  if (visit === visited) return;
  visited = visit;
  if (store.open === 'home') api.visit(store.as, 'home');
  else if (store.open === store.desk.bot.dm) api.visit(store.as, 'messages');
}

// After a while the bot would be told again, and draw the Home tab anew.
function visitAgain() {
  visited = '';
  return refresh();
}

function readUp() {
  const place = store.desk.conversations.find(one => one.id === store.open);
  if (place?.unread > 0 && document.visibilityState === 'visible') api.markRead(store.as, place.id);
}

export function go(as, open, { replace = false } = {}) {
  store.as = as;
  store.open = open;
  const url = `?as=${as}&open=${open}`;
  if (replace) history.replaceState(null, '', url); else history.pushState(null, '', url);
  document.body.classList.remove('drawer-open');
  return refresh();
}

function readAddress() {
  const asked = new URLSearchParams(location.search);
  store.as = asked.get('as') ?? 'mira';
  store.open = asked.get('open') ?? 'dm';
}

function listen() {
  let timer = 0;
  const feed = new EventSource('playground/feed');
  feed.onmessage = () => { clearTimeout(timer); timer = setTimeout(refresh, 40); };
}

readAddress();
watchTheme();
watchClock(go, refresh, visitAgain);
watchDrawer();
watchScroll();
window.addEventListener('popstate', () => { readAddress(); refresh(); });
document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') refresh(); });
await refresh();
listen();
