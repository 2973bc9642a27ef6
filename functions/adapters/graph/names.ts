import { findCategory, sameFramework } from '../../../shared/domain/framework';
import { inPlay } from '../../../shared/domain/inPlay';
import { latestOn } from '../../../shared/domain/category';
import type { Framework, FrameworkRef } from '../../../shared/schema/framework';
import type { Urn } from '../../../shared/schema/ids';
import type { Academy } from '../../../shared/schema/people';
import type { CategoryChangeRow } from '../../../shared/schema/rows';
import type { Setting } from '../../../shared/schema/settings';
import type { Pace } from './pace';

/** What people call things, for the columns that they read: a list of codes tells them nothing. */
export interface Names {
  /** An academy's name as it is now. */
  readonly academy: (urn: Urn) => string | undefined;
  /** A stored version, in play. */
  readonly framework: (ref: FrameworkRef) => Framework | undefined;
  /** Every stored version, the newest of each first. */
  readonly frameworks: readonly Framework[];
  /** The name of the category that an academy was in on a day. */
  readonly category: (urn: Urn, day: string) => string | undefined;
}

export interface NameSources {
  readonly academies: readonly Academy[];
  readonly settings: readonly Setting[];
  readonly categoryChanges: readonly CategoryChangeRow[];
}

export const namesFrom = ({ academies, settings, categoryChanges }: NameSources): Names => {
  const byUrn = new Map(academies.map(({ urn, name }) => [urn, name]));
  const stored = settings.flatMap((setting) => ('framework' in setting ? [inPlay(setting.framework)] : []));
  const frameworks = [...stored].sort((a, b) => b.version - a.version);
  const framework = (ref: FrameworkRef) => frameworks.find((each) => sameFramework(each, ref));
  return {
    academy: (urn) => byUrn.get(urn),
    framework,
    frameworks,
    category(urn, day) {
      const change = latestOn(categoryChanges, urn, day);
      const model = change && framework(change.framework);
      return change && ((model && findCategory(model, change.to)?.name) ?? change.to);
    },
  };
};

/** Nothing is known: everything is written by its code. */
export const codesOnly: Names = namesFrom({ academies: [], settings: [], categoryChanges: [] });

/** What a record speaks of, whose names must be known before it is written. */
export interface Mentioned {
  readonly urn?: Urn;
  readonly framework?: FrameworkRef;
}

export interface NameBook {
  namesFor(mentioned: readonly Mentioned[]): Promise<Names>;
  /** After this process wrote something that has a name. */
  forget(): void;
}

/** Milliseconds for which names are taken as they were read; after `retry`, what they did not know is looked up. */
const keptFor = 60_000;
const retry = 2_000;

const knows = (names: Names, { urn, framework }: Mentioned): boolean =>
  (urn === undefined || names.academy(urn) !== undefined) &&
  (framework === undefined || names.framework(framework) !== undefined);

/** The trust's names, read from memory now and then. Where they cannot be read again, the earlier ones will do. */
export const createNameBook = (read: () => Promise<NameSources>, pace: Pace): NameBook => {
  let kept: { readonly at: number; readonly names: Promise<Names> } | undefined;
  let before: Names | undefined;
  const readAnew = async (): Promise<Names> => {
    try {
      before = namesFrom(await read());
      return before;
    } catch (fault) {
      kept = undefined;
      if (before === undefined) throw fault;
      return before;
    }
  };
  const notOlderThan = (age: number): Promise<Names> => {
    if (kept === undefined || pace.now() - kept.at >= age) kept = { at: pace.now(), names: readAnew() };
    return kept.names;
  };
  return {
    async namesFor(mentioned) {
      const names = await notOlderThan(keptFor);
      return mentioned.every((each) => knows(names, each)) ? names : notOlderThan(retry);
    },
    forget: () => void (kept = undefined),
  };
};
