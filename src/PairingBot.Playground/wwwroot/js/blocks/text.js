import { h } from '../dom.js';
import { withEmoji } from '../emoji.js';
import { mrkdwn } from '../mrkdwn.js';

// A text object: plain ones show as they are (but for emoji), mrkdwn ones are read.
export function textNodes(text) {
  if (!text) return [];
  return text.type === 'mrkdwn' ? mrkdwn(text.text) : [h('span', { dir: 'auto', class: 'plain' }, withEmoji(text.text))];
}

export const plainText = text => withEmoji(text?.text ?? '');
