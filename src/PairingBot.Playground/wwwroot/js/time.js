import { me, now } from './store.js';

const zone = () => me()?.tz ?? 'UTC';
const format = (options, tz) => new Intl.DateTimeFormat('en-GB', { ...options, timeZone: tz ?? zone() });

export const clockTime = (date, tz) => format({ hour: '2-digit', minute: '2-digit' }, tz).format(date);
export const longDay = date => format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(date);
export const shortDay = date => format({ weekday: 'short', day: 'numeric', month: 'short' }).format(date);
export const dayKey = date => new Intl.DateTimeFormat('en-CA', { timeZone: zone() }).format(date);
export const ofTs = ts => new Date(Number(ts) * 1000);

export function pretty(date, options) {
  const days = Math.round((Date.parse(dayKey(date)) - Date.parse(dayKey(now()))) / 86400000);
  const near = { '-1': 'yesterday', 0: 'today', 1: 'tomorrow' }[days];
  return near ?? format(options).format(date);
}

const day = { day: 'numeric', month: 'long', year: 'numeric' };
const short = { day: 'numeric', month: 'short', year: 'numeric' };
const long = { weekday: 'long', ...day };
const tokens = {
  date: date => format(day).format(date),
  date_num: date => dayKey(date),
  date_short: date => format(short).format(date),
  date_long: date => format(long).format(date),
  date_pretty: date => pretty(date, day),
  date_short_pretty: date => pretty(date, short),
  date_long_pretty: date => pretty(date, long),
  time: date => clockTime(date),
  time_secs: date => format({ hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(date),
  ago: date => ago(date),
};

// Slack's date pieces, {date_short_pretty} and its kin, in the reader's own zone.
export function slackDate(seconds, pattern) {
  const date = new Date(Number(seconds) * 1000);
  if (Number.isNaN(date.getTime())) return null;
  return pattern.replace(/\{(\w+)\}/g, (whole, token) => tokens[token]?.(date) ?? whole);
}

function ago(date) {
  const minutes = Math.round((date - now()) / 60000);
  const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  if (Math.abs(minutes) < 60) return words.format(minutes, 'minute');
  if (Math.abs(minutes) < 1440) return words.format(Math.round(minutes / 60), 'hour');
  return words.format(Math.round(minutes / 1440), 'day');
}
