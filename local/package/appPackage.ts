import { readFileSync } from 'node:fs';
import path from 'node:path';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { z } from 'zod';
import { inProject } from '../projectRoot';
import type { ManifestValues } from './environmentFile';
import { fillJson } from './placeholders';
import { zip } from './zip';

/** The files that the manifest names, and the version whose schema it has to keep. */
const Manifest = z.looseObject({
  manifestVersion: z.string().regex(/^\d+\.\d+$/),
  icons: z.object({ color: z.string(), outline: z.string() }),
  localizationInfo: z.object({
    defaultLanguageFile: z.string(),
    additionalLanguages: z.array(z.object({ file: z.string() })).default([]),
  }),
});
type Manifest = z.infer<typeof Manifest>;

/** Microsoft's own schema, as the package of the toolkit carries it: nothing is fetched. */
const schemaOf = ({ manifestVersion }: Manifest): Record<string, unknown> => {
  const file = inProject('node_modules/@microsoft/app-manifest/build/json-schemas/teams', `v${manifestVersion}`);
  return z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(readFileSync(path.join(file, 'MicrosoftTeams.schema.json'), 'utf8')));
};

/** What Microsoft's schema finds wrong with a manifest; nothing where it is in order. */
export const manifestMistakes = async (manifest: unknown): Promise<readonly string[]> =>
  AppManifestUtils.validateAgainstSchema(
    manifest as Parameters<typeof AppManifestUtils.validateAgainstSchema>[0],
    schemaOf(Manifest.parse(manifest)) as Parameters<typeof AppManifestUtils.validateAgainstSchema>[1],
  );

/**
 * The zip that an administrator uploads to Teams: manifest, icons and words, made from a folder's templates. Throws
 * where the filled manifest is not valid.
 */
export const appPackage = async (values: ManifestValues, folder = inProject('manifest')): Promise<Uint8Array> => {
  const text = fillJson(path.join(folder, 'manifest.json'), values);
  const manifest = Manifest.parse(JSON.parse(text));
  const mistakes = await manifestMistakes(JSON.parse(text));
  if (mistakes.length > 0) throw new Error(`The manifest is not valid:\n${mistakes.join('\n')}`);
  const { icons, localizationInfo } = manifest;
  const languages = [
    localizationInfo.defaultLanguageFile,
    ...localizationInfo.additionalLanguages.map(({ file }) => file),
  ];
  const named = [icons.color, icons.outline, ...languages];
  return zip({
    'manifest.json': new TextEncoder().encode(text),
    ...Object.fromEntries(named.map((name) => [name, new Uint8Array(readFileSync(path.join(folder, name)))])),
  });
};
