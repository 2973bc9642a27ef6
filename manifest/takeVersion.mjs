import { readFileSync, writeFileSync } from 'node:fs';

// The app's version in Teams is that of package.json: `npm version` runs this after it has raised it.
const manifest = new URL('manifest.json', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const text = readFileSync(manifest, 'utf8');
writeFileSync(
  manifest,
  text.replace(/^( {2}"version": )"[^"]*"/m, (_, name) => `${name}"${version}"`),
);
