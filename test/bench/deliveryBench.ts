import { randomInt } from 'node:crypto';
import { availableParallelism, loadavg } from 'node:os';
import { apps } from '../../local/settings';
import { chatLatencyMs, startChats } from './deliveryChat';
import { decisionLine, decisionTask } from './deliveryDecision';
import { graphConditions } from './deliveryProduct';
import { termLines, termTask } from './deliveryTerm';

/**
 * `--smoke` shows in a moment that everything runs; its times say nothing. `--seed=7` draws the faults of an earlier run,
 * `--shares=4,3,2` sets how many of a hundred messages are answered 429, 502, and not at all.
 */
const smoke = process.argv.includes('--smoke');
const optionNamed = (name: string): string | undefined =>
  process.argv.find((option) => option.startsWith(`--${name}=`))?.split('=')[1];
const seed = Number(optionNamed('seed') ?? randomInt(2 ** 31));
const [throttled = 0, gateway = 0, lost = 0] = (optionNamed('shares') ?? '4,3,2').split(',').map(Number);
const academies = smoke ? 10 : 100;
const sizes = smoke ? [1, 3] : [1, 10, 60];

const faults = { seed, throttled, gateway, lost };
const chats = await startChats(apps.bot.id);

console.log(
  [
    `seed ${seed}: of 100 messages ${throttled} are answered 429, ${gateway} 502, and ${lost} arrive without an answer`,
    `Teams: ${chatLatencyMs} ms a request; at most 50 a second, and 7 in 1 s, 8 in 2 s, 60 in 30 s, 1,800 in an hour of a chat`,
    `Graph: ${graphConditions}\n`,
  ].join('\n'),
);

// Run once before it is measured: nobody pays for the compiling.
if (!smoke) await termTask(10, faults, chats);

const term = await termTask(academies, faults, chats);
console.log(`${termLines(term, academies).join('\n')}\n`);
const decisions = await decisionTask(sizes, chats);
console.log(decisions.map(decisionLine).join('\n'));
await chats.close();

const machine = `${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}`;
console.log(`\n${machine}: everything above ran on them, the local Graph, storage and Teams too`);

const amiss = term.notDue + [term, ...decisions].reduce((sum, { twice, never }) => sum + twice + never, 0);
process.exit(amiss === 0 && term.settled ? 0 : 1);
