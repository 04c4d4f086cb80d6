// All that the page asks of the playground. The bot itself is never called from here.
async function send(method, path, body) {
  const answer = await fetch(path, {
    method,
    headers: body ? { 'content-type': 'application/json' } : {},
    body: body ? JSON.stringify(body) : undefined,
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.status === 204 ? null : answer.json();
}

export const desk = (as, open) => send('GET', `playground/desk?as=${encodeURIComponent(as)}&open=${encodeURIComponent(open)}`);
export const markRead = (as, channel) => send('POST', 'playground/read', { as, channel });
export const visit = (as, tab) => send('POST', 'playground/home', { as, tab });
export const say = (as, channel, text) => send('POST', 'playground/messages', { as, channel, text });
export const act = press => send('POST', 'playground/actions', press);
export const submit = (as, view, state) => send('POST', 'playground/views/submit', { as, view, state });
export const close = (as, view, all) => send('POST', 'playground/views/close', { as, view, all });
export const walk = (as, channel, joined) => send('POST', 'playground/channels', { as, channel, joined });
export const advance = step => send('POST', 'playground/clock', { advance: step });
export const askClock = () => send('GET', 'playground/clock');
