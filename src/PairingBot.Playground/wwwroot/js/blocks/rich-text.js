import { h } from '../dom.js';
import { emoji } from '../emoji.js';
import { mention } from '../mrkdwn.js';
import { place } from '../store.js';
import { slackDate } from '../time.js';

export const richText = block => h('div', { class: 'text' }, block.elements.map(part));

function part(one) {
  switch (one.type) {
    case 'rich_text_list': return h(one.style === 'ordered' ? 'ol' : 'ul', null, one.elements.map(item => h('li', null, part(item))));
    case 'rich_text_quote': return h('blockquote', null, one.elements.map(run));
    case 'rich_text_preformatted': return h('pre', null, one.elements.map(piece => piece.text ?? piece.url ?? ''));
    default: return h('div', { class: 'line rich', dir: 'auto' }, one.elements.map(run));
  }
}

function run(one) {
  switch (one.type) {
    case 'text': return styled(one.text, one.style);
    case 'link': return h('a', { href: one.url, target: '_blank', rel: 'noopener noreferrer' }, styled(one.text ?? one.url, one.style));
    case 'emoji': return emoji(one.name) ?? `:${one.name}:`;
    case 'user': return mention(one.user_id);
    case 'channel': return h('span', { class: 'mention' }, `#${place(one.channel_id)?.name ?? 'channel'}`);
    case 'date': return slackDate(one.timestamp, one.format) ?? one.fallback ?? '';
    default: return '';
  }
}

const tags = { bold: 'strong', italic: 'em', strike: 'del', code: 'code' };

function styled(text, style) {
  let node = text;
  for (const [name, tag] of Object.entries(tags)) if (style?.[name]) node = h(tag, null, node);
  return node;
}
