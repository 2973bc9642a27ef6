import type { MatrixSheet, ReviewSheet } from '../../shared/domain/exports/sheet';
import { accepted, type Result } from '../../shared/domain/result';
import type { ExportFormat } from '../../shared/schema/exporting';

const formats = {
  excel: { ending: 'xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  pdf: { ending: 'pdf', type: 'application/pdf' },
} as const satisfies Record<ExportFormat, { ending: string; type: string }>;

/** A file that is answered instead of JSON. */
export class ExportedFile {
  constructor(
    readonly name: string,
    readonly type: string,
    readonly bytes: Uint8Array,
  ) {}
}

/** Each writer is loaded when it is first needed: together they would be half of a cold start. */
const writers = {
  excel: async (sheet) => (await import('../adapters/export/excel')).writeExcel(sheet),
  pdf: async (sheet) => (await import('../adapters/export/pdf')).writePdf(sheet),
} as const satisfies Record<ExportFormat, (sheet: MatrixSheet | ReviewSheet) => Promise<Uint8Array>>;

/** What a use case gives out, as a file of the format that was asked for; a refusal stays one. */
export const asFile = async (
  outcome: Result<MatrixSheet | ReviewSheet>,
  format: ExportFormat,
): Promise<Result<ExportedFile>> => {
  if (!outcome.ok) return outcome;
  const sheet = outcome.value;
  const { ending, type } = formats[format];
  return accepted(new ExportedFile(`${sheet.fileName}.${ending}`, type, await writers[format](sheet)));
};
