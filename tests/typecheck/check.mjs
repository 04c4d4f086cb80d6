// Holds what the bot has sent against Slack's own types: every recorded body becomes a constant of its method's argument type, and the TypeScript
// compiler says what it thinks of them.       node check.mjs <recorded> <golden> <scratch>
// The last line is "N passed, N failed"; a method, or a kind of answer, counts as one.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const [recorded, golden, scratch] = process.argv.slice(2).map((folder) => resolve(folder));

// What is no method's argument. Slack's packages have a type for messages to a response_url only with their whole framework, so its fields are said here.
const ANSWERS = `
type Without<T> = T extends unknown ? Omit<T, 'client_id' | 'client_secret'> : never;
type Instant = { text: string; blocks?: KnownBlock[]; response_type?: 'ephemeral' | 'in_channel'; replace_original?: boolean; delete_original?: boolean };
type FormAnswer = { response_action: 'errors'; errors: Record<string, string> } | { response_action: 'update' | 'push'; view: ModalView } | { response_action: 'clear' };
`;
// Who we are stands in the header of oauth.v2.access, as Slack advises, and not in the body.
const KINDS = { 'oauth.v2.access': 'Without<api.OAuthV2AccessArguments>', 'answer.command': 'Instant', 'answer.form': 'FormAnswer', 'response-url': 'Instant', 'view.home': 'HomeView', 'view.modal': 'ModalView' };

const WRONG = {
  'chat.postMessage': { channel: 7, text: 'no such channel' },
  'views.open': { trigger_id: '1.2.a', view: { type: 'modal', title: { type: 'mrkdwn', text: 'titles are plain' }, blocks: [] } },
  'views.publish': { user_id: 'U1', view: { type: 'home', blocks: [{ type: 'section', text: 'bare words' }] } },
  'conversations.open': { users: ['U1', 'U2'] },
  'answer.form': { response_action: 'close' },
  'answer.command': { text: 'x', blocks: [{ type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: 'x' }, style: 'loud' }] }] },
};

const typeOf = (method) => KINDS[method] ?? `api.${method.split('.').map((part) => part[0].toUpperCase() + part.slice(1)).join('')}Arguments`;

// Forms carry text; the types speak of what it stands for.
const spoken = (text) => (text === 'true' ? true : text === 'false' ? false : /^\d{1,4}$/.test(text) ? Number(text) : text);

function read(file) {
  const { contentType, body } = JSON.parse(readFileSync(file, 'utf8'));
  if (!contentType?.startsWith('application/x-www-form-urlencoded')) return JSON.parse(body);
  return Object.fromEntries([...new URLSearchParams(body)].map(([name, value]) => [name, spoken(value)]));
}

function goldenKind(json) {
  if (json.type === 'home' || json.type === 'modal') return `view.${json.type}`;
  return json.channel ? 'chat.postMessage' : 'response-url';
}

function* files(folder) {
  for (const entry of existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : []) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else if (entry.name.endsWith('.json') && !entry.name.endsWith('.teams.json')) yield path;
  }
}

function collect() {
  const bodies = new Map();
  const add = (kind, source, body) => bodies.set(kind, [...(bodies.get(kind) ?? []), { source, body }]);
  for (const file of files(recorded)) add(basename(dirname(file)), file, read(file));
  for (const file of files(golden)) {
    const json = JSON.parse(readFileSync(file, 'utf8'));
    add(goldenKind(json), file, json);
  }
  return bodies;
}

// One body a line, so that the compiler's line names it. Slack's own types take any block with a "type"; blocks are therefore looked at a second time, as blocks that are known.
function program(kind, list) {
  const lines = list.map(({ body }, index) => {
    const blocks = body.blocks ?? body.view?.blocks;
    const again = Array.isArray(blocks) ? ` export const blocks${index}: KnownBlock[] = ${JSON.stringify(blocks)};` : '';
    return `export const body${index}: ${typeOf(kind)} = ${JSON.stringify(body)};${again}`;
  });
  const head = `import type * as api from '@slack/web-api'; import type { HomeView, KnownBlock, ModalView } from '@slack/types';${ANSWERS.replaceAll('\n', ' ')} export type { api, FormAnswer, HomeView, Instant, KnownBlock, ModalView };`;
  return [head, ...lines, ''].join('\n');
}

const fileName = (prefix, kind) => `${prefix}.${kind}.ts`;

function compile(names) {
  const tsc = join(HERE, 'node_modules', 'typescript', 'lib', 'tsc.js');
  const options = ['--noEmit', '--strict', '--skipLibCheck', '--pretty', 'false', '--target', 'es2022', '--module', 'node16', '--moduleResolution', 'node16', '--types', 'node'];
  try {
    execFileSync(process.execPath, [tsc, ...options, ...names], { cwd: scratch, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    return [];
  } catch (refused) {
    return String(refused.stdout ?? refused).split('\n').filter((line) => line.trim().length > 0);
  }
}

function main() {
  const bodies = collect();
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  writeFileSync(join(scratch, 'package.json'), '{"type":"module"}');
  symlinkSync(join(HERE, 'node_modules'), join(scratch, 'node_modules'), 'dir');
  for (const [kind, list] of bodies) writeFileSync(join(scratch, fileName('sent', kind)), program(kind, list));
  for (const [kind, body] of Object.entries(WRONG)) writeFileSync(join(scratch, fileName('wrong', kind)), program(kind, [{ body }]));
  const said = compile([...readdirSync(scratch).filter((name) => name.endsWith('.ts'))]);

  let passed = 0;
  let failed = 0;
  const judge = (isGood, what) => {
    console.log(`${isGood ? 'ok    ' : 'FAILED'} ${what}`);
    if (isGood) passed++;
    else failed++;
  };
  for (const [kind, list] of [...bodies].sort()) {
    const mine = said.filter((line) => line.startsWith(`${fileName('sent', kind)}(`));
    judge(mine.length === 0, `${kind}: ${list.length} bodies`);
    for (const line of mine) {
      const number = Number(/\((\d+),/.exec(line)[1]) - 2;
      console.log(`       ${list[number] ? relative(process.cwd(), list[number].source) : ''}: ${line}`);
    }
  }
  for (const kind of Object.keys(WRONG)) judge(said.some((line) => line.startsWith(`${fileName('wrong', kind)}(`)), `a wrong ${kind} is seen`);
  const other = said.filter((line) => !/^(sent|wrong)\./.test(line) && !line.startsWith(' '));
  judge(other.length === 0, `the compiler has nothing else to say${other.map((line) => `\n       ${line}`).join('')}`);
  judge(['chat.postMessage', 'views.open', 'views.publish', 'answer.command', 'answer.form'].every((kind) => bodies.has(kind)), 'the recordings hold messages, views and answers');
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

main();
