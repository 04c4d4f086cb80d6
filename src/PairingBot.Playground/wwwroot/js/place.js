// The middle of the page: a conversation or the bot's Home tab.
import { byId, draw, h, icon } from './dom.js';
import { blockList } from './blocks/blocks.js';
import { pressIn } from './press.js';
import { drawComposer } from './composer.js';
import { drawMessages } from './messages.js';
import { avatar } from './parts/avatar.js';
import { personOr, place, placeName, store } from './store.js';

export function drawPlace(refresh) {
  drawHead();
  const isHome = store.open === 'home';
  byId('main').classList.toggle('at-home', isHome);
  if (isHome) drawHome(refresh); else drawMessages(refresh);
  drawComposer(refresh);
}

function drawHead() {
  const { bot } = store.desk;
  const isBot = store.open === 'home' || store.open === bot.dm;
  const found = place(store.open);
  const key = JSON.stringify([store.as, store.open, found?.members.length]);
  draw(byId('place-head'), key, () => {
    if (isBot) return [avatar(personOr(bot.id)), title(bot.name, store.open === 'home' ? 'Home: only you see this page' : 'Direct messages: only you and the bot')];
    const isChannel = found.kind === 'channel';
    const faces = found.members.filter(id => id !== bot.id && id !== store.as).slice(0, 3).map(id => avatar(personOr(id)));
    return [
      isChannel ? h('span', { class: 'place-sign', 'aria-hidden': 'true' }, '#') : h('span', { class: 'faces' }, faces),
      title(isChannel ? found.name : placeName(found.id), isChannel ? `${found.members.length} people · ${found.topic}` : `With you and ${bot.name}`),
    ];
  });
}

const title = (name, more) => h('div', { class: 'place-title' }, h('h2', { dir: 'auto', 'data-test': 'place-title' }, name), h('p', { class: 'quiet' }, more));

function drawHome(refresh) {
  const { home, bot } = store.desk;
  const content = byId('content');
  if (!home) {
    draw(content, `home-none-${store.as}`, () => h('div', { class: 'empty', 'data-test': 'home-empty' },
      icon('home'), h('h3', null, 'This page is still empty'),
      h('p', null, `${bot.name} draws it when you open it for the first time. If nothing appears, is the bot running?`)));
    return;
  }
  draw(content, `home-${store.as}-${home.hash}`, () => {
    const view = h('div', { class: 'home', 'data-test': 'home', 'data-view-id': home.id });
    view.append(blockList(home.blocks, { press: pressIn(view, { view: home.id }, refresh) }));
    return view;
  });
}
