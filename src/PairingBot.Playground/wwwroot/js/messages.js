// The messages of a conversation. Each is redrawn only when it has changed, so that what is half chosen stays.
import { byId, draw, h, icon } from './dom.js';
import { blockList } from './blocks/blocks.js';
import { emoji } from './emoji.js';
import { mrkdwn } from './mrkdwn.js';
import { avatar } from './parts/avatar.js';
import { pressIn } from './press.js';
import { personOr, place, store } from './store.js';
import { clockTime, dayKey, longDay, ofTs, pretty } from './time.js';

let atEnd = true;
let height = 0;

// Whoever reads the newest message keeps it in view when the page around it changes its size.
export function watchScroll() {
  const scroll = byId('scroll');
  scroll.addEventListener('scroll', () => {
    // A scroll that comes with a change of size is the browser's doing, not the reader's.
    if (scroll.clientHeight === height) atEnd = scroll.scrollHeight - scroll.scrollTop - height < 80;
  });
  new ResizeObserver(() => {
    height = scroll.clientHeight;
    if (atEnd && store.open !== 'home') scroll.scrollTop = scroll.scrollHeight;
  }).observe(scroll);
}

export function drawMessages(refresh) {
  const content = byId('content');
  const scroll = byId('scroll');
  const seat = `${store.as}|${store.open}`;
  if (store.desk.messages.length === 0) {
    draw(content, `none|${seat}`, empty);
    return;
  }
  const isNewPlace = content.dataset.key !== `list|${seat}`;
  const wasAtEnd = isNewPlace || atEnd;
  draw(content, `list|${seat}`, () => h('ol', { class: 'messages', 'data-test': 'messages', 'aria-live': 'polite', 'aria-relevant': 'additions' }));
  const news = merge(content.firstElementChild, refresh);
  if (wasAtEnd && (news || isNewPlace)) showFrom(isNewPlace ? firstUnread() : news);
}

// The ts of the first message that this person has not read before coming here.
function firstUnread() {
  const unread = place(store.open)?.unread ?? 0;
  return unread > 0 ? store.desk.messages.filter(message => message.user !== store.as).slice(-unread)[0]?.ts : null;
}

// To the end, but no further than lets what is new be read from its beginning.
function showFrom(ts) {
  const scroll = byId('scroll');
  const first = ts ? scroll.querySelector(`.message[data-ts="${CSS.escape(ts)}"]`) : null;
  const end = scroll.scrollHeight - scroll.clientHeight;
  const top = first ? Math.min(end, first.getBoundingClientRect().top - scroll.getBoundingClientRect().top + scroll.scrollTop - 44) : end;
  atEnd = end - top < 80;
  scroll.scrollTop = top;
}

// Returns the ts of the first message that is new or has changed.
function merge(list, refresh) {
  const old = new Map([...list.children].map(node => [node.dataset.item, node]));
  let first = null;
  const wanted = rows().map(({ key, version, make }) => {
    const known = old.get(key);
    if (known?.dataset.version === version) return known;
    if (!key.startsWith('day-')) first ??= key;
    const node = make(refresh);
    node.dataset.item = key;
    node.dataset.version = version;
    return node;
  });
  wanted.forEach((node, index) => { if (list.children[index] !== node) list.insertBefore(node, list.children[index] ?? null); });
  while (list.children.length > wanted.length) list.lastElementChild.remove();
  return first;
}

function rows() {
  const out = [];
  let day = '';
  let before = null;
  for (const message of store.desk.messages) {
    const at = ofTs(message.ts);
    if (dayKey(at) !== day) {
      day = dayKey(at);
      const words = pretty(at, { weekday: 'long', day: 'numeric', month: 'long' });
      out.push({ key: `day-${day}`, version: words, make: () => h('li', { class: 'day' }, h('span', { title: longDay(at) }, words[0].toUpperCase() + words.slice(1))) });
      before = null;
    }
    const follows = before && before.user === message.user && before.is_ephemeral === message.is_ephemeral && message.ts - before.ts < 300 && !message.blocks;
    out.push({ key: message.ts, version: JSON.stringify([message, Boolean(follows)]), make: refresh => row(message, at, follows, refresh) });
    before = message;
  }
  return out;
}

function row(message, at, follows, refresh) {
  const who = message.user === 'USLACKBOT' ? { ...personOr('USLACKBOT'), real_name: 'Playground' } : personOr(message.user);
  const node = h('li', {
    class: `message${message.is_ephemeral ? ' ephemeral' : ''}${follows ? ' follows' : ''}`, 'data-test': 'message', 'data-ts': message.ts,
    'data-user': message.user, 'data-ephemeral': message.is_ephemeral ? 'true' : null,
  });
  const body = h('div', { class: 'message-body' });
  body.append(message.blocks
    ? blockList(message.blocks, { press: pressIn(node, { channel: store.open, ts: message.ts }, refresh) })
    : h('div', { class: 'text' }, mrkdwn(message.text)));
  node.append(avatar(who), h('div', { class: 'message-main' },
    message.is_ephemeral ? h('p', { class: 'only-you' }, icon('eye'), 'Only visible to you') : null,
    h('p', { class: 'message-head' },
      h('strong', { dir: 'auto' }, who.real_name), who.is_bot ? h('span', { class: 'tag' }, 'App') : null,
      h('time', { class: 'quiet', datetime: at.toISOString() }, clockTime(at)),
      message.edited ? h('span', { class: 'quiet' }, '(edited)') : null),
    body, reactions(message)));
  return node;
}

const reactions = message => message.reactions
  ? h('p', { class: 'reactions' }, message.reactions.map(one => h('span', { class: 'reaction', title: `:${one.name}:` }, emoji(one.name) ?? `:${one.name}:`, ' ', String(one.count))))
  : null;

function empty() {
  const { bot, command } = store.desk;
  if (store.open === bot.dm) {
    return h('div', { class: 'empty', 'data-test': 'empty' }, avatar(personOr(bot.id), 'huge'),
      h('h3', null, 'Thirty minutes with somebody who sees it differently'),
      h('p', null, `${bot.name} finds a colleague for you to learn with, week after week. `, 'Type ', h('code', null, `${command} join`), ' to begin.'));
  }
  const found = place(store.open);
  return h('div', { class: 'empty', 'data-test': 'empty' }, icon(found?.kind === 'group' ? 'people' : 'chat'),
    h('h3', null, found?.kind === 'channel' ? `This is the beginning of #${found.name}` : 'Nothing was said here yet'),
    h('p', null, 'Say hello, or type ', h('code', null, `${command} help`), ': the bot answers here too, visible only to you.'));
}
