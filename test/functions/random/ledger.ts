import { StoreUnavailable } from '../../../shared/application/ports/store';
import type { Store, Version } from '../../../shared/application/ports/store';
import { thisRound } from '../../../shared/domain/categoryChange';
import type { CategoryChange } from '../../../shared/schema/categoryChange';
import type { CommandId } from '../../../shared/schema/ids';
import { OpenedReviews } from '../../../shared/schema/reviewViews';
import type { Review } from '../../../shared/schema/review';
import { keyOfReview } from '../../../shared/domain/keys';
import type { Act } from './acts';
import type { TestProcess } from './processes';

/** `unknown`: whoever sent it was told that the store could not be reached, or nothing at all. */
type Answer =
  { readonly said: 'accepted'; readonly value: unknown } | { readonly said: 'unknown' } | { readonly said: string };

/** What every sender was told. */
export const createLedger = () => {
  const answers = new Map<CommandId, { readonly act: Act; readonly given: Answer[] }>();
  const note = (act: Act, answer: Answer): void => {
    const known = answers.get(act.id) ?? { act, given: [] };
    known.given.push(answer);
    answers.set(act.id, known);
  };
  let sent = 0;
  return {
    /** Sends it through a process and writes down what was said. Any fault but an unreachable store fails the test. */
    async send(process: TestProcess, act: Act): Promise<string> {
      sent += 1;
      const answer = await process
        .run(`${act.id}-${sent}`, () => act.send(process.useCases))
        .catch((error: unknown) => {
          if (error instanceof StoreUnavailable) return 'unavailable' as const;
          throw error;
        });
      if (answer === 'killed' || answer === 'unavailable') note(act, { said: 'unknown' });
      else if (answer.ok) note(act, { said: 'accepted', value: answer.value });
      else note(act, { said: answer.refusal.code });
      return typeof answer === 'string' ? answer : answer.ok ? 'accepted' : answer.refusal.code;
    },
    earlier: (): readonly Act[] => [...answers.values()].map(({ act }) => act),
    /** Those of which nobody knows yet what became. */
    open: (): readonly Act[] =>
      [...answers.values()]
        .filter(({ given }) => given.every(({ said }) => said !== 'accepted') && given.at(-1)?.said === 'unknown')
        .map(({ act }) => act),
    all: () => [...answers.values()],
  };
};
export type Ledger = ReturnType<typeof createLedger>;

const revisionOf = (version: Version): number => Number(/,(\d+)"$/.exec(version)?.[1]);

/** Fails where a process shows an item in an earlier state than it has shown before. */
export const createWatch = () => {
  const seen = new Map<string, number>();
  return async (process: TestProcess, kind: 'reviews' | 'categoryChanges'): Promise<void> => {
    const rows = await process.store.rows(kind);
    for (const { key, version } of rows) {
      const name = `${process.name} ${kind} ${key}`;
      const before = seen.get(name) ?? 0;
      if (revisionOf(version) < before) throw new Error(`${name} went back from ${before} to ${version}.`);
      seen.set(name, Math.max(before, revisionOf(version)));
    }
  };
};

type Stored = Review | CategoryChange;

/** Everything that is stored, read from the source. */
export const readAll = async (store: Store) => {
  const found = new Map<string, { readonly document: Stored; readonly revision: number }>();
  for (const kind of ['reviews', 'categoryChanges'] as const)
    for (const { key } of await store.rows(kind)) {
      const loaded = await store.load(kind, key);
      if (loaded.status !== 'found') throw new Error(`${kind} ${key} is ${loaded.status}.`);
      found.set(`${kind} ${key}`, { document: loaded.document, revision: revisionOf(loaded.version) });
    }
  return found;
};
type Everything = Awaited<ReturnType<typeof readAll>>;

/** An entry that was saved as it was typed holds the commands of the whole sitting. */
const idsIn = (document: Stored | undefined): readonly CommandId[] =>
  (document?.history ?? []).flatMap((event) => [
    event.commandId,
    ...('continued' in event ? (event.continued ?? []) : []),
  ]);

/** One line for each command that is not where it was said to be, or is where it was said not to be. */
export const untruths = (ledger: Ledger, everything: Everything): readonly string[] =>
  ledger.all().flatMap(({ act, given }) => {
    const said = given.map((answer) => answer.said);
    if (act.key === undefined) return untrueOpenings(act, given, everything);
    const times = idsIn(everything.get(`${act.kind} ${act.key}`)?.document).filter((id) => id === act.id).length;
    const expected = said.includes('accepted') ? 1 : 0;
    return times === expected ? [] : [`${act.id} on ${act.key} was ${said.join(', ')} and is there ${times} times`];
  });

const untrueOpenings = (act: Act, given: readonly Answer[], everything: Everything): readonly string[] =>
  given.flatMap((answer) => {
    if (!('value' in answer)) return [];
    const { year, period, opened, alreadyOpen } = OpenedReviews.parse(answer.value);
    const of = (urn: (typeof opened)[number]) =>
      idsIn(everything.get(`reviews ${keyOfReview({ urn, year, period })}`)?.document)[0];
    return [
      ...opened.filter((urn) => of(urn) !== act.id).map((urn) => `${act.id} did not open ${urn}, as was said`),
      ...alreadyOpen
        .filter((urn) => of(urn) === undefined)
        .map((urn) => `${urn} is not open, as was said to ${act.id}`),
    ];
  });

const repeated = <T>(all: readonly T[]): readonly T[] => all.filter((one, i) => all.indexOf(one) !== i);

const takenTwice = (change: CategoryChange): readonly string[] => {
  const steps = thisRound(change).flatMap((event) => ('step' in event ? [String(event.step)] : []));
  const confirmed = change.history.filter(({ type }) => type === 'confirmed');
  return [
    ...repeated(steps).map((step) => `step ${step} of ${change.id} was taken twice in a round`),
    ...(confirmed.length > 1 ? [`${change.id} was confirmed ${confirmed.length} times`] : []),
  ];
};

/** What no order of events may lead to, one line each. */
export const brokenRecords = (everything: Everything): readonly string[] => {
  const all = [...everything.values()];
  const documents = all.map(({ document }) => document);
  const changes = documents.filter((document): document is CategoryChange => 'to' in document);
  const open = changes.filter(({ state }) => state === 'atStep' || state === 'returned');
  return [
    ...documents.flatMap((document) => repeated(idsIn(document)).map((id) => `${id} is in a history twice`)),
    // Each command is one write, so the item has been written exactly as often as its history holds commands.
    ...all.flatMap(({ document, revision }) => {
      const commands = idsIn(document).length;
      return commands === revision ? [] : [`written ${revision} times by ${commands} commands`];
    }),
    ...changes.flatMap(takenTwice),
    ...repeated(open.map(({ urn }) => urn)).map((urn) => `${urn} has two open changes`),
  ];
};
