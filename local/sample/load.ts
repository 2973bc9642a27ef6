import { createTokenSource } from '../../functions/adapters/entra/appToken';
import { createGraphClient } from '../../functions/adapters/graph/client';
import { createGraphStore } from '../../functions/adapters/graph/graphStore';
import { readConfig } from '../../functions/config';
import { dayOf } from '../../shared/domain/words';
import { findSampleCode } from './codes';
import { loadSample } from './loading';
import { sampleTrust } from './samples';

/**
 * Loads the sample trust of the framework that is named as the argument through the product's own store; reads the
 * environment that the Functions process reads.
 */
const code = findSampleCode(process.argv[2] ?? '');
if (!code) throw new Error(`There is no sample trust of "${process.argv[2] ?? ''}".`);
const trust = sampleTrust(code, dayOf(new Date().toISOString()));
const config = readConfig(process.env);
const client = createGraphClient({ settings: config.graph, tokens: createTokenSource(config.identity) });
const store = createGraphStore({ client, site: config.site, checkKey: config.checkKey });

/** One line that counts on; where nobody watches, only its end is written. */
const report = (done: number, all: number): void => {
  if (process.stdout.isTTY) process.stdout.write(`\rSample trust: ${done} of ${all}`);
};

const { created, alreadyThere } = await loadSample(store, trust, report);
const start = process.stdout.isTTY ? '\r' : '';
process.stdout.write(`${start}Sample trust: ${created} items created, ${alreadyThere} already there.\n`);
