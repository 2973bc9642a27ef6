import type { Provisioned } from '../adapters/graph/provision';
import { exportToFile, importFromFile } from './archives';
import { beginTrust } from './beginning';
import { readFramework } from './frameworkFile';
import { provisionFor, storeFramework } from './frameworks';
import { bringBackFromFile } from './missingRecords';
import type { AdministrationParts } from './parts';
import { askOfPerson } from './person';
import { resealRecords } from './resealing';
import { readStatus } from './status';
import { readVersions } from './versions';

/** The site as it is to be, and what its lists keep as far as something was written to them. */
const provisionSite = async (
  parts: AdministrationParts,
  files: readonly string[],
  dryRun: boolean,
): Promise<Provisioned> => {
  const provisioned = await provisionFor(parts, files.map(readFramework), { dryRun });
  if (!provisioned.ok || provisioned.newLists) return provisioned;
  const versions = await readVersions(parts);
  return { ok: versions.ok, lines: [...provisioned.lines, ...versions.lines] };
};

/** `--dry-run` and the like, which a command may take. */
type Switches = Readonly<Record<string, boolean>>;

interface Command {
  /** How many files it takes. */
  readonly files: { readonly least: number; readonly most: number };
  readonly switches: readonly string[];
  readonly run: (parts: AdministrationParts, files: readonly string[], on: Switches) => Promise<Provisioned>;
}

const oneFile = { least: 1, most: 1 };
const noFile = { least: 0, most: 0 };
const isOn = (on: Switches, name: string): boolean => on[name] === true;

const commands: Readonly<Record<string, Command>> = {
  provision: {
    files: { least: 0, most: 100 },
    switches: ['dry-run'],
    run: (parts, files, on) => provisionSite(parts, files, isOn(on, 'dry-run')),
  },
  begin: {
    files: { least: 2, most: 2 },
    switches: ['dry-run'],
    run: (parts, [file = '', framework = ''], on) =>
      beginTrust(parts, file, framework, { dryRun: isOn(on, 'dry-run') }),
  },
  framework: { files: oneFile, switches: [], run: (parts, [file = '']) => storeFramework(parts, file) },
  export: {
    files: oneFile,
    switches: ['leave-out-edited'],
    run: (parts, [file = ''], on) => exportToFile(parts, file, { leaveOutEdited: isOn(on, 'leave-out-edited') }),
  },
  import: {
    files: oneFile,
    switches: ['dry-run', 'missing'],
    run: (parts, [file = ''], on) =>
      (isOn(on, 'missing') ? bringBackFromFile : importFromFile)(parts, file, { dryRun: isOn(on, 'dry-run') }),
  },
  status: { files: noFile, switches: [], run: readStatus },
  person: {
    files: { least: 2, most: 2 },
    switches: [],
    run: (parts, [act = '', id = '']) => askOfPerson(parts, act, id),
  },
  reseal: {
    files: noFile,
    switches: ['dry-run'],
    run: (parts, _files, on) => resealRecords(parts, { dryRun: isOn(on, 'dry-run') }),
  },
};

export const usage = `Assured, for administrators:
  provision [--dry-run] [framework.json …]  make the lists, columns and indexes that are missing
  begin [--dry-run] <trust.json> <framework.json>
                                            begin a new trust on an empty site, with its first administrator
  framework <file.json>                     check a framework and store it as one that can be chosen
  export [--leave-out-edited] <file.json>   write the whole trust to a new file
  import [--dry-run] <file.json>            fill an empty site from such a file
  import [--dry-run] --missing <file.json>  bring back from such a file what a site in use lacks
  status                                    what is there, and how many versions of it
  person about <object id>                  what is kept of a person outside the lists, as JSON
  person forget <object id>                 drop it, of somebody who has no role any more
  reseal [--dry-run]                        seal with CHECK_KEY what CHECK_KEY_BEFORE has sealed
--dry-run says what would be done, and changes nothing.`;

interface Call {
  readonly command: Command;
  readonly files: readonly string[];
  readonly on: Switches;
}

const isSwitch = (argument: string): boolean => argument.startsWith('--');

/** Undefined where the command is unknown, or called otherwise than its usage says. */
const readCall = ([name = '', ...args]: readonly string[]): Call | undefined => {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) return undefined;
  const files = args.filter((argument) => !isSwitch(argument));
  const given = args.filter(isSwitch).map((argument) => argument.slice(2));
  const fits = files.length >= command.files.least && files.length <= command.files.most;
  if (!fits || given.some((each) => !command.switches.includes(each))) return undefined;
  return { command, files, on: Object.fromEntries(given.map((each) => [each, true])) };
};

/** Runs one command; `undefined` where the arguments are not those of one. */
export const runCommand = async (
  makeParts: () => AdministrationParts,
  args: readonly string[],
): Promise<Provisioned | undefined> => {
  const call = readCall(args);
  return call?.command.run(makeParts(), call.files, call.on);
};
