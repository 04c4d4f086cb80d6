// What the page knows: who sits here, what is open, and the desk as the playground last described it.
export const store = { as: '', open: '', desk: null, skew: 0 };

export const me = () => person(store.as);
export const person = id => store.desk?.people.find(one => one.id === id);
export const place = id => store.desk?.conversations.find(one => one.id === id);
export const now = () => new Date(Date.now() + store.skew);

const fallback = { real_name: 'Somebody', name: 'somebody', title: '', tz: 'UTC' };
export const personOr = id => person(id) ?? { ...fallback, id };

export function placeName(id) {
  const found = place(id);
  if (id === store.desk.bot.dm) return store.desk.bot.name;
  if (!found) return 'a conversation';
  if (found.kind === 'channel') return `#${found.name}`;
  const others = found.members.filter(one => one !== store.as && one !== store.desk.bot.id);
  return others.map(one => personOr(one).real_name).join(', ') || store.desk.bot.name;
}
