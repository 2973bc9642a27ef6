import { createTokenSource } from './adapters/entra/appToken';
import { createGraphClient } from './adapters/graph/client';
import { createGraphStore } from './adapters/graph/graphStore';
import { createDeliveryTables } from './adapters/storage/deliveryTables';
import { runCommand, usage } from './administration/commands';
import { faultWords } from './administration/faultWords';
import type { Place } from './administration/faultWords';
import type { AdministrationParts } from './administration/parts';
import { readAdministrationSettings } from './administration/settings';

/** One line that counts on, beside the outcome. */
const tell = (words: string): void => void process.stderr.write(`\r${words}`);

const makeParts = (): AdministrationParts & { place: Place } => {
  const { graph, identity, site, checkKey, checkKeyBefore, storage } = readAdministrationSettings(process.env);
  const client = createGraphClient({ settings: graph, tokens: createTokenSource(identity) });
  // Nobody waits at a screen: what is asked to wait waits.
  const patient = client.at(() => 'background');
  const { inBackground, seals } = createGraphStore({ client, site, checkKey, checkKeyBefore });
  const store = { ...inBackground, seals };
  const place = { site, address: graph.baseUrl };
  return {
    ...{ client: patient, site, store, appId: identity.clientId, place },
    ...(storage && { tables: createDeliveryTables(storage) }),
    ...(process.stderr.isTTY && { tell }),
  };
};

const main = async (): Promise<number> => {
  let place: Place = {};
  try {
    const outcome = await runCommand(() => {
      const parts = makeParts();
      place = parts.place;
      return parts;
    }, process.argv.slice(2));
    if (outcome === undefined) {
      console.error(usage);
      return 2;
    }
    for (const line of outcome.lines) console.log(line);
    return outcome.ok ? 0 : 1;
  } catch (fault) {
    console.error(faultWords(fault, place));
    return 1;
  }
};

void main().then((code) => {
  process.exitCode = code;
});
