import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { SampleCode } from '../../../local/sample/codes';
import { sampleTrust } from '../../../local/sample/samples';

/** Tokens, addresses of people, and what a browser was asked to type. */
const neverLogged = /eyJ[\w-]{8}|Bearer |[\w.]+@[\w-]+\.\w|[?&](code|token|q)=/;

/** The product's own log of a story: lines with somebody's name, an academy, an address or a token in them. */
export const tellingLines = (dataDir: string, framework: SampleCode): { lines: number; telling: readonly string[] } => {
  const { people, academies } = sampleTrust(framework, new Date().toISOString().slice(0, 10));
  const names = [...people, ...academies].map(({ name }) => name);
  const lines = readFileSync(path.join(dataDir, 'logs', 'functions.log'), 'utf8').split('\n');
  return {
    lines: lines.length,
    telling: lines.filter((line) => neverLogged.test(line) || names.some((name) => line.includes(name))),
  };
};
