import { zipSync } from 'fflate';

/** The files' date: the same files make the same bytes, whenever they are packed. */
const packedOn = new Date(2026, 0, 1);

/** A zip of files by name. */
export const zip = (files: Readonly<Record<string, Uint8Array>>): Uint8Array =>
  zipSync({ ...files }, { level: 9, mtime: packedOn });
