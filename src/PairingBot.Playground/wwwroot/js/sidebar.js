// Who sits here, whose desks there are, and the conversations of the one at this desk.
import { byId, draw, h, icon } from './dom.js';
import { walk } from './api.js';
import { avatar } from './parts/avatar.js';
import { me, now, placeName, store } from './store.js';
import { clockTime } from './time.js';

export function drawSidebar(go) {
  drawPeople(go);
  drawMe();
  drawPlaces(go);
}

function drawPeople(go) {
  const people = store.desk.people.filter(one => one.can_sign_in);
  const minute = clockTime(now(), 'UTC');
  const key = JSON.stringify([store.as, minute, people.map(one => [one.id, one.unread, one.unread_in, one.title, one.real_name])]);
  draw(byId('people'), key, () => people.map(one => personRow(one, go)));
  filterPeople();
}

function personRow(one, go) {
  const waiting = one.unread && one.id !== store.as ? one.unread : 0;
  const words = `${one.real_name}, ${one.title}, ${clockTime(now(), one.tz)} there${waiting ? `, ${waiting} unread` : ''}`;
  return h('li', { 'data-name': `${one.real_name} ${one.name} ${one.title}`.toLowerCase() },
    h('button', {
      type: 'button', class: 'person', 'data-test': `person-${one.id}`, 'aria-current': one.id === store.as ? 'true' : null, title: words,
      onclick: () => go(one.id, waiting ? one.unread_in : store.open === 'home' ? 'home' : 'dm'),
    },
    h('span', { class: 'person-face' }, avatar(one), waiting ? badge(waiting) : null),
    h('span', { class: 'person-text' },
      h('span', { class: 'person-name', dir: 'auto' }, one.real_name),
      h('span', { class: 'person-title' }, one.title)),
    h('span', { class: 'person-time' }, clockTime(now(), one.tz))));
}

function filterPeople() {
  const wanted = byId('people-filter').value.trim().toLowerCase();
  for (const row of byId('people').children) row.hidden = !row.dataset.name.includes(wanted);
}

function drawMe() {
  const one = me();
  draw(byId('me'), JSON.stringify([one.id, one.real_name, one.title]), () => [
    avatar(one, 'large'),
    h('div', { class: 'me-text' },
      h('span', { class: 'quiet' }, 'You are'),
      h('strong', { dir: 'auto', 'data-test': 'me' }, one.real_name),
      h('span', { class: 'quiet' }, one.title + (one.is_admin ? ' · set up the bot' : '')))]);
}

function drawPlaces(go) {
  const { bot, conversations, other_channels: others } = store.desk;
  const key = JSON.stringify([store.as, store.open, conversations.map(one => [one.id, one.unread, one.members.length]), store.desk.people.length, others.map(one => one.id)]);
  const channels = conversations.filter(one => one.kind === 'channel');
  const groups = conversations.filter(one => one.kind === 'group');
  const dm = conversations.find(one => one.id === bot.dm);
  draw(byId('places'), key, () => [
    group(bot.name, [
      row('home', 'Home', icon('home'), 0, go),
      row(bot.dm, 'Messages', icon('chat'), dm?.unread ?? 0, go, `Direct conversation with ${bot.name}`),
    ]),
    group('Your conversations', groups.length
      ? groups.toReversed().map(one => row(one.id, placeName(one.id), icon('people'), one.unread, go))
      : [h('li', { class: 'places-empty' }, 'None yet. Your first match opens one.')]),
    group('Channels', channels.map(one => row(one.id, one.name, h('span', { class: 'hash', 'aria-hidden': 'true' }, '#'), one.unread, go, one.topic))),
    others.length ? group('Channels to join', others.map(one => joinRow(one, go))) : null,
  ].filter(Boolean));
}

const group = (title, rows) => h('section', { 'aria-label': title }, h('h2', null, title), h('ul', null, rows));

function row(id, name, sign, unread, go, words) {
  return h('li', null, h('button', {
    type: 'button', class: unread ? 'place unread' : 'place', 'data-test': id === store.desk.bot.dm ? 'open-dm' : `open-${id}`,
    'aria-current': id === store.open ? 'page' : null, title: words,
    onclick: () => go(store.as, id),
  }, sign, h('span', { class: 'place-name', dir: 'auto' }, name), unread ? badge(unread) : null));
}

// Coming in tells the bot, if it is in there; typing /leave in the channel goes out again.
function joinRow(channel, go) {
  return h('li', null, h('button', {
    type: 'button', class: 'place', 'data-test': `join-${channel.id}`, title: channel.topic, 'aria-label': `Join ${channel.name}`,
    onclick: async () => { await walk(store.as, channel.id, true); await go(store.as, channel.id); },
  }, h('span', { class: 'hash', 'aria-hidden': 'true' }, '+'), h('span', { class: 'place-name', dir: 'auto' }, channel.name)));
}

const badge = count => h('span', { class: 'badge', 'data-test': 'unread' }, count > 99 ? '99+' : String(count), h('span', { class: 'sr' }, ' unread'));

// On a phone both lists live in a drawer.
export function watchDrawer() {
  const button = byId('menu');
  button.append(icon('menu'));
  const show = open => {
    document.body.classList.toggle('drawer-open', open);
    button.setAttribute('aria-expanded', String(open));
  };
  button.addEventListener('click', () => show(!document.body.classList.contains('drawer-open')));
  document.addEventListener('keydown', event => { if (event.key === 'Escape') show(false); });
  byId('main').addEventListener('click', () => show(false));
  byId('people-filter').addEventListener('input', filterPeople);
}
