import path from 'node:path';
import { build } from 'esbuild';

export interface NodeBundle {
  readonly root: string;
  readonly entry: string;
  readonly outfile: string;
  /** Folders whose code must not get in: a local stand-in has no place in production. */
  readonly forbidden: readonly string[];
}

/** `import.meta` has no meaning in CommonJS; the address of the bundle itself is the nearest thing. */
const importMeta = {
  define: {
    'import.meta.url': '__bundleUrl',
    'import.meta.dirname': '__dirname',
    'import.meta.filename': '__filename',
  },
  banner: { js: "const __bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
};

/** Bundles one program for Node into one CommonJS file with a source map. `@azure/functions-core` stays the host's. */
export const bundleForNode = async ({ root, entry, outfile, forbidden }: NodeBundle): Promise<void> => {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['@azure/functions-core'],
    sourcemap: true,
    keepNames: true,
    loader: { '.json': 'json' },
    logLevel: 'warning',
    metafile: true,
    ...importMeta,
  });
  const intruder = Object.keys(metafile.inputs).find((input) =>
    forbidden.some((folder) => path.normalize(input).startsWith(`${folder}${path.sep}`)),
  );
  if (intruder) throw new Error(`${outfile} must not contain ${intruder}.`);
};
