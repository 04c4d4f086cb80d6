// Slack's mrkdwn as DOM nodes. Everything ends in text nodes; there is no HTML on the way.
import { h } from './dom.js';
import { emoji } from './emoji.js';
import { personOr, place, store } from './store.js';
import { slackDate } from './time.js';

const marks = { '*': 'strong', _: 'em', '~': 'del' };
const word = /[\p{L}\p{N}]/u;

const plain = text => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

export function mrkdwn(text) {
  const out = [];
  const parts = (text ?? '').split('```');
  parts.forEach((part, index) => {
    if (index % 2 === 1 && index < parts.length - 1) out.push(h('pre', null, plain(part.replace(/^\n|\n$/g, ''))));
    else out.push(...lines(index % 2 === 1 ? '```' + part : part));
  });
  return out;
}

function lines(text) {
  if (text === '') return [];
  const out = [];
  let quote = null;
  for (const line of text.split('\n')) {
    const quoted = /^(?:&gt;|>)\s?/.exec(line);
    if (quoted) {
      if (!quote) out.push(quote = h('blockquote'));
      quote.append(h('div', { class: 'line' }, inline(line.slice(quoted[0].length))));
    } else {
      quote = null;
      out.push(textLine(line));
    }
  }
  return out;
}

function textLine(line) {
  const item = /^\s*(•|\d+\.)\s+/.exec(line);
  if (item) return h('div', { class: 'line item', dir: 'auto' }, h('span', { class: 'item-mark' }, item[1]), h('span', null, inline(line.slice(item[0].length))));
  return h('div', { class: line.trim() ? 'line' : 'line gap', dir: 'auto' }, inline(line));
}

export function inline(text) {
  const out = [];
  let run = '';
  const flush = () => { if (run) out.push(plain(run)); run = ''; };
  for (let i = 0; i < text.length;) {
    const found = special(text, i);
    if (found) {
      flush();
      out.push(found.node);
      i = found.end;
    } else run += text[i++];
  }
  flush();
  return out;
}

function special(text, i) {
  switch (text[i]) {
    case '<': return angle(text, i);
    case '`': return code(text, i);
    case ':': return short(text, i);
    case '*': case '_': case '~': return marked(text, i);
    default: return null;
  }
}

function marked(text, i) {
  const mark = text[i];
  if (word.test(text[i - 1] ?? '') || !/\S/.test(text[i + 1] ?? '') || text[i + 1] === mark) return null;
  for (let j = text.indexOf(mark, i + 1); j > 0; j = text.indexOf(mark, j + 1)) {
    if (/\s/.test(text[j - 1]) || word.test(text[j + 1] ?? '')) continue;
    return { node: h(marks[mark], null, inline(text.slice(i + 1, j))), end: j + 1 };
  }
  return null;
}

function code(text, i) {
  const end = text.indexOf('`', i + 1);
  return end > i + 1 ? { node: h('code', null, plain(text.slice(i + 1, end))), end: end + 1 } : null;
}

function short(text, i) {
  const found = /^:([a-z0-9_+-]+):/.exec(text.slice(i, i + 40));
  const sign = found && emoji(found[1]);
  return sign ? { node: h('span', { class: 'emoji', role: 'img', 'aria-label': found[1].replaceAll('_', ' ') }, sign), end: i + found[0].length } : null;
}

function angle(text, i) {
  const end = text.indexOf('>', i);
  if (end < 0) return null;
  const [target, ...label] = text.slice(i + 1, end).split('|');
  const node = reference(target, label.join('|'));
  return node ? { node, end: end + 1 } : null;
}

function reference(target, label) {
  if (target.startsWith('@')) return mention(target.slice(1), label);
  if (target.startsWith('#')) return h('span', { class: 'mention' }, `#${place(target.slice(1))?.name ?? (label || 'channel')}`);
  if (target.startsWith('!date^')) return date(target, label);
  if (target.startsWith('!')) return h('span', { class: 'mention' }, label || `@${target.slice(1).split('^')[0]}`);
  if (!/^(https?:|mailto:|slack:)/.test(target)) return null;
  return h('a', { href: plain(target), target: '_blank', rel: 'noopener noreferrer' }, label ? inline(label) : plain(target));
}

export function mention(id, label) {
  const who = personOr(id);
  return h('span', { class: id === store.as ? 'mention mine' : 'mention', dir: 'auto', 'data-user': id }, `@${who.id && who.real_name !== 'Somebody' ? who.real_name : label || id}`);
}

function date(target, fallback) {
  const [, seconds, pattern, link] = target.split('^');
  const text = slackDate(seconds, pattern) ?? plain(fallback);
  const node = h('time', { datetime: new Date(Number(seconds) * 1000).toISOString() }, text);
  return link ? h('a', { href: link, target: '_blank', rel: 'noopener noreferrer' }, node) : node;
}
