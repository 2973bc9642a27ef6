import { createTokenSource } from './adapters/entra/appToken';
import { createGraphClient } from './adapters/graph/client';
import { GraphFault } from './adapters/graph/graphFault';
import { createGraphStore } from './adapters/graph/graphStore';
import { runCommand, usage } from './administration/commands';
import type { AdministrationParts } from './administration/commands';
import { BadFramework } from './administration/frameworkFile';
import { readAdministrationSettings } from './administration/settings';
import { BadEnvironment } from './environment';

const makeParts = (): AdministrationParts => {
  const settings = readAdministrationSettings(process.env);
  const client = createGraphClient({ settings: settings.graph, tokens: createTokenSource(settings.identity) });
  const store = createGraphStore({ client, site: settings.site, checkKey: settings.checkKey });
  return { client, site: settings.site, store };
};

/** In words for whoever sits before the console: what Graph said is theirs to see. */
const wordsOf = (fault: unknown): string => {
  if (fault instanceof BadEnvironment || fault instanceof BadFramework) return fault.message;
  if (fault instanceof GraphFault && fault.status === 403) {
    return 'This app registration may not manage the lists of the site. Please use one that may (PROVISION_CLIENT_ID).';
  }
  if (fault instanceof GraphFault) return `Graph did not do it: ${fault.status} ${fault.code}, ${fault.message}`;
  return fault instanceof Error ? fault.message : String(fault);
};

const main = async (): Promise<number> => {
  try {
    const outcome = await runCommand(makeParts, process.argv.slice(2));
    if (outcome === undefined) {
      console.error(usage);
      return 2;
    }
    for (const line of outcome.lines) console.log(line);
    return outcome.ok ? 0 : 1;
  } catch (fault) {
    console.error(wordsOf(fault));
    return 1;
  }
};

void main().then((code) => {
  process.exitCode = code;
});
