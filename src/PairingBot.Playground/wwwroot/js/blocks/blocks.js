// Blocks to DOM. A context tells what a press does and which values to keep from before a redraw.
import { h } from '../dom.js';
import { inline, mrkdwn } from '../mrkdwn.js';
import { element } from './elements.js';
import { inputBlock } from './input.js';
import { richText } from './rich-text.js';
import { plainText, textNodes } from './text.js';

const makers = {
  section, header, context, actions, image, markdown,
  divider: () => h('hr'),
  input: inputBlock,
  rich_text: richText,
};

export function blockList(blocks, around) {
  return h('div', { class: 'blocks' }, blocks.map(block => {
    const node = (makers[block.type] ?? unknown)(block, around);
    node.classList.add('block', `block-${block.type}`);
    node.dataset.blockId = block.block_id;
    return node;
  }));
}

function section(block, around) {
  return h('div', { class: block.accessory ? 'with-accessory' : null },
    h('div', { class: 'section-text' },
      block.text ? h('div', { class: 'text' }, textNodes(block.text)) : null,
      block.fields ? h('div', { class: 'fields' }, block.fields.map(field => h('div', { class: 'field' }, textNodes(field)))) : null),
    block.accessory ? h('div', { class: 'accessory' }, block.accessory.type === 'image' ? picture(block.accessory) : element(block.accessory, block, around)) : null);
}

function header(block) {
  return h('h3', { dir: 'auto' }, plainText(block.text));
}

function context(block) {
  return h('div', null, block.elements.map(one => one.type === 'image' ? picture(one) : h('div', { class: 'text' }, textNodes(one))));
}

function actions(block, around) {
  return h('div', { class: 'actions' }, block.elements.map(one => element(one, block, around)));
}

function image(block) {
  return h('figure', null, picture(block), block.title ? h('figcaption', null, plainText(block.title)) : null);
}

const picture = block => h('img', { src: block.image_url, alt: block.alt_text, loading: 'lazy' });

const unknown = block => h('p', { class: 'quiet' }, `A block that this playground does not draw: ${block.type}`);

// Standard Markdown, as far as a chat message needs it: headings, lists, bold, italic, code and links.
function markdown(block) {
  return h('div', { class: 'text' }, block.text.split('\n').map(line => {
    const heading = /^#{1,6}\s+(.*)/.exec(line);
    if (heading) return h('h4', null, inline(toMrkdwn(heading[1])));
    return mrkdwn(toMrkdwn(line).replace(/^\s*[-*]\s+/, '• '));
  }));
}

const toMrkdwn = text => text
  .replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  .replace(/\[([^\]]+)\]\((https?:[^)\s]+)\)/g, '<$2|$1>')
  .replace(/\*\*(.+?)\*\*/g, '\u0001$1\u0001')
  .replace(/(^|\s)\*(\S.*?)\*/g, '$1_$2_')
  .replaceAll('\u0001', '*').replaceAll('~~', '~');
