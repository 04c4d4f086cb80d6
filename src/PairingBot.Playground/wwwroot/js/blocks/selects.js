// Menus that are searched: several options, people, channels, conversations.
import { placeName, personOr, store } from '../store.js';
import { combo } from '../parts/combo.js';
import { plainText } from './text.js';

export function multiSelect(one, { kept, press, block }) {
  const options = (one.option_groups ?? [{ options: one.options }]).flatMap(group => group.options);
  const first = (kept ? kept.selected_options : one.initial_options ?? []).map(option => option.value);
  const picked = values => ({ selected_options: options.filter(option => values.includes(option.value)) });
  return combo({
    items: options.map(option => ({ value: option.value, label: plainText(option.text), detail: plainText(option.description) })),
    first, several: true, most: one.max_selected_items,
    placeholder: plainText(one.placeholder) || 'Choose', labelled: block.type === 'input',
    onpick: (values, node) => press(picked(values), node),
    read: picked,
  });
}

export function peopleOrPlaces(one, { kept, press, block }) {
  const several = one.type.startsWith('multi_');
  const kind = /(users|channels|conversations)/.exec(one.type)[1];
  const field = `selected_${several ? kind : kind.slice(0, -1)}`;
  const initial = one[`initial_${several ? kind : kind.slice(0, -1)}`];
  const first = [kept ? kept[field] : initial ?? []].flat().filter(Boolean);
  const picked = values => ({ [field]: several ? values : values[0] ?? null });
  return combo({
    items: items(kind, one.filter), first, several, most: several ? one.max_selected_items : 1,
    placeholder: plainText(one.placeholder) || (kind === 'users' ? 'Find a colleague' : onlyChannels(kind, one.filter) ? 'Find a channel' : 'Find a conversation'),
    labelled: block.type === 'input',
    onpick: (values, node) => press(picked(values), node),
    read: picked,
  });
}

const onlyChannels = (kind, filter) => kind === 'channels' || (filter?.include ?? ['im']).every(one => one === 'public' || one === 'private');

function items(kind, filter) {
  if (kind === 'users') return store.desk.people.filter(one => !one.deleted).map(toItem);
  const kinds = { channel: 'public', direct: 'im', group: 'mpim' };
  const places = store.desk.conversations
    .filter(one => kind === 'conversations' || one.kind === 'channel')
    .filter(one => !filter?.include || filter.include.includes(kinds[one.kind]))
    .map(one => ({ value: one.id, label: placeName(one.id), detail: one.topic }));
  return places;
}

const toItem = one => ({ value: one.id, label: one.real_name, detail: one.title, extra: one.name, person: personOr(one.id) });
