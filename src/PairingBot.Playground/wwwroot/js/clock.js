// The clock bar: shows the bot's time, moves it on, and tells what happened meanwhile.
import * as api from './api.js';
import { byId, draw, h } from './dom.js';
import { me, now, store } from './store.js';
import { clockTime, longDay } from './time.js';

const spans = { PT1H: 'One hour later', P1D: 'One day later', P1W: 'One week later' };

export function drawClock() {
  const at = now();
  byId('clock-day').textContent = longDay(at);
  byId('clock-time').textContent = `${clockTime(at)} in ${me().tz.split('/').at(-1).replaceAll('_', ' ')}`;
  byId('clock-time').setAttribute('datetime', at.toISOString());
}

export function watchClock(go, refresh, visitAgain) {
  for (const button of document.querySelectorAll('[data-advance]')) button.addEventListener('click', () => move(button, go, refresh, visitAgain));
  setInterval(() => { if (store.desk) drawClock(); }, 10_000);
  greet(refresh);
}

// Until the bot answers, the strip says that it does not, and looks again every few seconds.
async function greet(refresh, isSecond = false) {
  const { reachable } = await api.askClock().catch(() => ({ reachable: false }));
  if (reachable) {
    if (isSecond) byId('strip').hidden = true;
    refresh();
  } else {
    if (!isSecond) tell('problem', 'The bot does not answer yet. As soon as it runs, you can begin.');
    setTimeout(() => greet(refresh, true), 4000);
  }
}

// A week is seven days, one after the other, so that one sees how far it is.
async function move(button, go, refresh, visitAgain) {
  const bar = document.querySelector('.clock-steps');
  if (bar.getAttribute('aria-busy') === 'true') return;
  bar.setAttribute('aria-busy', 'true');
  button.classList.add('busy');
  const unread = new Map(store.desk.people.map(one => [one.id, one.unread]));
  try {
    const outcome = await pass(button.dataset.advance, refresh);
    await visitAgain();
    if (outcome.problem) tell('problem', outcome.problem);
    else happened(button.dataset.advance, outcome, unread, go);
  } catch {
    tell('problem', 'The playground itself does not answer. Is it still running?');
  }
  bar.setAttribute('aria-busy', 'false');
  button.classList.remove('busy');
}

async function pass(span, refresh) {
  const steps = span === 'P1W' ? Array(7).fill('P1D') : [span];
  const ran = {};
  for (const [index, step] of steps.entries()) {
    under(index, steps.length);
    const outcome = await api.advance(step);
    if (outcome.problem) return outcome;
    for (const [key, count] of Object.entries(outcome.ran ?? {})) ran[key] = (ran[key] ?? 0) + count;
    if (index < steps.length - 1) await refresh();
  }
  return { ran };
}

function under(index, count) {
  if (count === 1) { tell('busy', 'Time passes, and the bot does what comes due …'); return; }
  tell('busy', [
    h('progress', { max: count, value: index + .5, 'aria-label': 'How much of the week has passed' }),
    h('span', null, `Day ${index + 1} of ${count}: ${longDay(now())}. The bot does what comes due …`),
  ]);
}

function happened(step, outcome, unread, go) {
  const jobs = Object.entries(outcome.ran ?? {}).filter(([key, count]) => count > 0 && key !== 'messages');
  const reached = store.desk.people.filter(one => one.unread > (unread.get(one.id) ?? 0));
  tell('done', [
    h('strong', null, `${spans[step]}. `),
    jobs.length ? null : 'Nothing had come due. ',
    h('span', { class: 'jobs' }, jobs.map(([key, count]) => h('span', { class: 'job', 'data-test': `job-${key}` }, words(key, count)))),
    reached.length ? h('span', { class: 'reached' }, 'New for ', faces(reached, go)) : null,
  ]);
}

// The jobs that we know, in words; one that is new says its key.
const known = {
  'open-due-rounds': 'round matched|rounds matched', 'introduce-rounds': 'round introduced|rounds introduced', 'send-due-nudges': 'reminder|reminders',
  'match-late-comers': 'match more|matches more', 'end-proposals': 'proposal came to nothing|proposals came to nothing', 'end-silent-pairings': 'conversation without an answer|conversations without an answer',
  'ask-who-talked': 'question planned|questions planned', 'keep-series': 'series went on|series went on', 'go-on-with-asks': 'ask passed on|asks passed on',
  'offer-times': 'offer of other times|offers of other times', 'book-meetings': 'calendar entry kept|calendar entries kept',
};

function words(key, count) {
  const [one, many] = (known[key] ?? `× ${key.replaceAll('-', ' ')}`).split('|');
  return [h('b', null, String(count)), ` ${count === 1 ? one : many ?? one}`];
}

function faces(people, go) {
  const named = people.slice(0, 3).map((one, index) => [
    index ? ', ' : '', h('button', { type: 'button', class: 'link', dir: 'auto', onclick: () => go(one.id, one.unread_in ?? 'dm') }, one.real_name)]);
  return [named, people.length > 3 ? ` and ${people.length - 3} more` : '', '.'];
}

function tell(kind, content) {
  const strip = byId('strip');
  strip.hidden = false;
  strip.className = `strip ${kind}`;
  draw(strip, String(Date.now()), () => [
    kind === 'busy' ? h('span', { class: 'spinner', 'aria-hidden': 'true' }) : null,
    h('div', { class: 'strip-text' }, content),
    kind === 'busy' ? null : h('button', { type: 'button', class: 'link', 'data-test': 'strip-close', onclick: () => { strip.hidden = true; } }, 'Close'),
  ]);
}
