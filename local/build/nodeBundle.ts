import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import type { BuildOptions, Plugin } from 'esbuild';
import { z } from 'zod';

export interface NodeBundle {
  readonly root: string;
  readonly entry: string;
  readonly outfile: string;
  /** Folders whose code must not get in: a local stand-in has no place in production. */
  readonly forbidden: readonly string[];
}

export interface PartedBundle extends Omit<NodeBundle, 'outfile'> {
  /** Gets the entry as `<its name>.mjs`, and its parts beside it. */
  readonly outdir: string;
}

/** `import.meta` has no meaning in CommonJS; the address of the bundle itself is the nearest thing. */
const asCommonJs: BuildOptions = {
  format: 'cjs',
  define: {
    'import.meta.url': '__bundleUrl',
    'import.meta.dirname': '__dirname',
    'import.meta.filename': '__filename',
  },
  banner: { js: "const __bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
};

const Manifest = z.object({ module: z.string() });

/**
 * Some of OpenTelemetry's packages name their modules by `module` alone. For Node esbuild takes their CommonJS instead, of
 * which it can leave nothing out: the part would be half as large again.
 */
const telemetryAsModules: Plugin = {
  name: 'telemetry-as-modules',
  setup: (its) => {
    const names = /^@opentelemetry\/(api-logs|core|resources|sdk-[a-z-]+)$/;
    its.onResolve({ filter: names }, ({ path: name, resolveDir }) => {
      const manifest = createRequire(path.join(resolveDir, 'any.js')).resolve(`${name}/package.json`);
      const { module } = Manifest.parse(JSON.parse(readFileSync(manifest, 'utf8')));
      return { path: path.join(path.dirname(manifest), module), sideEffects: false };
    });
  },
};

/** And `require` has none in a module; the CommonJS packages in the bundle ask for Node's own modules by it. */
const asModules: BuildOptions = {
  format: 'esm',
  splitting: true,
  plugins: [telemetryAsModules],
  outExtension: { '.js': '.mjs' },
  define: { __filename: '__bundleFile', __dirname: '__bundleFolder' },
  banner: {
    js: [
      "import { createRequire as __createRequire } from 'node:module';",
      'const require = __createRequire(import.meta.url);',
      'const __bundleFile = import.meta.filename, __bundleFolder = import.meta.dirname;',
    ].join('\n'),
  },
};

/** `@azure/functions-core` stays the host's. */
const bundle = async (
  { root, entry, forbidden }: Omit<NodeBundle, 'outfile'>,
  how: BuildOptions,
): Promise<readonly string[]> => {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    target: 'node20',
    external: ['@azure/functions-core'],
    sourcemap: true,
    keepNames: true,
    // Fonts go into the bundle: the deployment has no other files.
    loader: { '.json': 'json', '.woff': 'binary' },
    logLevel: 'warning',
    ...how,
    metafile: true,
  });
  const intruder = Object.keys(metafile.inputs).find((input) =>
    forbidden.some((folder) => path.normalize(input).startsWith(`${folder}${path.sep}`)),
  );
  if (intruder) throw new Error(`The bundle of ${entry} must not contain ${intruder}.`);
  return Object.keys(metafile.outputs).map((file) => path.basename(file));
};

/** Bundles one program for Node into one CommonJS file with a source map. Answers the names of the files. */
export const bundleForNode = ({ outfile, ...what }: NodeBundle): Promise<readonly string[]> =>
  bundle(what, { ...asCommonJs, outfile });

/**
 * Bundles one program for Node into modules with source maps: what it imports while it runs is a part of its own, which
 * Node does not even read until then. Answers the names of the files.
 */
export const bundleInParts = ({ outdir, ...what }: PartedBundle): Promise<readonly string[]> =>
  bundle(what, { ...asModules, outdir, chunkNames: '[name]-[hash]' });
